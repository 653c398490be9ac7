/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  OrgGroupBy,
  PhaseStatus,
  Rollup,
  Summary,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { toNumber } from '../../database/sql';
import { assessedCount, begunCount, meansOf } from '../../workloads/means';
import { OrgScope, OrgSource } from './OrgSource';

/** Key of the group of everything; never a column's value. */
const ALL = Symbol('all');
type GroupKey = string | null | typeof ALL;

/** What scorecards can be grouped by. */
export type GroupField = OrgGroupBy | 'workload';

/**
 * Totals and roll-ups, by aggregates of the database: no scorecard is loaded.
 * Largest groups first, then by name, those without a value last. A scorecard
 * counts in the group of each of its tags.
 */
export async function querySummary(
  knex: Knex,
  scope: OrgScope & { groupBy: OrgGroupBy | undefined },
): Promise<Summary> {
  const source = new OrgSource(knex, { ...scope, onlyActive: true });
  const total = await rollups(knex, source, undefined);
  const groups = scope.groupBy
    ? await rollups(knex, source, scope.groupBy)
    : new Map<GroupKey, Rollup>();
  return {
    groupBy: scope.groupBy ?? null,
    total: total.get(ALL) ?? emptyRollup(),
    retired: source.leavesOutRetired
      ? await new OrgSource(knex, scope).countRetired()
      : 0,
    distribution: await distributionOf(knex, source),
    ...(await paceOf(knex, source)),
    groups: [...groups]
      .map(([key, rollup]) => ({ ...rollup, key: key as string | null }))
      .sort((a, b) => b.workloads - a.workloads || compareKeys(a.key, b.key)),
  };
}

/** How scores and coverage are spread, in tenths. */
async function distributionOf(
  knex: Knex,
  source: OrgSource,
): Promise<Summary['distribution']> {
  const score = source.figure('score');
  const coverage = source.figure('coverage');
  const tenths = Array.from({ length: 10 }, (_, index) => index);
  const count = (condition: string) =>
    knex.raw(`count(case when ${condition} then 1 end)`);
  const [row] = await source.query().select({
    no_score: count(`${score} is null`),
    ...Object.fromEntries(
      tenths.flatMap(tenth => {
        const last = tenth === 9;
        const scores = `${score} between ${tenth * 10} and ${
          last ? 100 : tenth * 10 + 9
        }`;
        const covered = `${coverage} >= ${tenth / 10}${
          last ? '' : ` and ${coverage} < ${(tenth + 1) / 10}`
        }`;
        return [
          [`score_${tenth}`, count(scores)],
          [`coverage_${tenth}`, count(covered)],
        ];
      }),
    ),
  });
  return {
    score: tenths.map(tenth => toNumber(row[`score_${tenth}`])),
    noScore: toNumber(row.no_score),
    coverage: tenths.map(tenth => toNumber(row[`coverage_${tenth}`])),
  };
}

/** How long phases have been worked on, and which are late. */
async function paceOf(
  knex: Knex,
  source: OrgSource,
): Promise<Pick<Summary, 'late' | 'pace'>> {
  const pace: Summary['pace'] = {};
  const of = (phase: string) => {
    pace[phase] ??= { open: 0, meanDays: null, late: 0 };
    return pace[phase];
  };
  const { instant } = source;
  const days = source.postgres
    ? `extract(epoch from (?::timestamptz - i.started_at::timestamptz)) / 86400`
    : `julianday(?) - julianday(i.started_at)`;
  const open = await source
    .query()
    .join('phase_iterations as i', 'i.review_id', 's.review_id')
    .where('i.started_at', '<=', instant)
    .where(lasting =>
      lasting.whereNull('i.ended_at').orWhere('i.ended_at', '>', instant),
    )
    .select({
      phase: 'i.phase_id',
      open: knex.raw('count(*)'),
      mean_days: knex.raw(`avg(${days})`, [instant]),
    })
    .groupBy('i.phase_id');
  for (const row of open) {
    const meanDays = Math.round(toNumber(row.mean_days) * 10) / 10;
    Object.assign(of(row.phase), { open: toNumber(row.open), meanDays });
  }
  const byPhase = source.query();
  const phase = source.joinLatePhases(byPhase);
  const late = await byPhase
    .select({ phase, late: knex.raw('count(*)') })
    .groupBy(phase);
  for (const row of late) {
    of(row.phase).late = toNumber(row.late);
  }
  const anywhere = source.query();
  source.joinLatePhases(anywhere);
  const [{ count }] = await anywhere.countDistinct({ count: 's.review_id' });
  return { late: toNumber(count), pace };
}

