import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

export default createFrontendPlugin({
  pluginId: 'ml-lens',
  info: { packageJson: () => import('../package.json') },
  extensions: [],
});
