// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import { ProfileService } from './ProfileService';
import { ReviewEditor } from './ReviewEditor';
import { ReviewService } from './ReviewService';

/** What the review routes work with. */
export interface ReviewRouteDeps {
  reviews: ReviewService;
  profiles: ProfileService;
  editor: ReviewEditor;
}

/** Mounts the routes tagged `workloads` and `reviews`. */
export function bindReviewRoutes(api: ApiRouter, deps: ReviewRouteDeps): void {
  bindWorkloads(api, deps);
  bindProfiles(api, deps);
  bindReviews(api, deps);
  bindReviewChanges(api, deps);
}

function bindWorkloads(api: ApiRouter, { reviews }: ReviewRouteDeps) {
  bindRoute(
    api,
    mlLensRoutes.getEntityWorkload,
    async ({ params, credentials }) =>
      await reviews.entityWorkload(params, credentials),
  );

  bindRoute(
    api,
    mlLensRoutes.getEntityReview,
    async ({ params, query, credentials }) =>
      await reviews.entityReview(
        params,
        { lensId: query.lens, at: query.at },
        credentials,
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.getWorkload,
    async ({ params, credentials }) =>
      await reviews.readable.workload(
        await reviews.workload(params.workloadId),
        credentials,
      ),
  );
}

function bindProfiles(api: ApiRouter, { profiles }: ReviewRouteDeps) {
  bindRoute(
    api,
    mlLensRoutes.getProfile,
    async ({ params }) => await profiles.profile(params.workloadId),
  );

  bindRoute(
    api,
    mlLensRoutes.putProfile,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () =>
          await profiles.putProfile(params.workloadId, body, credentials),
      ),
  );
}

function bindReviews(api: ApiRouter, { reviews }: ReviewRouteDeps) {
  bindRoute(
    api,
    mlLensRoutes.getReview,
    async ({ params, query, credentials }) => {
      const review = await reviews.review(params, query.at);
      const { readable } = reviews;
      return {
        ...review,
        workload: await readable.workload(review.workload, credentials),
      };
    },
  );

  bindRoute(
    api,
    mlLensRoutes.listHistory,
    async ({ params, query }) => await reviews.history(params, query),
  );
}

function bindReviewChanges(api: ApiRouter, { editor }: ReviewRouteDeps) {
  bindRoute(
    api,
    mlLensRoutes.putAnswer,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () => await editor.putAnswer(params, body, credentials),
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.startIteration,
    async ({ params, body, credentials, audit }) =>
      await audit(async () => ({
        phases: await editor.startIteration(params, body.reason, credentials),
      })),
  );

  bindRoute(
    api,
    mlLensRoutes.putReviewPhase,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () => await editor.putPhase(params, body.phase, credentials),
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.putPhaseTarget,
    async ({ params, body, credentials, audit }) =>
      await audit(async () => ({
        phases: await editor.putPhaseTarget(params, body, credentials),
      })),
  );
}
