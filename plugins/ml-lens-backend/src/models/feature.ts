// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { Knex } from 'knex';
import type { EvidenceProviders } from '../evidence/EvidenceProviders';
import { type ApiRouter, bindRoute } from '../http/bind';
import { ModelCollector } from './ModelCollector';
import { ModelCounts } from './ModelCounts';
import { ModelEvidence } from './ModelEvidence';
import type { ModelReader } from './ModelReader';
import { ModelService } from './ModelService';
import type { ModelSources } from './ModelSources';
import { readModelRules } from './readModelRules';

/** Models where they live: asked, shown, and evidence of reviews. */
export async function modelsFeature(
  options: {
    api: ApiRouter;
    knex: Knex;
    rootConfig: RootConfigService;
    scheduler: SchedulerService;
    models: ModelReader;
    modelSources: ModelSources;
    providers: EvidenceProviders;
  } & Omit<
    ConstructorParameters<typeof ModelCollector>[0],
    'models' | 'counts'
  > &
    Omit<ConstructorParameters<typeof ModelService>[0], 'counts'>,
): Promise<void> {
  const { api, models, modelSources, providers, scheduler } = options;
  const rules = readModelRules(options.rootConfig);
  const counts = new ModelCounts({ knex: options.knex, models });
  await new ModelCollector({
    ...options,
    counts,
    models: models.store,
  }).schedule(scheduler, modelSources);
  if (modelSources.any) {
    providers.add(new ModelEvidence({ models, rules }));
  }
  const service = new ModelService({ ...options, counts });

  bindRoute(
    api,
    mlLensRoutes.listModels,
    async ({ params, credentials }) =>
      await service.models(params.workloadId, credentials),
  );

  bindRoute(
    api,
    mlLensRoutes.putModelClaim,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () => await service.decide(params.workloadId, body, credentials),
        { meta: { model: body.name, state: body.state } },
      ),
  );
}
