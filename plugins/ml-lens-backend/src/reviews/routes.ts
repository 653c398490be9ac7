/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { reviewRoutes } from '@ml-lens/backstage-plugin-ml-lens-common';
import { ErrorWithBody } from '../errors';
import { type ApiRouter, bindRoute } from '../http/bind';
import { AnswerConflict, ProfileConflict } from './errors';
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
    reviewRoutes.getEntityWorkload,
    async ({ params, credentials }) =>
      await reviews.entityWorkload(params, credentials),
  );

  bindRoute(
    api,
    reviewRoutes.getEntityReview,
    async ({ params, query, credentials }) =>
      await reviews.entityReview(
        params,
        { lensId: query.lens, at: query.at },
        credentials,
      ),
  );

  bindRoute(
    api,
    reviewRoutes.getWorkload,
    async ({ params, credentials }) =>
      await reviews.workload(params.workloadId, credentials),
  );
}

function bindProfiles(api: ApiRouter, { profiles }: ReviewRouteDeps) {
  bindRoute(
    api,
    reviewRoutes.getProfile,
    async ({ params, credentials }) =>
      await profiles.profile(params.workloadId, credentials),
  );

  bindRoute(
    api,
    reviewRoutes.putProfile,
    async ({ params, body, credentials, audit }) => {
      try {
        return await audit(
          { eventId: 'profile-mutate', actionType: 'update', meta: params },
          async () =>
            await profiles.putProfile(params.workloadId, body, credentials),
        );
      } catch (error) {
        throw withBothVersions(error);
      }
    },
  );
}

function bindReviews(api: ApiRouter, { reviews }: ReviewRouteDeps) {
  bindRoute(
    api,
    reviewRoutes.getReview,
    async ({ params, query, credentials }) =>
      await reviews.review(params, query.at, credentials),
  );

  bindRoute(
    api,
    reviewRoutes.listHistory,
    async ({ params, query, credentials }) =>
      await reviews.history(params, query, credentials),
  );
}

function bindReviewChanges(api: ApiRouter, { editor }: ReviewRouteDeps) {
  bindRoute(
    api,
    reviewRoutes.putAnswer,
    async ({ params, body, credentials, audit }) => {
      try {
        return await audit(
          { eventId: 'answer-mutate', actionType: 'update', meta: params },
          async () => await editor.putAnswer(params, body, credentials),
        );
      } catch (error) {
        throw withBothVersions(error);
      }
    },
  );

  bindRoute(
    api,
    reviewRoutes.startIteration,
    async ({ params, body, credentials, audit }) =>
      await audit(
        { eventId: 'iteration-mutate', actionType: 'start', meta: params },
        async () => ({
          phases: await editor.startIteration(params, body.reason, credentials),
        }),
      ),
  );

  bindRoute(
    api,
    reviewRoutes.putPhaseTarget,
    async ({ params, body, credentials, audit }) =>
      await audit(
        { eventId: 'phase-target-mutate', actionType: 'update', meta: params },
        async () => ({
          phases: await editor.putPhaseTarget(
            params,
            body.targetDate,
            credentials,
          ),
        }),
      ),
  );
}

/** A stale write's answer says what stands and what was attempted. */
function withBothVersions(error: unknown): unknown {
  if (error instanceof AnswerConflict || error instanceof ProfileConflict) {
    const { name, message, current, attempted } = error;
    return new ErrorWithBody({
      name,
      statusCode: 409,
      message,
      body: { current, attempted },
    });
  }
  return error;
}
