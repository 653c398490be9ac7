// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { ApiRouter } from '../http/bind';
import { ImprovementService } from './ImprovementService';
import { ImprovementStore } from './ImprovementStore';
import { PlanBoard } from './PlanBoard';
import { PlanMany } from './PlanMany';
import { bindImprovementRoutes } from './routes';

/** What to do next about reviews. */
export function improvementsFeature(
  options: { api: ApiRouter; knex: Knex } & Omit<
    ConstructorParameters<typeof ImprovementService>[0],
    'improvements'
  > &
    ConstructorParameters<typeof PlanBoard>[0],
): void {
  const improvements = new ImprovementStore(options.knex);
  bindImprovementRoutes(options.api, {
    improvements: new ImprovementService({ ...options, improvements }),
    board: new PlanBoard(options),
    many: new PlanMany({ ...options, improvements }),
  });
}
