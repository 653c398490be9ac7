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
import { chunksOf, yieldToEventLoop } from '../../database/sql';
import type { StoredPhases } from '../../reviews/projection/projection';
import { workloadIdOf } from '../../reviews/ReviewStore';
import type {
  DayHistoryRow,
  FigureColumns,
  ScorecardFigureColumns,
  ScorecardRow,
} from '../../reviews/rows';
import type { CopiedWorkloadColumns } from '../../workloads/rows';
import { lensesOf } from '../../workloads/workloadLenses';
import { dayNumber } from './dayNumbers';
import { NEVER } from './figureCodes';
import type { FigureRow } from './FigureTable';
import type { WorkloadFacts } from './Workloads';

/** Reviews, or workloads, read at a time. */
const BATCH = 2_000;

/** No day and no instant of any phase. */
const NOTHING: ReadonlyMap<string, number> = new Map();

/** A scorecard as read, of a workload and a lens version that are named. */
export interface ReadFigures extends FigureRow {
  workloadId: string;
  lensId: string;
  version: string;
}

/** Some scorecards, and the workloads they are of. */
export interface FigureBatch {
  figures: ReadFigures[];
  workloads?: WorkloadFacts[];
  /** Makes more of what was read; may read lenses, so not in a transaction. */
  later?: () => Promise<ReadFigures[]>;
}

/** Reads scorecards: all of them, or those of some workloads. */
export type ReadScorecards = (
  tx: Knex.Transaction,
  workloadIds?: readonly string[],
) => AsyncIterable<FigureBatch>;

/** What the rows of now and those of the past have in common. */
interface SelectedFigures
  extends Omit<FigureColumns, 'coverage'>,
    Pick<ScorecardFigureColumns, 'lens_version' | 'states' | 'level'> {
  review_id: string;
  level_rank: number | null;
  updated_at: string | null;
  answered_at: string | null;
}

type SelectedNow = SelectedFigures &
  CopiedWorkloadColumns &
  Pick<ScorecardRow, 'workload_id' | 'title_sort' | 'orphaned' | 'phases'>;

const FIGURES = [
  'review_id',
  'lens_version',
  'states',
  'score',
  'high',
  'medium',
  'none',
  'unanswered',
  'not_applicable',
  'practices_in_place',
  'practices_applicable',
  'level',
  'level_rank',
  'answered_at',
] as const satisfies readonly (keyof SelectedFigures)[];

const NOW = [
  ...FIGURES,
  'workload_id',
  'title',
  'title_sort',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'lifecycle',
  'tags',
  'primary_entity_ref',
  'orphaned',
  'phases',
  'updated_at',
] as const satisfies readonly (keyof SelectedNow)[];

const PAST = [
  ...FIGURES,
  'seq',
  'valid_from',
  'valid_to',
  'targets',
] as const satisfies readonly (keyof DayHistoryRow)[];

/** Rows of some reviews, by the column that names the review. */
export type Within = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

/** The scorecards as they are. */
export const readNow: ReadScorecards = async function* now(tx, workloadIds) {
  for await (const within of reviewsOf(tx, workloadIds)) {
    const rows: SelectedNow[] = await within(tx('scorecards')).select(NOW);
    const open = await openSince(tx, within, undefined);
    yield {
      figures: rows.map(row => ({
        ...toFigures(row),
        targets: targetsOf(row.phases),
        openSince: open.get(row.review_id) ?? NOTHING,
      })),
      workloads: await factsOf(tx, rows),
    };
  }
};

/** The scorecards at the end of each day, for as long as they held then. */
export const readDays: ReadScorecards = async function* days(tx, workloadIds) {
  for await (const within of reviewsOf(tx, workloadIds)) {
    const rows: DayHistoryRow[] = await heldOvernight(tx, within);
    yield {
      figures: rows.map(row => ({
        ...ofPast(row),
        from: dayNumber(row.valid_from),
        to: row.valid_to === null ? NEVER : dayNumber(row.valid_to),
      })),
    };
  }
};

/** Rows of the history that held at the end of a day. */
export function heldOvernight(
  tx: Knex.Transaction,
  within: Within,
): Knex.QueryBuilder {
  return within(tx('scorecard_history'))
    .whereRaw('states is not null')
    .select(PAST);
}

/** Figures of a row of the history. */
export function ofPast(
  row: DayHistoryRow,
  open: ReadonlyMap<string, number> = NOTHING,
): ReadFigures {
  return {
    ...toFigures({
      ...row,
      updated_at: row.seq === 0 ? null : row.valid_from,
    }),
    targets: row.targets === null ? NOTHING : daysOf(JSON.parse(row.targets)),
    openSince: open,
  };
}

