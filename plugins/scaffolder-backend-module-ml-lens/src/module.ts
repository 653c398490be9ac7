// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGateCheckAction } from './createGateCheckAction';
import { createLinkAction } from './createLinkAction';

/**
 * Gives templates the actions `ml-lens:improvement:link` and
 * `ml-lens:gate:check`.
 *
 * @public
 */
export const scaffolderModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ml-lens',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        actions.addActions(
          createLinkAction({ auth, discovery }),
          createGateCheckAction({ auth, discovery }),
        );
      },
    });
  },
});
