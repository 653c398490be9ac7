// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindQuery } from '../http/bind';
import type { ScorecardService } from './ScorecardService';

/** What the scorecard routes work with. */
export interface ScorecardRouteDeps {
  scorecards: ScorecardService;
}

/** Mounts the routes tagged `scorecards`. */
export function bindScorecardRoutes(
  api: ApiRouter,
  { scorecards }: ScorecardRouteDeps,
): void {
  bindQuery(
    api,
    mlLensRoutes.queryScorecards,
    async ({ query: { sort, cursor, limit, at, ...filters }, credentials }) =>
      await scorecards.page(filters, { sort, cursor, limit, at }, credentials),
  );

  bindQuery(
    api,
    mlLensRoutes.getSummary,
    async ({ query: { groupBy, at, ...filters }, credentials }) =>
      await scorecards.summary(filters, { groupBy, at }, credentials),
  );

  bindQuery(api, mlLensRoutes.getFacets, async ({ query, credentials }) => ({
    facets: await scorecards.facets(query, credentials),
  }));
}
