// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mlLensEvidenceProvidersExtensionPoint } from '@ml-lens/backstage-plugin-ml-lens-node';
import { readTechInsightsConfig } from './config';
import { TechInsightsClient } from './TechInsightsClient';
import { TechInsightsProvider } from './TechInsightsProvider';

/**
 * Shows facts of Tech Insights as evidence, as `mlLens.evidence.techInsights`
 * says.
 *
 * @public
 */
export const techInsightsEvidenceModule = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'tech-insights',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        providers: mlLensEvidenceProvidersExtensionPoint,
      },
      async init({ auth, config: rootConfig, discovery, logger, providers }) {
        const config = readTechInsightsConfig(rootConfig);
        if (config) {
          providers.addEvidenceProviders(
            new TechInsightsProvider({
              config,
              client: new TechInsightsClient({ auth, discovery }),
              logger,
            }),
          );
        }
      },
    });
  },
});
