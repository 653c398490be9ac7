// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { NO_VALUE } from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import { OrgFilters } from '../query/orgFilters';
import { StoredTarget } from './TargetStore';

/**
 * The scorecards a target is for. Workloads without an entity are nobody's to
 * improve, so no target is for them.
 */
export function filtersOf(target: StoredTarget): OrgFilters {
  const { owner, system, domain, lifecycle, tag } = target.filter;
  return {
    lens: [target.lens],
    owner: someOf(owner),
    system: someOf(system),
    domain: someOf(domain),
    lifecycle: someOf(lifecycle),
    tag: someOf(tag),
    orphaned: 'false',
  };
}

/** An empty filter is none. */
function someOf(values: string[] | undefined): string[] | undefined {
  return values?.length ? values : undefined;
}

/**
 * Whether a scorecard reaches a target. The whole lens must have the score and
 * the coverage, or else every phase named; a phase in which nothing applies
 * holds nobody back.
 */
export function reaching({
  minScore,
  minCoverage,
  phases,
}: StoredTarget): (table: FigureTable, entry: number) => boolean {
  if (phases.length === 0) {
    return (table, entry) =>
      table.score[entry] >= minScore && table.coverage(entry) >= minCoverage;
  }
  return (table, entry) =>
    phases.every(phase => {
      const index = table.phases.indexOf(phase);
      const place = entry * table.phases.length + index;
      const score = table.phaseScore[place];
      const covered =
        table.phaseAnswered[place] / (table.phaseApplicable[place] || 1);
      return (
        index >= 0 &&
        (score === NO_VALUE || (score >= minScore && covered >= minCoverage))
      );
    });
}

/** The same of the row `s` as an SQL condition that is never unknown. */
export function reaches(knex: Knex, target: StoredTarget): Knex.Raw {
  const { minScore, minCoverage, phases } = target;
  if (phases.length === 0) {
    return knex.raw(`(coalesce(s.score, -1) >= ? and s.coverage >= ?)`, [
      minScore,
      minCoverage,
    ]);
  }
  // Lists of id, score, coverage and counts; see packScopes.
  const { rows, id, score, coverage } =
    knex.client.config.client === 'pg'
      ? {
          rows: `json_array_elements(s.scopes::json -> 'phases') as e`,
          id: `(e ->> 0)`,
          score: `(e ->> 1)::integer`,
          coverage: `(e ->> 2)::double precision`,
        }
      : {
          rows: `json_each(s.scopes, '$.phases') as e`,
          id: `json_extract(e.value, '$[0]')`,
          score: `json_extract(e.value, '$[1]')`,
          coverage: `json_extract(e.value, '$[2]')`,
        };
  const names = phases.map(() => '?').join(', ');
  return knex.raw(
    `(select count(*) from ${rows} where ${id} in (${names}) and (${score} is null or (${score} >= ? and ${coverage} >= ?))) = ?`,
    [...phases, minScore, minCoverage, phases.length],
  );
}
