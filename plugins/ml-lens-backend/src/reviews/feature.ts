// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Access } from '../auth/Access';
import type { Clock } from '../clock';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import type { LensService } from '../lenses/LensService';
import type { Outbox } from '../notifications/Outbox';
import type { OwnerNotifier } from '../notifications/OwnerNotifier';
import type { ReviewChanges } from '../signals/ReviewSignals';
import type { EntityLinks } from '../workloads/EntityLinks';
import type { WorkloadStore } from '../workloads/WorkloadStore';
import type { DoubtStore } from './DoubtStore';
import { Freshness } from './Freshness';
import { Counting } from './projection/Counting';
import { Rescoring } from './projection/Rescoring';
import { ProfileService } from './ProfileService';
import { ReviewDigest } from './ReviewDigest';
import { ReviewEditor } from './ReviewEditor';
import { ReviewService } from './ReviewService';
import type { ReviewStore } from './ReviewStore';
import {
  type LiveWaivers,
  ReviewUpkeep,
  type WorkloadModelsReader,
} from './ReviewUpkeep';
import { ReviewWriter } from './ReviewWriter';
import { type Tracing, traceMethods } from '../tracing';
import { bindReviewRoutes } from './routes';

/** Reviews: read, written, and brought to mind when they are due. */
export async function reviewsFeature(options: {
  api: ApiRouter;
  knex: Knex;
  config: MlLensConfig;
  access: Access;
  clock: Clock;
  workloads: WorkloadStore;
  links: EntityLinks;
  reviews: ReviewStore;
  doubts: DoubtStore;
  waivers: LiveWaivers;
  models: WorkloadModelsReader;
  lenses: LensService;
  changes: ReviewChanges;
  notifier: OwnerNotifier;
  outbox: Outbox;
  scheduler: SchedulerService;
  logger: LoggerService;
  tracing: Tracing;
}) {
  const { api, changes, clock, config, lenses, reviews, tracing } = options;
  const writer = traceMethods(
    tracing,
    new ReviewWriter({ store: reviews, lenses, changes, clock }),
    {
      write: {
        name: 'ml_lens.review.write',
        asked: (_workload, lens) => ({ 'ml_lens.lens': lens }),
        found: ({ changed }) => ({ 'ml_lens.changed': changed }),
      },
    },
  );
  const freshness = new Freshness(
    config.freshness.reviewEvery,
    config.retiredLifecycles,
    config.freshness.stuckAfter,
  );
  await new ReviewDigest({
    ...options,
    freshness,
    every: config.freshness.digestEvery,
  }).schedule(options.scheduler);
  await new Rescoring({ ...options, store: reviews }).schedule(
    options.scheduler,
  );
  await new Counting({ ...options, store: reviews, writer }).schedule(
    options.scheduler,
  );
  bindReviewRoutes(api, {
    reviews: new ReviewService({
      ...options,
      upkeep: new ReviewUpkeep({ ...options, freshness }),
    }),
    profiles: new ProfileService(options),
    editor: new ReviewEditor({ writer }),
  });
  return { freshness, writer };
}
