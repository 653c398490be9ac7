// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { rowsOf, upserts } from '../../database/sql';

/** Tables that hold nothing but projections, with their keys below a review. */
export const PROJECTED = {
  answers: ['question_id'],
  phase_iterations: ['phase_id', 'number'],
  phase_targets: ['phase_id'],
} as const;

type ProjectedTable = keyof typeof PROJECTED;

/**
 * What brings the rows of a review in one table from what they were to what
 * they are to be, touching only those that differ.
 */
export function replaceRows<T extends { review_id: string }>(
  tx: Knex,
  table: ProjectedTable,
  before: readonly T[] = [],
  after: readonly T[],
  where?: Knex.Raw,
): Knex.QueryBuilder[] {
  const key = ['review_id', ...PROJECTED[table]] as (keyof T & string)[];
  const keyOf = (row: T) => JSON.stringify(key.map(column => row[column]));
  const old = new Map(before.map(row => [keyOf(row), row]));
  const changed = after.filter(row => {
    const previous = old.get(keyOf(row));
    old.delete(keyOf(row));
    return !equal(previous, row);
  });
  return [
    ...[...old.values()].map(gone =>
      rowsOf(tx, table, where)
        .where(Object.fromEntries(key.map(column => [column, gone[column]])))
        .delete(),
    ),
    ...upserts(tx, table, key, changed, where),
  ];
}

/** Whether two rows of a table hold the same. */
function equal<T extends object>(a: T | undefined, b: T): boolean {
  return (
    a !== undefined &&
    Object.entries(b).every(([column, value]) => a[column as keyof T] === value)
  );
}
