// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  OrgGroupBy,
  Summary,
  type Page,
  type OrgRow,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CallerCredentials } from '../auth/caller';
import type { OpenProposals } from '../reviews/openProposals';
import { reviewIdOf } from '../reviews/ReviewStore';
import { Facets, facetsOf } from './query/facets';
import { OrgFilters } from './query/orgFilters';
import { orgPageOf } from './query/orgPage';
import { OrgReader } from './query/OrgReader';
import { summaryOf } from './query/summary';

/** Scorecards across the organisation, as far as the caller may see them. */
export class ScorecardService {
  readonly #reader: OrgReader;
  readonly #proposals: OpenProposals;

  constructor(options: { reader: OrgReader; proposals: OpenProposals }) {
    this.#reader = options.reader;
    this.#proposals = options.proposals;
  }

  /**
   * A page of scorecards.
   *
   * @throws InputError for filters that say nothing and cursors of other lists
   */
  async page(
    filters: OrgFilters,
    options: {
      sort: string;
      cursor?: string;
      limit: number;
      at?: string;
    },
    credentials: CallerCredentials,
  ): Promise<Page<OrgRow>> {
    const { sort, cursor, limit } = options;
    const scope = await this.#reader.scope(filters, options.at, credentials);
    const view = await this.#reader.view(scope);
    const page = orgPageOf(view, { ...scope, sort, cursor, limit });
    return {
      ...page,
      items: await this.#reader.readable(
        scope.at === undefined
          ? await this.#withProposals(page.items, scope.now)
          : page.items,
        credentials,
      ),
    };
  }

  /** Rows with the number of proposals that wait there now. */
  async #withProposals(rows: OrgRow[], now: string): Promise<OrgRow[]> {
    const idOf = ({ workloadId, lens }: OrgRow) =>
      reviewIdOf(workloadId, lens.id);
    const open = await this.#proposals.openCounts(rows.map(idOf), now);
    return rows.map(row => ({
      ...row,
      openProposals: open.get(idOf(row)) ?? 0,
    }));
  }

  /** Totals and roll-ups. */
  async summary(
    filters: OrgFilters,
    options: { groupBy?: OrgGroupBy; at?: string },
    credentials: CallerCredentials,
  ): Promise<Summary> {
    const { groupBy } = options;
    const scope = await this.#reader.scope(filters, options.at, credentials);
    return summaryOf(await this.#reader.view(scope), { ...scope, groupBy });
  }

  /** The values each filter can take. */
  async facets(
    options: { lens?: string[] },
    credentials: CallerCredentials,
  ): Promise<Facets> {
    const scope = await this.#reader.scope(
      { lens: options.lens },
      undefined,
      credentials,
    );
    return facetsOf(await this.#reader.view(scope), scope);
  }
}
