// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensEvidenceProvider } from '@ml-lens/backstage-plugin-ml-lens-node';
import { bindRoutes } from '../http/bindRoutes';
import type { Deps } from '../deps';
import type { Registry } from '../Registry';
import { traceMethods } from '../tracing';
import { CatalogMetadataProvider } from './CatalogMetadataProvider';
import { EvidenceCollector } from './EvidenceCollector';
import { EvidenceService } from './EvidenceService';
import { EvidenceStore } from './EvidenceStore';

/** What pipelines report and providers find. */
export async function evidenceFeature(
  options: Deps & { providers: Registry<MlLensEvidenceProvider> },
): Promise<void> {
  const { api, config, providers, scheduler } = options;
  const store = new EvidenceStore(options.knex);
  if (config.evidence.catalogMetadata) {
    providers.add(new CatalogMetadataProvider(options));
  }
  await traceMethods(
    options.tracing,
    new EvidenceCollector({ ...options, evidence: store }),
    {
      run: {
        name: 'ml_lens.evidence.run',
        asked: ({ id }) => ({ 'ml_lens.provider': id }),
      },
    },
  ).schedule(scheduler, providers);
  const evidence = new EvidenceService({ ...options, evidence: store });

  bindRoutes(api, {
    listEvidence: async ({ params, query }) => ({
      items: await evidence.list(params, query),
    }),

    postEvidence: ({ params, body, credentials, audit }) =>
      audit(
        async addMeta => {
          const posted = await evidence.post(params, body, credentials);
          addMeta({ evidenceId: posted.id });
          return posted;
        },
        {
          meta: { questionId: body.questionId },
        },
      ),
  });
}
