// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mlLensModelSourcesExtensionPoint } from '@ml-lens/backstage-plugin-ml-lens-node';
import { readPrometheusConfig } from './config';
import { PrometheusSource } from './PrometheusSource';

/**
 * Shows alarms of the Prometheus that `mlLens.models.prometheus` names.
 *
 * @public
 */
export const prometheusModelsModule = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'prometheus',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        models: mlLensModelSourcesExtensionPoint,
      },
      async init({ config: rootConfig, logger, models }) {
        const config = readPrometheusConfig(rootConfig);
        if (!config) {
          logger.warn(
            'There is no mlLens.models.prometheus in the configuration, so nothing is known of alarms',
          );
          return;
        }
        models.addModelSources(new PrometheusSource(config));
      },
    });
  },
});
