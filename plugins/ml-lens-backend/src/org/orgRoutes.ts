// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { bindQueries, bindRoutes } from '../http/bindRoutes';
import type { ApiRouter } from '../http/bind';
import { sendStream } from '../http/stream';
import type { OrgService } from './OrgService';
import { toCsv, toJson } from './query/exportRows';
import type { GroupReportService } from './reports/GroupReportService';
import type { ScorecardService } from './ScorecardService';
import type { TargetService } from './targets/TargetService';
import type { SavedViewService } from './views/SavedViewService';

/** Mounts the routes tagged `scorecards`, `targets` and `saved-views`. */
export function bindOrgRoutes(
  api: ApiRouter,
  services: {
    scorecards: ScorecardService;
    org: OrgService;
    reports: GroupReportService;
    targets: TargetService;
    savedViews: SavedViewService;
  },
): void {
  const { scorecards, org, reports, targets, savedViews } = services;
  bindQueries(api, {
    queryScorecards: ({ query, credentials }) => {
      const { sort, cursor, limit, at, ...filters } = query;
      const page = { sort, cursor, limit, at };
      return scorecards.page(filters, page, credentials);
    },

    getSummary: ({ query: { groupBy, at, ...filters }, credentials }) =>
      scorecards.summary(filters, { groupBy, at }, credentials),

    getFacets: async ({ query, credentials }) => ({
      facets: await scorecards.facets(query, credentials),
    }),

    getHeatmap: ({ query, credentials }) => {
      const { rows, columns, sort, cursor, limit, at, ...filters } = query;
      const options = { rows, columns, sort, cursor, limit, at };
      return org.heatmap(filters, options, credentials);
    },

    getOrgTimeline: ({ query, credentials }) => {
      const { months, sort, cursor, limit, at, ...filters } = query;
      const options = { months, sort, cursor, limit, at };
      return org.timeline(filters, options, credentials);
    },

    getGaps: async ({ query: { since, limit, ...filters }, credentials }) => ({
      items: await org.gaps(filters, { since, limit }, credentials),
    }),

    getTrend: async ({ query, credentials }) => {
      const { from, to, interval, groupBy, ...filters } = query;
      const options = { from, to, interval, groupBy };
      return { series: await org.trend(filters, options, credentials) };
    },

    getMovers: ({ query, credentials }) => {
      const { from, to, direction, cursor, limit, ...filters } = query;
      const options = { from, to, direction, cursor, limit };
      return org.movers(filters, options, credentials);
    },

    getGroupReports: ({ query, credentials }) => {
      const { groupBy, since, cursor, limit, at, ...filters } = query;
      const options = { groupBy, since, cursor, limit, at };
      return reports.list(filters, options, credentials);
    },

    exportScorecards: async ({
      query: { format, sort, at, ...filters },
      credentials,
      audit,
      res,
    }) => {
      await audit(
        async addMeta => {
          const { day, batches, lenses } = await org.rows(
            filters,
            { sort, at },
            credentials,
          );
          res
            .status(200)
            .attachment(`scorecards-${day}.${format}`)
            .type(format === 'csv' ? 'text/csv' : 'application/json');
          const file =
            format === 'csv' ? toCsv(batches, lenses) : toJson(batches);
          addMeta({ complete: await sendStream(file, res) });
        },
        { meta: { format } },
      );
    },
  });

  bindRoutes(api, {
    compareScorecards: async ({ query, credentials }) => ({
      items: await org.compare(query, credentials),
    }),

    listTargets: async ({ query, credentials }) => ({
      items: await targets.list(query, credentials),
    }),

    createTarget: ({ body, credentials, audit }) =>
      audit(async addMeta => {
        const target = await targets.create(body, credentials);
        addMeta({ targetId: target.id });
        return target;
      }),

    updateTarget: ({ params: { targetId }, body, credentials, audit }) =>
      audit(() => targets.update(targetId, body, credentials)),

    deleteTarget: ({ params: { targetId }, audit }) =>
      audit(() => targets.delete(targetId)),

    getTargetProgress: ({ params: { targetId }, query, credentials }) =>
      targets.progress(targetId, query, credentials),

    listSavedViews: async ({ credentials }) => ({
      items: await savedViews.list(credentials),
    }),

    createSavedView: ({ body, credentials, audit }) =>
      audit(async addMeta => {
        const view = await savedViews.create(body, credentials);
        addMeta({ viewId: view.id });
        return view;
      }),

    deleteSavedView: ({ params: { viewId }, credentials, audit }) =>
      audit(() => savedViews.delete(viewId, credentials)),
  });
}
