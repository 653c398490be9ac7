// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
