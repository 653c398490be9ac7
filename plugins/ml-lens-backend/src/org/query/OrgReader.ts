// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import type { Clock } from '../../clock';
import type { Access } from '../../auth/Access';
import type { CallerCredentials } from '../../auth/caller';
import { readableRefs } from '../../auth/readableRefs';
import type { LensService } from '../../lenses/LensService';
import type { Freshness } from '../../reviews/Freshness';
import { FamilyStore } from '../../workloads/FamilyStore';
import { OrgColumns, type OrgView } from '../columns/OrgColumns';
import { checkLength, OrgFilters } from './orgFilters';
import type { OrgScope } from './OrgScope';

/** Reads scorecards of the whole organisation as a caller may see them. */
export class OrgReader {
  readonly knex: Knex;
  readonly columns: OrgColumns;
  readonly #access: Pick<Access, 'listFilter' | 'readableEntities'>;
  readonly #freshness: Freshness;
  readonly #clock: Clock;
  readonly #families: FamilyStore;

  constructor(options: {
    clock: Clock;
    knex: Knex;
    access: Pick<Access, 'listFilter' | 'readableEntities'>;
    lenses: Pick<LensService, 'compiled' | 'levels'>;
    freshness: Freshness;
  }) {
    this.#clock = options.clock;
    this.knex = options.knex;
    this.#families = new FamilyStore(options.knex, options.clock);
    this.columns = new OrgColumns(options);
    this.#access = options.access;
    this.#freshness = options.freshness;
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
    const filter = await this.#access.listFilter(credentials);
    return {
      filters,
      sees: await filter?.test(),
      now: this.#clock(),
      at: at === undefined ? undefined : new Date(at).toISOString(),
      freshness: this.#freshness,
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
      this.#access,
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
