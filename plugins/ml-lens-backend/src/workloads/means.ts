/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { Knex } from 'knex';

/*
 * What means are over, in one place. A review has begun once it has a score; a
 * mean of scores or of coverage is over the reviews that have begun, and
 * retired workloads are in none unless a filter asks for them, see
 * OrgScope.onlyActive.
 */

/** Names the columns of figures a mean is over. */
type FigureOf = (column: string) => string;

/** How many reviews have begun, as SQL. */
export function begunCount(figure: FigureOf): string {
  return `count(${figure('score')})`;
}

/** How many reviews have a level, as SQL. */
export function assessedCount(figure: FigureOf): string {
  return `count(${figure('level_rank')})`;
}

/** A coverage that counts in means, as SQL; null where nothing has begun. */
export function begunCoverage(
  figure: FigureOf,
  coverage = figure('coverage'),
): string {
  return `(case when ${figure('score')} is not null then ${coverage} end)`;
}

/** Mean score and coverage, as SQL. */
export function meansOf(figure: FigureOf): { score: string; coverage: string } {
  return {
    score: `avg(${figure('score')})`,
    coverage: `avg(${begunCoverage(figure)})`,
  };
}

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
