// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import type { MlLensConfig } from '../config';
import type { ReviewStore } from '../reviews/ReviewStore';
import { Retention } from './Retention';

/** Forgets what the configuration says is not to be kept for good. */
export async function retentionFeature(options: {
  clock: Clock;
  config: MlLensConfig;
  knex: Knex;
  reviews: ReviewStore;
  logger: LoggerService;
  scheduler: SchedulerService;
}): Promise<void> {
  await new Retention({ ...options, ...options.config.retention }).schedule(
    options.scheduler,
  );
}
