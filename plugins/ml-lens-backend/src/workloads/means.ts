// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';

/*
 * What means are over in SQL, as org/query/rollup says it of columns. A review
 * has begun once it has a score; a mean of scores or of coverage is over the
 * reviews that have begun, and retired workloads are in none unless a filter
 * asks for them, see OrgScope.onlyActive.
 */

/** Mean score and coverage of scorecards, as SQL. */
export const MEANS = {
  score: 'avg(score)',
  coverage: 'avg(case when score is not null then coverage end)',
};

/** Leaves out what has a lifecycle of a retired workload. */
export function withoutRetired(
  query: Knex.QueryBuilder,
  column: string,
  retired: readonly string[],
): void {
  if (retired.length > 0) {
    query.where(active =>
      active.whereNotIn(column, [...retired]).orWhereNull(column),
    );
  }
}
