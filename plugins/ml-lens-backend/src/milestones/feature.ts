// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { ApiRouter } from '../http/bind';
import { MilestoneService } from './MilestoneService';
import { bindMilestoneRoutes } from './routes';
import { ScoreHistoryStore } from './ScoreHistoryStore';

/** Named marks on reviews, and how scores came about. */
export function milestonesFeature(
  options: { api: ApiRouter; knex: Knex } & Omit<
    ConstructorParameters<typeof MilestoneService>[0],
    'scores'
  >,
): void {
  const scores = new ScoreHistoryStore(options.knex);
  bindMilestoneRoutes(options.api, {
    milestones: new MilestoneService({ ...options, scores }),
  });
}
