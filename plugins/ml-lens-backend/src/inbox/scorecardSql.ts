// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { whereAnyOf } from '../database/sql';
import { refsOf } from '../org/query/workloadsKept';
import { filtersOf, reaches } from '../org/targets/reach';
import type { StoredTarget } from '../org/targets/TargetStore';

/** The status of a phase of the scorecard `s`, as SQL. */
export function phaseStatusSql(
  { client }: Pick<Knex, 'client'>,
  phase: string,
): string {
  return client.config.client === 'pg'
    ? `(s.phases::json ->> ${phase})`
    : `json_extract(s.phases, '$."' || ${phase} || '"')`;
}

/**
 * Leaves of a query of scorecards `s` one row for every phase that is late: the
 * day of its target is over (UTC) and the phase not complete. The target is
 * `lt`.
 */
export function joinLatePhases(query: Knex.QueryBuilder, now: string): void {
  const status = phaseStatusSql(query, 'lt.phase_id');
  query
    .join('phase_targets as lt', 'lt.review_id', 's.review_id')
    .where('lt.target_date', '<', now.slice(0, 'YYYY-MM-DD'.length))
    .whereRaw(`${status} <> 'COMPLETE'`);
}

/** The scorecards `s` that a target is for and that do not reach it. */
export function behindTarget(
  knex: Knex,
  target: StoredTarget,
): Knex.QueryBuilder {
  const { owner, system, domain, lifecycle, tag } = filtersOf(target);
  const query = knex
    .from('scorecards as s')
    .where('s.lens_id', target.lens)
    .where('s.orphaned', false);
  whereAnyOf(query, 's.owner_ref', refsOf(owner));
  whereAnyOf(query, 's.system_ref', refsOf(system));
  whereAnyOf(query, 's.domain_ref', refsOf(domain));
  whereAnyOf(query, 's.lifecycle', lifecycle);
  if (tag) {
    withTags(knex, query, tag);
  }
  return query.whereRaw('not (?)', [reaches(knex, target)]);
}

function withTags(
  knex: Knex,
  query: Knex.QueryBuilder,
  wanted: readonly string[],
): void {
  const tags = () =>
    knex
      .select(knex.raw('1'))
      .from('workload_tags as t')
      .whereRaw('t.workload_id = s.workload_id');
  const named = wanted.filter(tag => tag !== '');
  query.where(either => {
    either.whereExists(tags().whereIn('t.tag', named));
    if (named.length < wanted.length) {
      either.orWhereNotExists(tags());
    }
  });
}
