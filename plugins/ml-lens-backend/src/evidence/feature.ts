// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import { CatalogMetadataProvider } from './CatalogMetadataProvider';
import { EvidenceCollector } from './EvidenceCollector';
import type { EvidenceProviders } from './EvidenceProviders';
import { EvidenceService } from './EvidenceService';
import { EvidenceStore } from './EvidenceStore';
import { type Tracing, traceMethods } from '../tracing';
import { bindEvidenceRoutes } from './routes';

/** What pipelines report and providers find. */
export async function evidenceFeature(
  options: {
    api: ApiRouter;
    config: MlLensConfig;
    scheduler: SchedulerService;
    providers: EvidenceProviders;
    tracing: Tracing;
  } & Omit<ConstructorParameters<typeof EvidenceCollector>[0], 'evidence'> &
    Omit<ConstructorParameters<typeof EvidenceService>[0], 'evidence'> &
    ConstructorParameters<typeof CatalogMetadataProvider>[0],
): Promise<void> {
  const { api, config, providers, scheduler } = options;
  const evidence = new EvidenceStore(options.knex);
  if (config.evidence.catalogMetadata) {
    providers.add(new CatalogMetadataProvider(options));
  }
  await traceMethods(
    options.tracing,
    new EvidenceCollector({ ...options, evidence }),
    {
      run: {
        name: 'ml_lens.evidence.run',
        asked: ({ id }) => ({ 'ml_lens.provider': id }),
      },
    },
  ).schedule(scheduler, providers);
  bindEvidenceRoutes(api, {
    evidence: new EvidenceService({ ...options, evidence }),
  });
}
