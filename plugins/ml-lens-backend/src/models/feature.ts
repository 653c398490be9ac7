// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensEvidenceProvider,
  MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { bindRoutes } from '../http/bindRoutes';
import type { Deps } from '../deps';
import type { Registry } from '../Registry';
import { ModelCollector, type VersionTaker } from './ModelCollector';
import { ModelCounts } from './ModelCounts';
import { ModelEvidence } from './ModelEvidence';
import type { ModelReader } from './ModelReader';
import { ModelService } from './ModelService';
import { readModelRules } from './readModelRules';

/** Models where they live: asked, shown, and evidence of reviews. */
export async function modelsFeature(
  options: Deps & {
    models: ModelReader;
    modelSources: Registry<MlLensModelSource>;
    providers: Registry<MlLensEvidenceProvider>;
    versions: VersionTaker;
  },
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

  bindRoutes(api, {
    listModels: ({ params, credentials }) =>
      service.models(params.workloadId, credentials),

    putModelClaim: ({ params, body, credentials, audit }) =>
      audit(() => service.decide(params.workloadId, body, credentials), {
        meta: { model: body.name, state: body.state },
      }),
  });
}
