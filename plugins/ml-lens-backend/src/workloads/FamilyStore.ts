// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import type { Clock } from '../clock';
import { chunksOf, insertAll } from '../database/sql';
import { Families, type ParentEdge } from './families';
import type { EntityParentRow } from './rows';

/** How old a reading may be: the catalog itself is read less often. */
const MAX_AGE_MS = 10_000;

/** Deleted by one statement: each has two bindings. */
const ROWS_PER_STATEMENT = 200;

/** What lies below what in the catalog, kept for all replicas. */
export class FamilyStore {
  #read: { at: number; families: Promise<Families> } | undefined;

  constructor(private readonly knex: Knex, private readonly clock: Clock) {}

  /** The families, read anew where the last reading is too old. */
  async families(): Promise<Families> {
    const at = Date.parse(this.clock());
    const age = this.#read ? at - this.#read.at : Infinity;
    if (!this.#read || age < 0 || age > MAX_AGE_MS) {
      const families = this.#readAll();
      // One that failed is not kept.
      families.catch(() => {
        this.#read = undefined;
      });
      this.#read = { at, families };
    }
    return await this.#read.families;
  }

  async #readAll(): Promise<Families> {
    const rows: EntityParentRow[] = await this.knex('entity_parents').select(
      'entity_ref',
      'parent_ref',
    );
    return new Families(
      rows.map(row => ({
        entityRef: row.entity_ref,
        parentRef: row.parent_ref,
      })),
    );
  }
}

/** Keeps these edges and no others; writes what changed. */
export async function saveFamilies(
  tx: Knex.Transaction,
  edges: readonly ParentEdge[],
): Promise<void> {
  const rows: EntityParentRow[] = await tx('entity_parents').select(
    'entity_ref',
    'parent_ref',
  );
  const keyOf = (row: EntityParentRow) => JSON.stringify(row);
  const wanted = new Map(
    edges.map(({ entityRef, parentRef }) => {
      const row = { entity_ref: entityRef, parent_ref: parentRef };
      return [keyOf(row), row];
    }),
  );
  const known = new Map(
    rows.map(({ entity_ref, parent_ref }) => {
      const row = { entity_ref, parent_ref };
      return [keyOf(row), row];
    }),
  );
  const gone = [...known].flatMap(([key, row]) => (wanted.has(key) ? [] : row));
  for (const chunk of chunksOf(gone, ROWS_PER_STATEMENT)) {
    await tx('entity_parents')
      .whereIn(
        ['entity_ref', 'parent_ref'],
        chunk.map(row => [row.entity_ref, row.parent_ref]),
      )
      .delete();
  }
  await insertAll(
    tx,
    'entity_parents',
    [...wanted].flatMap(([key, row]) => (known.has(key) ? [] : [row])),
  );
}
