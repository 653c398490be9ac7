// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApiRouter } from '../http/bind';
import { bindRoutes } from '../http/bindRoutes';
import type { ProfileService } from './ProfileService';
import type { ReviewEditor } from './ReviewEditor';
import type { ReviewService } from './ReviewService';

/** Mounts the routes tagged `workloads` and `reviews`. */
export function bindReviewRoutes(
  api: ApiRouter,
  {
    reviews,
    profiles,
    editor,
  }: {
    reviews: ReviewService;
    profiles: ProfileService;
    editor: ReviewEditor;
  },
): void {
  bindRoutes(api, {
    getEntityWorkload: ({ params, credentials }) =>
      reviews.entityWorkload(params, credentials),

    getEntityReview: ({ params, query, credentials }) =>
      reviews.entityReview(
        params,
        { lensId: query.lens, at: query.at },
        credentials,
      ),

    getWorkload: async ({ params, credentials }) =>
      await reviews.readable.workload(
        await reviews.workload(params.workloadId),
        credentials,
      ),

    getProfile: ({ params }) => profiles.profile(params.workloadId),

    putProfile: ({ params, body, credentials, audit }) =>
      audit(() => profiles.putProfile(params.workloadId, body, credentials)),

    getReview: async ({ params, query, credentials }) => {
      const review = await reviews.review(params, query.at);
      const { readable } = reviews;
      return {
        ...review,
        workload: await readable.workload(review.workload, credentials),
      };
    },

    listHistory: ({ params, query }) => reviews.history(params, query),

    putAnswer: ({ params, body, credentials, audit }) =>
      audit(() => editor.putAnswer(params, body, credentials)),

    startIteration: ({ params, body, credentials, audit }) =>
      audit(async () => ({
        phases: await editor.startIteration(params, body.reason, credentials),
      })),

    putReviewPhase: ({ params, body, credentials, audit }) =>
      audit(() => editor.putPhase(params, body.phase, credentials)),

    putPhaseTarget: ({ params, body, credentials, audit }) =>
      audit(async () => ({
        phases: await editor.putPhaseTarget(params, body, credentials),
      })),
  });
}
