// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  EntityReview,
  Review,
  Waiver,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Deps } from '../deps';
import { countsOf } from './counted';
import { reviewIdOf } from './ReviewStore';

/** What is known of a review beside its answers and scores. */
export type Upkeep = Pick<
  EntityReview,
  'waivers' | 'openProposals' | 'models' | 'dueAt' | 'liveTopic'
>;

/** The waivers of a review that were live at an instant, newest first. */
export interface LiveWaivers {
  liveAt(reviewId: string, at: string): Promise<Waiver[]>;
}

/** What is known of the models of a workload. */
export interface WorkloadModelsReader {
  ofWorkload(workloadId: string): Promise<EntityReview['models']>;
}

/** Waivers, due date and live topic of reviews. */
export class ReviewUpkeep {
  constructor(
    private readonly deps: Pick<
      Deps,
      'changes' | 'freshness' | 'knex' | 'reviews'
    > & {
      waivers: LiveWaivers;
      models: WorkloadModelsReader;
    },
  ) {}

  /** Of a review at the instant it is shown at. */
  async of(review: Review | null): Promise<Upkeep> {
    if (!review) {
      return {
        waivers: [],
        openProposals: 0,
        models: [],
        dueAt: null,
        liveTopic: null,
      };
    }
    const reviewId = reviewIdOf(review.workload.id, review.lens.id);
    const [waivers, open, models, answeredAt] = await Promise.all([
      this.deps.waivers.liveAt(reviewId, review.at),
      countsOf(this.deps.knex, 'openProposals', [reviewId], review.at),
      this.deps.models.ofWorkload(review.workload.id),
      this.deps.reviews.answeredAt(reviewId, review.at),
    ]);
    return {
      waivers,
      openProposals: open.get(reviewId) ?? 0,
      models,
      dueAt: this.deps.freshness.dueAt(answeredAt, review.workload.lifecycle),
      liveTopic: this.deps.changes.topicOf(reviewId),
    };
  }
}
