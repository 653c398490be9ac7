// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { type ApiRouter, bindQuery, bindRoute } from '../http/bind';
import { sendStream } from '../http/stream';
import { OrgService } from './OrgService';
import { toCsv, toJson } from './query/exportRows';

/** Mounts the pictures of the organisation among the routes `scorecards`. */
export function bindOrgRoutes(
  api: ApiRouter,
  { org }: { org: OrgService },
): void {
  bindQuery(
    api,
    mlLensRoutes.getHeatmap,
    async ({
      query: { rows, columns, sort, cursor, limit, at, ...filters },
      credentials,
    }) =>
      await org.heatmap(
        filters,
        { rows, columns, sort, cursor, limit, at },
        credentials,
      ),
  );

  bindQuery(
    api,
    mlLensRoutes.getOrgTimeline,
    async ({
      query: { months, sort, cursor, limit, at, ...filters },
      credentials,
    }) =>
      await org.timeline(
        filters,
        { months, sort, cursor, limit, at },
        credentials,
      ),
  );

  bindQuery(
    api,
    mlLensRoutes.getGaps,
    async ({ query: { since, limit, ...filters }, credentials }) => ({
      items: await org.gaps(filters, { since, limit }, credentials),
    }),
  );

  bindQuery(
    api,
    mlLensRoutes.getTrend,
    async ({
      query: { from, to, interval, groupBy, ...filters },
      credentials,
    }) => ({
      series: await org.trend(
        filters,
        { from, to, interval, groupBy },
        credentials,
      ),
    }),
  );

  bindQuery(
    api,
    mlLensRoutes.getMovers,
    async ({
      query: { from, to, direction, cursor, limit, ...filters },
      credentials,
    }) =>
      await org.movers(
        filters,
        { from, to, direction, cursor, limit },
        credentials,
      ),
  );

  bindRoute(
    api,
    mlLensRoutes.compareScorecards,
    async ({ query, credentials }) => ({
      items: await org.compare(query, credentials),
    }),
  );

  bindQuery(
    api,
    mlLensRoutes.exportScorecards,
    async ({
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
        {
          meta: { format },
        },
      );
    },
  );
}
