/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
