// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { readDemoUsers } from '../users';
import { createDemoProviderFactory } from './provider';

/** The demo portal's auth provider, `demo`. */
export const demoAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        const environment = config.getOptionalString('auth.environment');
        const development = environment === 'development';
        if (!development) {
          logger.warn(
            'The demo sign-in is refused, because auth.environment is not development',
          );
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createDemoProviderFactory({
            development,
            users: readDemoUsers(config),
          }),
        });
      },
    });
  },
});
