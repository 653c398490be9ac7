import { createBackendPlugin } from '@backstage/backend-plugin-api';

/** The ML Lens backend plugin. @public */
export const mlLensPlugin = createBackendPlugin({
  pluginId: 'ml-lens',
  register(reg) {
    reg.registerInit({ deps: {}, async init() {} });
  },
});
