import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { mlLensApi } from './extensions/api';
import { mlLensEntityCard, mlLensEntityContent } from './extensions/entity';
import {
  mlLensLensesPage,
  mlLensPage,
  mlLensRollupPage,
  mlLensWorkloadsPage,
} from './extensions/pages';
import { entityContentRouteRef, rootRouteRef } from './routes';

export default createFrontendPlugin({
  pluginId: 'ml-lens',
  title: 'ML Lens',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    mlLensApi,
    mlLensPage,
    mlLensWorkloadsPage,
    mlLensRollupPage,
    mlLensLensesPage,
    mlLensEntityContent,
    mlLensEntityCard,
  ],
});
