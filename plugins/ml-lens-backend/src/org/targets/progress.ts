/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { Knex } from 'knex';
import { keysetPage, KeysetRow, listKeyOf } from '../../database/keyset';
import { toNumber } from '../../database/sql';
import { pointsBetween, dayOf } from '../query/days';
import { OrgFilters } from '../query/orgFilters';
import { EVER, OrgScope, OrgSource } from '../query/OrgSource';
import { sumsOverTime } from '../query/overTime';
import { filtersOf, reaches } from './reach';
import { StoredTarget } from './TargetStore';

/** Who asks, and what they may see. */
export type TargetScope = Pick<OrgScope, 'access' | 'freshness' | 'now'>;

/** How many workloads a target is for, and how many reach it. */
export interface Reach {
  workloads: number;
  reached: number;
}

/** A workload that does not reach a target. */
export interface Behind {
  workloadId: string;
  entityRef: string | null;
  title: string;
  owner: string | null;
  score: number | null;
  coverage: number;
}

/** How far a target is, now, for the caller. */
export async function queryReach(
  knex: Knex,
  scope: TargetScope,
  target: StoredTarget,
  filters: OrgFilters = {},
): Promise<Reach> {
  const source = sourceOf(knex, scope, target, undefined, filters);
  const [row] = await source.query().select({
    workloads: knex.raw('count(*)'),
    reached: knex.raw('sum(case when ? then 1 else 0 end)', [
      reaches(knex, source, target),
    ]),
  });
  return { workloads: toNumber(row.workloads), reached: toNumber(row.reached) };
}

/** Burn-up: how far the target was at the end of each week since it began. */
export async function queryBurnUp(
  knex: Knex,
  scope: TargetScope,
  target: StoredTarget,
): Promise<({ date: string } & Reach)[]> {
  const today = dayOf(scope.now);
  if (target.startDate > today) {
    return [];
  }
  const days = pointsBetween({
    from: target.startDate,
    to: target.dueDate,
    interval: 'week',
    today,
  });
  const source = sourceOf(knex, scope, target, EVER);
  const [sums] = await sumsOverTime(knex, {
    rows: () => source.query(),
    days,
    keys: {},
    measures: {
      workloads: 'count(*)',
      reached: knex.raw('sum(case when ? then 1 else 0 end)', [
        reaches(knex, source, target),
      ]),
    },
  });
  return days.map((date, index) => ({
    date,
    workloads: sums?.sums.workloads[index] ?? 0,
    reached: sums?.sums.reached[index] ?? 0,
  }));
}

/** A page of the workloads that do not reach a target, lowest score first. */
export async function queryBehind(
  knex: Knex,
  scope: TargetScope,
  target: StoredTarget,
  page: { cursor: string | undefined; limit: number },
): Promise<{
  behind: Behind[];
  totalItems: number;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}> {
  const source = sourceOf(knex, scope, target, undefined);
  const behind = () =>
    source.query().whereRaw('not (?)', [reaches(knex, source, target)]);
  const { rows, pageInfo } = await keysetPage<
    KeysetRow & {
      workload_id: string;
      primary_entity_ref: string | null;
      title: string;
      owner_ref: string | null;
      score: number | null;
      coverage: number;
    }
  >(
    {
      select: () =>
        behind()
          .select(
            's.workload_id',
            's.primary_entity_ref',
            's.title',
            's.owner_ref',
            's.score',
            's.coverage',
          )
          .select({ row_id: 's.review_id', sort_value: 's.score' }),
      column: { expression: 's.score', type: 'integer', nullable: true },
      id: 's.review_id',
      descending: false,
    },
    { key: listKeyOf(['behind', target.id, target.revision]), ...page },
  );
  const [{ count }] = await behind().count({ count: '*' });
  return {
    behind: rows.map(row => ({
      workloadId: row.workload_id,
      entityRef: row.primary_entity_ref,
      title: row.title,
      owner: row.owner_ref,
      score: row.score,
      coverage: row.coverage,
    })),
    totalItems: toNumber(count),
    pageInfo,
  };
}

function sourceOf(
  knex: Knex,
  scope: TargetScope,
  target: StoredTarget,
  at: string | undefined,
  filters: OrgFilters = {},
): OrgSource {
  return new OrgSource(knex, {
    ...scope,
    filters: { ...filtersOf(target), ...filters },
    at,
  });
}
