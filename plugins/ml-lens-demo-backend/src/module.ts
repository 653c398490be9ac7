import { createBackendModule } from '@backstage/backend-plugin-api';

/** The demo portal's auth provider. @public */
export const demoAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({ deps: {}, async init() {} });
  },
});
