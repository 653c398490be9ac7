// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindRoute } from '../http/bind';
import type { PlanBoard } from './PlanBoard';
import type { PlanMany } from './PlanMany';
import type { ImprovementService } from './ImprovementService';

/** A thousand practices, each named by four ids. */
const MANY_BODY_BYTES = 2_000_000;

/** Mounts the routes tagged `improvements`. */
export function bindImprovementRoutes(
  api: ApiRouter,
  {
    improvements,
    board,
    many,
  }: { improvements: ImprovementService; board: PlanBoard; many: PlanMany },
): void {
  bindRoute(
    api,
    mlLensRoutes.listImprovements,
    async ({ params }) => await improvements.list(params),
  );

  bindRoute(
    api,
    mlLensRoutes.putImprovement,
    async ({ params, body, credentials, audit }) =>
      await audit(
        async () => await improvements.put(params, body, credentials),
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.listPlanItems,
    async ({ query, credentials }) => await board.list(query, credentials),
  );

  bindRoute(
    { ...api, bodyLimits: { ...api.bodyLimits, json: MANY_BODY_BYTES } },
    mlLensRoutes.planMany,
    async ({ body, credentials, audit }) =>
      await audit(async addMeta => {
        const planned = await many.plan(body, credentials);
        const failed = planned.items.filter(({ ok }) => !ok).length;
        addMeta({ planned: planned.items.length - failed, failed });
        return planned;
      }),
  );
}
