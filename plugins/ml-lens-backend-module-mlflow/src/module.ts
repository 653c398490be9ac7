// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mlLensModelSourcesExtensionPoint } from '@ml-lens/backstage-plugin-ml-lens-node';
import { readMlflowConfig } from './config';
import { MlflowClient } from './MlflowClient';
import { MlflowSource } from './MlflowSource';

/**
 * Shows registered models of the MLflow servers that `mlLens.models.mlflow`
 * names.
 *
 * @public
 */
export const mlflowModelsModule = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'mlflow',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        models: mlLensModelSourcesExtensionPoint,
      },
      async init({ config: rootConfig, logger, models }) {
        const config = readMlflowConfig(rootConfig);
        if (!config) {
          logger.warn(
            'There is no mlLens.models.mlflow in the configuration, so nothing is known of registered models',
          );
          return;
        }
        const clients = config.servers.map(server => new MlflowClient(server));
        models.addModelSources(
          new MlflowSource({ clients, frequency: config.frequency }),
        );
      },
    });
  },
});