/** Roll-ups by group, or of everything under a key of its own. */
export async function rollups(
  knex: Knex,
  source: OrgSource,
  groupBy: GroupField | undefined,
): Promise<Map<GroupKey, Rollup>> {
  const key = groupBy && groupColumn(source, groupBy);
  const grouped = () => {
    const query = groupBy ? groupable(source, groupBy) : source.query();
    if (key) {
      query.select(`${key} as group_key`).groupBy(key);
    }
    return query;
  };
  const keyOf = (row: { group_key?: string | null }): GroupKey =>
    key ? row.group_key ?? null : ALL;

  const figure = (column: string) => source.figure(column);
  const means = meansOf(figure);
  const totals = await grouped().select({
    workloads: knex.raw('count(*)'),
    begun: knex.raw(begunCount(figure)),
    assessed: knex.raw(assessedCount(figure)),
    score: knex.raw(means.score),
    coverage: knex.raw(means.coverage),
    ...Object.fromEntries(
      ['high', 'medium', 'none', 'unanswered', 'not_applicable'].map(name => [
        name,
        knex.raw(`sum(${source.figure(name)})`),
      ]),
    ),
  });
  const result = new Map<GroupKey, Rollup>();
  for (const row of totals) {
    // Without groups an empty selection still gives one row.
    if (toNumber(row.workloads) > 0) {
      result.set(keyOf(row), toRollup(row));
    }
  }

  const level = source.figure('level');
  const levels = await grouped()
    .select({ level, count: knex.raw('count(*)') })
    .groupBy(level)
    .orderBy(level);
  for (const row of levels) {
    result.get(keyOf(row))!.levels[row.level] = toNumber(row.count);
  }

  for (const row of await phaseCounts(knex, source, grouped())) {
    const { phases } = result.get(keyOf(row))!;
    phases[row.phase] ??= noPhases();
    phases[row.phase][row.status as PhaseStatus] = toNumber(row.count);
  }
  return result;
}

/** How many scorecards stand at each status, by group and phase. */
async function phaseCounts(
  knex: Knex,
  source: OrgSource,
  grouped: Knex.QueryBuilder,
): Promise<
  { group_key?: string | null; phase: string; status: string; count: unknown }[]
> {
  let phase = 'f.scope_id';
  let status = 'f.status';
  if (!source.past) {
    grouped.join('scorecard_scopes as f', join =>
      join
        .on('f.review_id', 's.review_id')
        // A literal, so that the index of phases serves it.
        .andOn(knex.raw(`f.kind = 'phase'`)),
    );
  } else if (source.postgres) {
    phase = 'f.key';
    status = `f.value ->> 'status'`;
    grouped.joinRaw('cross join lateral json_each(h.phases::json) as f');
  } else {
    phase = 'f.key';
    status = `json_extract(f.value, '$.status')`;
    grouped.joinRaw('cross join json_each(h.phases) as f');
  }
  return await grouped
    .select({
      phase: knex.raw(phase),
      status: knex.raw(status),
      count: knex.raw('count(*)'),
    })
    .groupByRaw(`${phase}, ${status}`)
    .orderByRaw(phase);
}

/** Every scorecard of a source, joined with what it is grouped by. */
export function groupable(
  source: OrgSource,
  groupBy: GroupField,
): Knex.QueryBuilder {
  const query = source.query();
  return groupBy === 'tag'
    ? query.leftJoin('workload_tags as g', 'g.workload_id', 's.workload_id')
    : query;
}

/** Where the key of a group is; see {@link groupable}. */
export function groupColumn(source: OrgSource, groupBy: GroupField): string {
  switch (groupBy) {
    case 'workload':
      return 's.workload_id';
    case 'owner':
      return 's.owner_ref';
    case 'system':
      return 's.system_ref';
    case 'domain':
      return 's.domain_ref';
    case 'lifecycle':
      return 's.lifecycle';
    case 'level':
      return source.figure('level');
    case 'tag':
      return 'g.tag';
    default:
      throw new TypeError(`Cannot group by ${groupBy satisfies never}`);
  }
}

function toRollup(row: Record<string, unknown>): Rollup {
  return {
    ...emptyRollup(),
    workloads: toNumber(row.workloads),
    begun: toNumber(row.begun),
    assessed: toNumber(row.assessed),
    score: row.score === null ? null : Math.round(toNumber(row.score)),
    coverage: row.coverage === null ? null : toNumber(row.coverage),
    counts: {
      UNANSWERED: toNumber(row.unanswered),
      HIGH: toNumber(row.high),
      MEDIUM: toNumber(row.medium),
      NONE: toNumber(row.none),
      NOT_APPLICABLE: toNumber(row.not_applicable),
    },
  };
}

/** The roll-up of nothing. */
export function emptyRollup(): Rollup {
  return {
    workloads: 0,
    begun: 0,
    assessed: 0,
    score: null,
    coverage: null,
    counts: { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 },
    levels: {},
    phases: {},
  };
}

function noPhases(): Rollup['phases'][string] {
  return { NOT_STARTED: 0, IN_PROGRESS: 0, AT_RISK: 0, COMPLETE: 0 };
}

/** Alphabetical, null last. */
export function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return a < b ? -1 : Number(a > b);
}
