/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
