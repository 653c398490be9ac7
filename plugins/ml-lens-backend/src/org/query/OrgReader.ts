// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import type { CallerCredentials } from '../../auth/caller';
import { readableRefs } from '../../auth/readableRefs';
import type { Deps } from '../../deps';
import { FamilyStore } from '../../workloads/FamilyStore';
import { OrgColumns, type OrgView } from '../columns/OrgColumns';
import { checkLength, OrgFilters } from './orgFilters';
import type { OrgScope } from './OrgScope';

/** Reads scorecards of the whole organisation as a caller may see them. */
export class OrgReader {
  readonly knex: Knex;
  readonly columns: OrgColumns;
  readonly #families: FamilyStore;

  constructor(
    private readonly deps: Pick<
      Deps,
      'access' | 'clock' | 'freshness' | 'knex' | 'lenses'
    >,
  ) {
    this.knex = deps.knex;
    this.#families = new FamilyStore(deps.knex, deps.clock);
    this.columns = new OrgColumns(deps);
  }

  /**
   * What the caller may see of what is asked for.
   *
   * @param at - an instant with any offset; undefined for now
   * @throws InputError for more filters than anybody means
   */
  async scope(
    filters: OrgFilters,
    at: string | undefined,
    credentials: CallerCredentials,
  ): Promise<OrgScope> {
    checkLength(filters);
    const { access, clock, freshness } = this.deps;
    const filter = await access.listFilter(credentials);
    return {
      filters,
      sees: await filter?.test(),
      now: clock(),
      at: at === undefined ? undefined : new Date(at).toISOString(),
      freshness,
      families: await this.#families.families(),
    };
  }

  /** The scorecards of a scope's time, good until something is awaited. */
  async view({ at, filters }: OrgScope): Promise<OrgView> {
    return at === undefined
      ? await this.columns.now()
      : await this.columns.at(at, filters.lens);
  }

  /** Rows that name only entities the caller may read. */
  async readable<Row extends { entityRef: string | null }>(
    rows: readonly Row[],
    credentials: CallerCredentials,
  ): Promise<Row[]> {
    const shown = await readableRefs(
      this.deps.access,
      rows.map(({ entityRef }) => entityRef),
      credentials,
    );
    return rows.map(row => ({ ...row, entityRef: shown(row.entityRef) }));
  }

  /** Batches of rows as {@link OrgReader.readable} gives them. */
  async *readableBatches<Row extends { entityRef: string | null }>(
    batches: AsyncIterable<Row[]>,
    credentials: CallerCredentials,
  ): AsyncGenerator<Row[]> {
    for await (const rows of batches) {
      yield await this.readable(rows, credentials);
    }
  }
}
