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
