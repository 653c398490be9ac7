// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mlLensModelSourcesExtensionPoint } from '@ml-lens/backstage-plugin-ml-lens-node';
import { readModelFilesConfig } from './config';
import { ModelFilesSource } from './ModelFilesSource';

/**
 * Shows what files in repositories say of models, with the integrations of the
 * portal, as far as `mlLens.models.files` allows.
 *
 * @public
 */
export const modelFilesModule = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'model-files',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        models: mlLensModelSourcesExtensionPoint,
        urlReader: coreServices.urlReader,
      },
      async init({ config: rootConfig, logger, models, urlReader }) {
        const config = readModelFilesConfig(rootConfig);
        if (!config) {
          logger.warn(
            'There is no mlLens.models.files in the configuration, so no files of models are read',
          );
          return;
        }
        models.addModelSources(new ModelFilesSource({ ...config, urlReader }));
      },
    });
  },
});
