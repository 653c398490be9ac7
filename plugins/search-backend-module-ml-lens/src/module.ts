// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { MlLensClient } from '@ml-lens/backstage-plugin-ml-lens-common';
import { LensCollatorFactory } from './LensCollatorFactory';
import { hideWorkloads } from './hideWorkloads';
import type { MlLensSource } from './source';
import { WorkloadCollatorFactory } from './WorkloadCollatorFactory';

const SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

/**
 * Lets people find workloads, questions and practices. What somebody may not
 * see is in no result.
 *
 * @public
 */
export const searchModule = createBackendModule({
  pluginId: 'search',
  moduleId: 'ml-lens',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        indexRegistry: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        config,
        discovery,
        httpAuth,
        httpRouter,
        indexRegistry,
        logger,
        scheduler,
      }) {
        const client = new MlLensClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        const tokenOf: MlLensSource['tokenOf'] = async credentials =>
          (
            await auth.getPluginRequestToken({
              onBehalfOf:
                credentials ?? (await auth.getOwnServiceCredentials()),
              targetPluginId: 'ml-lens',
            })
          ).token;
        const key = 'search.collators.mlLens.schedule';
        const schedule = scheduler.createScheduledTaskRunner(
          config.has(key)
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
                config.getConfig(key),
              )
            : SCHEDULE,
        );
        const source = { client, tokenOf };
        for (const factory of [
          new WorkloadCollatorFactory(source),
          new LensCollatorFactory(source),
        ]) {
          indexRegistry.addCollator({ schedule, factory });
        }
        // In front of the search itself, whose modules start before it.
        httpRouter.use(hideWorkloads({ ...source, httpAuth, logger }));
      },
    });
  },
});
