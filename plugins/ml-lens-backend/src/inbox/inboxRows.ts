// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { InboxItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import type { WorkloadFilter } from '../auth/Access';
import type { StoredTarget } from '../org/targets/TargetStore';
import type { Freshness } from '../reviews/Freshness';
import { onlyAskedFor } from '../workloads/askedFor';
import { withoutRetired } from '../workloads/means';
import { contradictedAnswers } from './contradictions';

/** What {@link mine} and what is contradicted of it is called in the query. */
const MINE = 'mine';
export const CONTRADICTED = 'contradicted';

/** For whom, and of when, an inbox is. */
export interface InboxScope {
  now: string;
  me: string;
  scope: 'mine' | 'team';
  /** Whose workloads count: the caller, or all they own something as. */
  owners: string[];
  freshness: Freshness;
  targets: StoredTarget[];
  /** What the caller may see; undefined for everything. */
  read: WorkloadFilter | undefined;
  /** Where the caller may decide on waivers; false for nowhere. */
  approve: WorkloadFilter | undefined | false;
  /** Where the caller may answer. */
  update: WorkloadFilter | undefined;
  /** Where the caller may decide at gates. */
  decide: WorkloadFilter | undefined;
  /** Where the caller may decide on links. */
  links: WorkloadFilter | undefined;
}

/** Columns of a kind beside those of the workload, as SQL. */
interface Parts {
  id: string;
  question?: string;
  due?: string | Knex.Raw;
  since?: string;
  reason?: string | Knex.Raw;
}

/** A query of what some kinds find, named `i`. */
export function waiting(
  knex: Knex,
  scope: InboxScope,
  selects: readonly Knex.QueryBuilder[],
): Knex.QueryBuilder {
  return knex
    .withMaterialized(MINE, mine(knex, scope))
    .withMaterialized(
      CONTRADICTED,
      contradictedAnswers(knex.from(`${MINE} as s`), scope.now),
    )
    .with('i', knex.unionAll(selects.map(select => select.clone())))
    .from('i');
}

/**
 * The scorecards that somebody owns and sees: most kinds are about these, so
 * they are looked up once.
 */
function mine(knex: Knex, scope: InboxScope): Knex.QueryBuilder {
  const query = knex
    .from('scorecards as s')
    .where('s.orphaned', false)
    .select(
      's.review_id',
      's.workload_id',
      's.title',
      's.primary_entity_ref',
      's.lens_id',
      's.lens_version',
      's.owner_ref',
      's.lifecycle',
      's.answered_at',
      's.current_phase',
      's.phases',
      's.due_open',
      's.due_since',
      's.to_confirm',
    );
  withoutRetired(query, 's.lifecycle', scope.freshness.retired);
  onlyAskedFor(query, 's');
  see(query, scope.read);
  return owned(query, scope);
}

/** Rows about {@link mine}. */
export function ofMine(
  knex: Knex,
  kind: InboxItem['kind'],
  parts: Parts,
): Knex.QueryBuilder {
  return knex.from(`${MINE} as s`).select(columns(knex, kind, parts));
}

export function rows(
  knex: Knex,
  scope: InboxScope,
  kind: InboxItem['kind'],
  parts: Parts,
): Knex.QueryBuilder {
  const query = knex
    .from('scorecards as s')
    .where('s.orphaned', false)
    .select(columns(knex, kind, parts));
  withoutRetired(query, 's.lifecycle', scope.freshness.retired);
  see(query, scope.read);
  return query;
}

export function waivers(
  knex: Knex,
  scope: InboxScope,
  kind: InboxItem['kind'],
  since: string,
  parts: Partial<Parts> = {},
): Knex.QueryBuilder {
  return rows(knex, scope, kind, {
    id: `'/' || w.waiver_id`,
    question: 'w.question_id',
    due: 'w.expires_at',
    since,
    reason: 'w.reason',
    ...parts,
  }).join('waivers as w', 'w.review_id', 's.review_id');
}

/** The same columns in the same order for every kind: they become one list. */
export function columns(knex: Knex, kind: InboxItem['kind'], parts: Parts) {
  const none = 'cast(null as text)';
  const sql = (part: string | Knex.Raw = none) =>
    typeof part === 'string' ? knex.raw(part) : part;
  return {
    row_id: knex.raw(`'${kind}/' || s.review_id || ${parts.id}`),
    kind: knex.raw(`'${kind}'`),
    workload_id: 's.workload_id',
    title: 's.title',
    entity_ref: 's.primary_entity_ref',
    lens_id: 's.lens_id',
    question_id: sql(parts.question),
    due_at: sql(parts.due),
    since: sql(parts.since),
    reason: sql(parts.reason ?? `''`),
  };
}

export function owned(query: Knex.QueryBuilder, { owners }: InboxScope) {
  return query.whereIn('s.owner_ref', owners);
}

export function see(
  query: Knex.QueryBuilder,
  filter: WorkloadFilter | undefined,
) {
  filter?.apply(query, 's');
}
