// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { Access } from './auth/Access';
import type { Clock } from './clock';
import type { MlLensConfig } from './config';
import type { ApiRouter } from './http/bind';
import type { LensMappings } from './lenses/LensMappings';
import type { LensService } from './lenses/LensService';
import type { Outbox } from './notifications/Outbox';
import type { OwnerNotifier } from './notifications/OwnerNotifier';
import type { DoubtStore } from './reviews/DoubtStore';
import type { Freshness } from './reviews/Freshness';
import type { ReviewStore } from './reviews/ReviewStore';
import type { ReviewWriter } from './reviews/ReviewWriter';
import type { Services } from './services';
import type { ReviewChanges } from './signals/ReviewSignals';
import type { WorkloadStore } from './workloads/WorkloadStore';

/** What there is for features that stand on reviews; each takes what it uses. */
export interface Deps
  extends Pick<
    Services,
    | 'auth'
    | 'catalog'
    | 'httpRouter'
    | 'logger'
    | 'scheduler'
    | 'tracing'
    | 'userInfo'
  > {
  access: Access;
  api: ApiRouter;
  changes: ReviewChanges;
  clock: Clock;
  config: MlLensConfig;
  doubts: DoubtStore;
  freshness: Freshness;
  knex: Knex;
  lenses: LensService;
  mappings: LensMappings;
  notifier: OwnerNotifier;
  outbox: Outbox;
  reviews: ReviewStore;
  rootConfig: Services['config'];
  workloads: WorkloadStore;
  writer: ReviewWriter;
}
