// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Deps } from '../deps';
import { bindRoutes } from '../http/bindRoutes';
import { MilestoneService } from './MilestoneService';
import { ScoreHistoryStore } from './ScoreHistoryStore';

/** Named marks on reviews, and how scores came about. */
export function milestonesFeature(options: Deps): void {
  const scores = new ScoreHistoryStore(options.knex);
  const milestones = new MilestoneService({ ...options, scores });

  bindRoutes(options.api, {
    listMilestones: async ({ params }) => ({
      items: await milestones.list(params),
    }),

    recordMilestone: ({ params, body, credentials, audit }) =>
      audit(async addMeta => {
        const milestone = await milestones.record(params, body, credentials);
        addMeta({ milestoneId: milestone.id });
        return milestone;
      }),

    getReviewDiff: ({ params, query }) => milestones.diff(params, query),

    getScoreHistory: ({ params }) => milestones.scoreHistory(params),
  });
}
