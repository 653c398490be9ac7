// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../../auth/caller';
import type { QueryOf } from '../../http/bindRoutes';
import { spanBetween } from '../query/days';
import { withUpgrades } from '../query/movers';
import type { OrgFilters } from '../query/orgFilters';
import type { OrgReader } from '../query/OrgReader';
import { instantOf } from '../query/OrgScope';
import { groupPage, reportsOf } from './groupReports';
import { plannedIn } from './plannedIn';

/** What a meeting needs of each team, system or domain, as the caller sees it. */
export class GroupReportService {
  constructor(private readonly deps: { reader: OrgReader }) {}

  /**
   * A page of reports, of the groups with most workloads first.
   *
   * @throws InputError for filters or a cursor that cannot be used, and for an
   *   instant to compare with that is not earlier
   */
  async list(
    filters: OrgFilters,
    options: Omit<QueryOf<'getGroupReports'>, keyof OrgFilters>,
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'getGroupReports'>> {
    const { groupBy, since, cursor, limit, at } = options;
    const scope = await this.deps.reader.scope(filters, at, credentials);
    const span =
      since === undefined
        ? undefined
        : spanBetween({ from: since, to: scope.at, now: scope.now });
    const past =
      span && (await this.deps.reader.view({ ...scope, at: span.from }));
    const request = { ...scope, groupBy, cursor, limit };
    const first = await this.deps.reader.view(scope);
    const { keys, ...page } = groupPage(first, request);
    const planned = await plannedIn(this.deps.reader.knex, {
      groupBy,
      keys,
      at: instantOf(scope),
      isNow: scope.at === undefined,
    });
    // What is known of now may have been brought up to date meanwhile.
    const view =
      scope.at === undefined ? await this.deps.reader.view(scope) : first;
    const reports = reportsOf(view, { ...request, keys, planned, past, span });
    const movers = await withUpgrades(
      this.deps.reader.knex,
      reports.flatMap(({ worse }) => worse),
      span ?? { from: instantOf(scope), to: instantOf(scope) },
    );
    const readable = new Map(
      (
        await this.deps.reader.readable(
          [
            ...movers,
            ...reports.flatMap(({ late, dates }) => [...late, ...dates]),
          ],
          credentials,
        )
      ).map(({ workloadId, entityRef }) => [workloadId, entityRef]),
    );
    const shown = <
      Row extends { workloadId: string; entityRef: string | null },
    >(
      rows: readonly Row[],
    ) =>
      rows.map(row => ({
        ...row,
        entityRef: readable.get(row.workloadId) ?? null,
      }));
    let taken = 0;
    return {
      groupBy,
      at: instantOf(scope),
      since: span?.from ?? null,
      items: reports.map(({ worse, late, dates, ...report }) => {
        const own = movers.slice(taken, taken + worse.length);
        taken += worse.length;
        return {
          ...report,
          worse: shown(own),
          late: shown(late),
          dates: shown(dates),
        };
      }),
      ...page,
    };
  }
}
