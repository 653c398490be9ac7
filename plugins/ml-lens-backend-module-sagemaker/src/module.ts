// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { mlLensModelSourcesExtensionPoint } from '@ml-lens/backstage-plugin-ml-lens-node';
import { readSageMakerConfig } from './config';
import { SageMakerAccount } from './SageMakerAccount';
import { SageMakerSource } from './SageMakerSource';

/**
 * Shows model package groups of the accounts that `mlLens.models.sagemaker`
 * names, with the credentials that the portal has for them below `aws`.
 *
 * @public
 */
export const sagemakerModelsModule = createBackendModule({
  pluginId: 'ml-lens',
  moduleId: 'sagemaker',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        models: mlLensModelSourcesExtensionPoint,
      },
      async init({ config: rootConfig, logger, models }) {
        const config = readSageMakerConfig(rootConfig);
        if (!config) {
          logger.warn(
            'There is no mlLens.models.sagemaker in the configuration, so nothing is known of model packages',
          );
          return;
        }
        const credentials = DefaultAwsCredentialsManager.fromConfig(rootConfig);
        const accounts = await Promise.all(
          config.accounts.map(async account => {
            const { sdkCredentialProvider } =
              await credentials.getCredentialProvider({
                accountId: account.accountId,
              });
            return new SageMakerAccount({
              ...account,
              credentials: sdkCredentialProvider,
            });
          }),
        );
        models.addModelSources(
          new SageMakerSource({ accounts, frequency: config.frequency }),
        );
      },
    });
  },
});
