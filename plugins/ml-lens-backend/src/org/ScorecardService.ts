// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Summary,
  type Page,
  type OrgRow,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import type { QueryOf } from '../http/bindRoutes';
import { COUNTED, type CountName, countsOf } from '../reviews/counted';
import { reviewIdOf } from '../reviews/ReviewStore';
import { Facets, facetsOf } from './query/facets';
import { OrgFilters } from './query/orgFilters';
import { orgPageOf } from './query/orgPage';
import { OrgReader } from './query/OrgReader';
import { summaryOf } from './query/summary';

/** Scorecards across the organisation, as far as the caller may see them. */
export class ScorecardService {
  constructor(private readonly deps: { reader: OrgReader }) {}

  /**
   * A page of scorecards.
   *
   * @throws InputError for filters that say nothing and cursors of other lists
   */
  async page(
    filters: OrgFilters,
    options: Pick<
      QueryOf<'queryScorecards'>,
      'sort' | 'cursor' | 'limit' | 'at'
    >,
    credentials: CallerCredentials,
  ): Promise<Page<OrgRow>> {
    const { sort, cursor, limit } = options;
    const scope = await this.deps.reader.scope(
      filters,
      options.at,
      credentials,
    );
    const view = await this.deps.reader.view(scope);
    const page = orgPageOf(view, { ...scope, sort, cursor, limit });
    return {
      ...page,
      items: await this.deps.reader.readable(
        scope.at === undefined
          ? await this.#withCounts(page.items, scope.now)
          : page.items,
        credentials,
      ),
    };
  }

  /** Rows with what is counted of them now. */
  async #withCounts(rows: OrgRow[], now: string): Promise<OrgRow[]> {
    const idOf = ({ workloadId, lens }: OrgRow) =>
      reviewIdOf(workloadId, lens.id);
    const ids = rows.map(idOf);
    const names = Object.keys(COUNTED) as CountName[];
    const counts = await Promise.all(
      names.map(name => countsOf(this.deps.reader.knex, name, ids, now)),
    );
    return rows.map(row => ({
      ...row,
      ...Object.fromEntries(
        names.map((name, index) => [name, counts[index].get(idOf(row)) ?? 0]),
      ),
    }));
  }

  /** Totals and roll-ups. */
  async summary(
    filters: OrgFilters,
    { groupBy, at }: Pick<QueryOf<'getSummary'>, 'groupBy' | 'at'>,
    credentials: CallerCredentials,
  ): Promise<Summary> {
    const scope = await this.deps.reader.scope(filters, at, credentials);
    return summaryOf(await this.deps.reader.view(scope), { ...scope, groupBy });
  }

  /** The values each filter can take. */
  async facets(
    filters: QueryOf<'getFacets'>,
    credentials: CallerCredentials,
  ): Promise<Facets> {
    const { reader } = this.deps;
    const scope = await reader.scope(filters, undefined, credentials);
    return facetsOf(await this.deps.reader.view(scope), scope);
  }
}
