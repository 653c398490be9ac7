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
import type { FigureColumns } from '../../reviews/rows';
import { lensesOf } from '../../workloads/workloadLenses';
import { dayNumber } from './dayNumbers';
import { NEVER } from './figureCodes';
import type { FigureRow } from './FigureTable';
import type { WorkloadFacts } from './Workloads';

/** Reviews, or workloads, read at a time. */
const BATCH = 2_000;

/** A scorecard as read, of a workload and a lens version that are named. */
export interface ReadFigures extends FigureRow {
  workloadId: string;
  lensId: string;
  version: string;
}

/** Some scorecards, and the workloads they are of. */
export interface FigureBatch {
  figures: ReadFigures[];
  workloads: WorkloadFacts[];
}

/** Reads scorecards: all of them, or those of some workloads. */
export type ReadScorecards = (
  tx: Knex.Transaction,
  workloadIds?: readonly string[],
) => AsyncIterable<FigureBatch>;

interface SelectedFigures extends FigureColumns {
  review_id: string;
  lens_version: string;
  states: string;
  level: string;
  level_rank: number | null;
  phases: string;
  updated_at: string | null;
  answered_at: string | null;
}

interface SelectedNow extends SelectedFigures {
  workload_id: string;
  title: string;
  title_sort: string;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  lifecycle: string | null;
  tags: string;
  primary_entity_ref: string | null;
  orphaned: boolean | 0 | 1;
}

const FIGURES = [
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
  'phases',
  'answered_at',
];

/** Rows of some reviews, by the column that names the review. */
type Within = (query: Knex.QueryBuilder, column: string) => Knex.QueryBuilder;

/** The scorecards as they are. */
export const readNow: ReadScorecards = async function* now(tx, workloadIds) {
  for await (const within of reviewsOf(tx, workloadIds)) {
    const rows: SelectedNow[] = await within(
      tx('scorecards as s').join(
        'practice_states as p',
        'p.review_id',
        's.review_id',
      ),
      's.review_id',
    ).select(
      's.review_id',
      's.workload_id',
      's.title',
      's.title_sort',
      's.owner_ref',
      's.system_ref',
      's.domain_ref',
      's.lifecycle',
      's.tags',
      's.primary_entity_ref',
      's.orphaned',
      's.updated_at',
      's.lens_version',
      'p.states',
      ...FIGURES.map(name => `s.${name}`),
    );
    const open = await openSince(tx, within, undefined);
    yield {
      figures: rows.map(row => toFigures(row, open.get(row.review_id))),
      workloads: await factsOf(tx, rows),
    };
  }
};

/**
 * The scorecards as they were at an instant.
 *
 * @param lenses - only those with these lenses
 */
export function readAt(at: string, lenses?: readonly string[]): ReadScorecards {
  return async function* past(tx, workloadIds) {
    for await (const within of reviewsOf(tx, workloadIds)) {
      const query = within(tx('scorecard_history as h'), 'h.review_id')
        .where('h.valid_from', '<=', at)
        .where(held =>
          held.whereNull('h.valid_to').orWhere('h.valid_to', '>', at),
        )
        .select('h.review_id', 'h.lens_version', 'h.states', {
          updated_at: tx.raw(
            'case when h.seq = 0 then null else h.valid_from end',
          ),
        })
        .select(FIGURES.map(name => `h.${name}`));
      if (lenses) {
        query.whereIn('h.lens_id', [...lenses]);
      }
      const rows: SelectedFigures[] = await query;
      const open = await openSince(tx, within, at);
      yield {
        figures: rows.map(row => toFigures(row, open.get(row.review_id))),
        workloads: [],
      };
    }
  };
}

/** The scorecards at the end of each day, for as long as they held then. */
export const readDays: ReadScorecards = async function* days(tx, workloadIds) {
  for await (const within of reviewsOf(tx, workloadIds)) {
    const rows: (SelectedFigures & {
      valid_from: string;
      valid_to: string | null;
    })[] = await within(tx('scorecard_history as h'), 'h.review_id')
      .whereRaw(
        `substr(h.valid_from, 1, 10) <> coalesce(substr(h.valid_to, 1, 10), '')`,
      )
      .select(
        'h.review_id',
        'h.lens_version',
        'h.states',
        'h.valid_from',
        'h.valid_to',
        ...FIGURES.map(name => `h.${name}`),
      );
    yield {
      figures: rows.map(row => ({
        ...toFigures({ ...row, updated_at: null }),
        from: dayNumber(row.valid_from),
        to: row.valid_to === null ? NEVER : dayNumber(row.valid_to),
      })),
      workloads: [],
    };
  }
};

/** All reviews, or those of some workloads, some at a time. */
async function* reviewsOf(
  tx: Knex.Transaction,
  workloadIds: readonly string[] | undefined,
): AsyncGenerator<Within> {
  if (workloadIds) {
    for (const ids of chunksOf(workloadIds, BATCH)) {
      yield (query, column) =>
        query.whereIn(column, of =>
          of.select('review_id').from('reviews').whereIn('workload_id', ids),
        );
    }
    return;
  }
  let after = '';
  for (;;) {
    const ids: string[] = await tx('reviews')
      .where('review_id', '>', after)
      .orderBy('review_id')
      .limit(BATCH)
      .pluck('review_id');
    const last = ids.at(-1);
    if (last === undefined) {
      return;
    }
    const first = after;
    yield (query, column) =>
      query.where(column, '>', first).where(column, '<=', last);
    await yieldToEventLoop();
    after = last;
  }
}

/** Since when phases are worked on, now or at an instant, by review and phase. */
async function openSince(
  tx: Knex.Transaction,
  within: Within,
  at: string | undefined,
): Promise<Map<string, Map<string, number>>> {
  const query = within(tx('phase_iterations as i'), 'i.review_id').select(
    'i.review_id',
    'i.phase_id',
    'i.started_at',
  );
  if (at === undefined) {
    query.whereNull('i.ended_at');
  } else {
    query
      .where('i.started_at', '<=', at)
      .where(open =>
        open.whereNull('i.ended_at').orWhere('i.ended_at', '>', at),
      );
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

const NOTHING_OPEN: ReadonlyMap<string, number> = new Map();

function toFigures(
  row: SelectedFigures,
  open: ReadonlyMap<string, number> = NOTHING_OPEN,
): ReadFigures {
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
    targets: targetsOf(row.phases),
    openSince: open,
    from: 0,
    to: NEVER,
  };
}

/** Most reviews have no target: those need not be read. */
function targetsOf(phases: string): Map<string, number> {
  const targets = new Map<string, number>();
  if (phases.includes('"targetDate":"')) {
    const stored: StoredPhases = JSON.parse(phases);
    for (const [phase, { targetDate }] of Object.entries(stored)) {
      if (targetDate !== null) {
        targets.set(phase, dayNumber(targetDate));
      }
    }
  }
  return targets;
}

function milliseconds(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
