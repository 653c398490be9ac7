// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Access } from '../auth/Access';
import type { Clock } from '../clock';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import type { LensService } from '../lenses/LensService';
import type { ReviewStore } from '../reviews/ReviewStore';
import type { ReviewChanges } from '../signals/ReviewSignals';
import type { WorkloadStore } from '../workloads/WorkloadStore';
import { HistoryExporter } from './HistoryExporter';
import { HistoryImporter } from './HistoryImporter';
import { importDemoHistory } from './importDemoHistory';
import { Rebuilder } from './Rebuilder';
import { bindHistoryRoutes } from './routes';

/** Review history as files, among them the ones of the configuration. */
export async function historyFeature(options: {
  api: ApiRouter;
  knex: Knex;
  config: MlLensConfig;
  access: Access;
  clock: Clock;
  workloads: WorkloadStore;
  reviews: ReviewStore;
  lenses: LensService;
  changes: ReviewChanges;
  logger: LoggerService;
}): Promise<void> {
  const importer = new HistoryImporter(options);
  await importDemoHistory(options.config.demoHistory, {
    importer,
    logger: options.logger,
    now: options.clock(),
  });
  bindHistoryRoutes(options.api, {
    ...options,
    importer,
    exporter: new HistoryExporter(options),
    rebuilder: new Rebuilder(options),
  });
}
