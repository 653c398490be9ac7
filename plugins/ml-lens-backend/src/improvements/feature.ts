// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { bindRoutes, takingBodies } from '../http/bindRoutes';
import type { Deps } from '../deps';
import { ImprovementService } from './ImprovementService';
import { ImprovementStore } from './ImprovementStore';
import { PlanBoard } from './PlanBoard';
import { PlanMany } from './PlanMany';

/** A thousand practices, each named by four ids. */
const MANY_BODY_BYTES = 2_000_000;

/** What to do next about reviews. */
export function improvementsFeature(options: Deps): void {
  const { api } = options;
  const store = new ImprovementStore(options.knex);
  const improvements = new ImprovementService({
    ...options,
    improvements: store,
  });
  const board = new PlanBoard(options);
  const many = new PlanMany({ ...options, improvements: store });

  bindRoutes(api, {
    listImprovements: ({ params }) => improvements.list(params),

    putImprovement: ({ params, body, credentials, audit }) =>
      audit(() => improvements.put(params, body, credentials)),

    listPlanItems: ({ query, credentials }) => board.list(query, credentials),
  });
  bindRoutes(takingBodies(api, MANY_BODY_BYTES), {
    planMany: ({ body, credentials, audit }) =>
      audit(async addMeta => {
        const planned = await many.plan(body, credentials);
        const failed = planned.items.filter(({ ok }) => !ok).length;
        addMeta({ planned: planned.items.length - failed, failed });
        return planned;
      }),
  });
}