/**
 * All reviews, or those of some workloads, some at a time.
 *
 * @param lenses - only those with these lenses
 */
export async function* reviewsOf(
  tx: Knex.Transaction,
  workloadIds: readonly string[] | undefined,
  lenses?: readonly string[],
): AsyncGenerator<Within> {
  const judgedWith = (query: Knex.QueryBuilder) =>
    lenses ? query.whereIn('lens_id', [...lenses]) : query;
  if (workloadIds) {
    for (const ids of chunksOf(workloadIds, BATCH)) {
      yield query =>
        query.whereIn('review_id', of =>
          judgedWith(
            of.select('review_id').from('reviews').whereIn('workload_id', ids),
          ),
        );
    }
    return;
  }
  let after = '';
  for (;;) {
    const ids: string[] = await judgedWith(tx('reviews'))
      .where('review_id', '>', after)
      .orderBy('review_id')
      .limit(BATCH)
      .pluck('review_id');
    const last = ids.at(-1);
    if (last === undefined) {
      return;
    }
    const first = after;
    yield query => {
      query.where('review_id', '>', first).where('review_id', '<=', last);
      return lenses ? query.whereIn('review_id', ids) : query;
    };
    await yieldToEventLoop();
    after = last;
  }
}

/** Since when phases are worked on, now or at an instant, by review and phase. */
export async function openSince(
  tx: Knex.Transaction,
  within: Within,
  at: string | undefined,
): Promise<Map<string, Map<string, number>>> {
  const query = within(tx('phase_iterations')).select(
    'review_id',
    'phase_id',
    'started_at',
  );
  if (at === undefined) {
    query.whereNull('ended_at');
  } else {
    query
      .where('started_at', '<=', at)
      .where(open => open.whereNull('ended_at').orWhere('ended_at', '>', at));
  }
  const open = new Map<string, Map<string, number>>();
  for (const row of await query) {
    const phases = open.get(row.review_id) ?? new Map<string, number>();
    open.set(
      row.review_id,
      phases.set(row.phase_id, Date.parse(row.started_at)),
    );
  }
  return open;
}

async function factsOf(
  tx: Knex.Transaction,
  rows: readonly SelectedNow[],
): Promise<WorkloadFacts[]> {
  const byId = new Map(rows.map(row => [row.workload_id, row]));
  const lenses = await lensesOf(tx, byId.keys());
  return [...byId.values()].map(row => ({
    workloadId: row.workload_id,
    owner: row.owner_ref,
    lifecycle: row.lifecycle,
    lensIds: lenses.get(row.workload_id) ?? [],
    title: row.title,
    titleSort: row.title_sort,
    entityRef: row.primary_entity_ref,
    system: row.system_ref,
    domain: row.domain_ref,
    tags: [...new Set<string>(JSON.parse(row.tags))],
    orphaned: Boolean(row.orphaned),
  }));
}

function toFigures(
  row: SelectedFigures,
): Omit<ReadFigures, 'targets' | 'openSince'> {
  const workloadId = workloadIdOf(row.review_id);
  return {
    workloadId,
    lensId: row.review_id.slice(workloadId.length + 1),
    version: row.lens_version,
    states: row.states,
    score: row.score,
    unanswered: row.unanswered,
    high: row.high,
    medium: row.medium,
    none: row.none,
    notApplicable: row.not_applicable,
    practicesInPlace: row.practices_in_place,
    practicesApplicable: row.practices_applicable,
    level: row.level,
    levelRank: row.level_rank,
    updatedAt: milliseconds(row.updated_at),
    answeredAt: milliseconds(row.answered_at),
    from: 0,
    to: NEVER,
  };
}

function targetsOf(phases: string): ReadonlyMap<string, number> {
  // Most reviews have no target: those need not be read.
  if (!phases.includes('"targetDate":"')) {
    return NOTHING;
  }
  const stored: StoredPhases = JSON.parse(phases);
  return daysOf(
    Object.fromEntries(
      Object.entries(stored).flatMap(([phase, { targetDate }]) =>
        targetDate === null ? [] : [[phase, targetDate]],
      ),
    ),
  );
}

function daysOf(targets: Record<string, string>): Map<string, number> {
  return new Map(
    Object.entries(targets).map(([phase, day]) => [phase, dayNumber(day)]),
  );
}

function milliseconds(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
