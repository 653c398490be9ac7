/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { MilestoneService } from './MilestoneService';

/** Mounts the routes tagged `milestones`. */
export function bindMilestoneRoutes(
  api: ApiRouter,
  { milestones }: { milestones: MilestoneService },
): void {
  bindRoute(api, mlLensRoutes.listMilestones, async ({ params }) => ({
    items: await milestones.list(params),
  }));

  bindRoute(
    api,
    mlLensRoutes.recordMilestone,
    async ({ params, body, credentials, audit }) =>
      await audit(async addMeta => {
        const milestone = await milestones.record(params, body, credentials);
        addMeta({ milestoneId: milestone.id });
        return milestone;
      }),
  );

  bindRoute(
    api,
    mlLensRoutes.getReviewDiff,
    async ({ params, query }) => await milestones.diff(params, query),
  );

  bindRoute(
    api,
    mlLensRoutes.getScoreHistory,
    async ({ params }) => await milestones.scoreHistory(params),
  );
}
