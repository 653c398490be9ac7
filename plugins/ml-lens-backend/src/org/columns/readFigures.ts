// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { chunksOf, yieldToEventLoop } from '../../database/sql';
import { readTogether } from '../../database/together';
import { workloadIdOf } from '../../reviews/ReviewStore';
import { onlyAskedFor } from '../../workloads/askedFor';
import {
  type ModelCountsRow,
  modelCountsOf,
} from '../../workloads/modelCounts';
import {
  type CounterRow,
  countersOf,
  type OrgPosition,
  toPosition,
} from '../../workloads/orgChanges';
import type { ScorecardHistoryRow, ScorecardRow } from '../../reviews/rows';
import { dayNumber } from './dayNumbers';
import { NEVER } from './figureCodes';
import type { FigureRow } from './FigureRow';
import type { WorkloadFacts } from './Workloads';

/** Reviews, or workloads, read at a time. */
const BATCH = 2_000;

/** No day and no instant of any phase. */
export const NOTHING: ReadonlyMap<string, number> = new Map();

/** A scorecard as read, of a workload and a lens version that are named. */
export interface ReadFigures extends FigureRow {
  workloadId: string;
  lensId: string;
  version: string;
}

/** What is not known, or not asked for. */
const NO_FIGURES = {
  toConfirm: 0,
  practicesInPlace: 0,
  practicesApplicable: 0,
  levelRank: null,
  updatedAt: null,
  answeredAt: null,
  targets: NOTHING,
  openSince: NOTHING,
  from: 0,
  to: NEVER,
} satisfies Partial<ReadFigures>;

/** Some scorecards, and the workloads they are of. */
export interface FigureBatch {
  figures: ReadFigures[];
  workloads?: WorkloadFacts[];
  /** How far the organisation was when the last of it was read. */
  position: OrgPosition;
  /** Makes more of what was read; may read lenses, so not in a transaction. */
  later?: () => Promise<ReadFigures[]>;
}

/** Reads scorecards: all of them, or those of some workloads. */
export type ReadScorecards = (
  knex: Knex,
  workloadIds?: readonly string[],
) => AsyncIterable<FigureBatch>;

/** What is read of every scorecard. */
const COUNTS = [
  'review_id',
  'lens_version',
  'states',
  'score',
  'readiness',
  'current_phase',
  'high',
  'medium',
  'none',
  'unanswered',
  'not_applicable',
  'level',
] as const satisfies readonly (keyof ScorecardHistoryRow)[];

const DAYS = [
  ...COUNTS,
  'valid_from',
  'valid_to',
  'targets',
] as const satisfies readonly (keyof ScorecardHistoryRow)[];

export const FIGURES = [
  ...COUNTS,
  'practices_in_place',
  'practices_applicable',
  'level_rank',
  'answered_at',
] as const;
type SelectedFigures = Pick<
  ScorecardRow & ScorecardHistoryRow,
  (typeof FIGURES)[number]
>;

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
  'targets',
  'open_since',
  'updated_at',
  'to_confirm',
] as const satisfies readonly (keyof ScorecardRow)[];
type SelectedNow = Pick<ScorecardRow, (typeof NOW)[number]> & {
  lens_ids: string | null;
};

/** Rows of some reviews, by the column that names the review. */
export type Within = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

/** The scorecards as they are. */
export const readNow: ReadScorecards = async function* now(knex, workloadIds) {
  for await (const within of reviewsOf(knex, workloadIds)) {
    const { rows, models, position } = await readAsOf<{
      rows: SelectedNow;
      models: ModelCountsRow;
    }>(knex, {
      rows: onlyAskedFor(within(knex('scorecards')), 'scorecards')
        .select(NOW)
        .select({ lens_ids: lensIds(knex) }),
      models: knex('model_counts').whereIn(
        'workload_id',
        within(knex('scorecards')).select('workload_id'),
      ),
    });
    yield {
      position,
      figures: rows.map(row => ({
        ...toFigures(row),
        targets: targetsOf(row),
        openSince: openSinceOf(row),
        toConfirm: row.to_confirm ?? 0,
        updatedAt: milliseconds(row.updated_at),
      })),
      workloads: factsOf(rows, modelCountsOf(models)),
    };
  }
};

/** The scorecards at the end of each day, for as long as they held then; in order. */
export const readDays: ReadScorecards = async function* days(
  knex,
  workloadIds,
) {
  for await (const within of reviewsOf(knex, workloadIds)) {
    const { rows, position } = await readAsOf<{
      rows: Pick<ScorecardHistoryRow, (typeof DAYS)[number]>;
    }>(knex, {
      rows: within(knex('scorecard_history'))
        // What stands today stands where the scorecard is listed.
        .where(row =>
          row
            .whereNotNull('valid_to')
            .orWhereExists(
              onlyAskedFor(
                knex('scorecards as s')
                  .select(knex.raw('1'))
                  .whereRaw('s.review_id = scorecard_history.review_id'),
                's',
              ),
            ),
        )
        .select(DAYS),
    });
    yield {
      position,
      figures: rows
        .map(row => ({
          ...NO_FIGURES,
          ...namesOf(row),
          ...countsOf(row),
          targets: targetsOf(row),
          from: dayNumber(row.valid_from),
          to: row.valid_to === null ? NEVER : dayNumber(row.valid_to),
        }))
        .sort((a, b) => a.from - b.from),
    };
  }
};

/** The rows of several queries, and how far the organisation was then. */
export async function readAsOf<Rows extends Record<string, object>>(
  knex: Knex,
  queries: { [Name in keyof Rows]: Knex.QueryBuilder },
): Promise<{ [Name in keyof Rows]: Rows[Name][] } & { position: OrgPosition }> {
  const { counters, ...rows } = await readTogether<
    Record<string, object> & { counters: CounterRow }
  >(knex, { ...queries, counters: countersOf(knex) });
  return {
    ...(rows as { [Name in keyof Rows]: Rows[Name][] }),
    position: toPosition(counters),
  };
}

/**
 * All reviews, or those of some workloads, some at a time.
 *
 * @param lenses - only those with these lenses
 */
export async function* reviewsOf(
  knex: Knex,
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
    const ids: string[] = await judgedWith(knex('reviews'))
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

/** The lenses of the workload of a scorecard, with commas between them. */
function lensIds(knex: Knex): Knex.QueryBuilder {
  const list =
    knex.client.config.client === 'pg' ? 'string_agg' : 'group_concat';
  return knex('workload_lenses as l')
    .whereRaw('l.workload_id = scorecards.workload_id')
    .select(knex.raw(`${list}(l.lens_id, ',')`));
}

function factsOf(
  rows: readonly SelectedNow[],
  models: ReadonlyMap<string, WorkloadFacts['models']>,
): WorkloadFacts[] {
  const byId = new Map(rows.map(row => [row.workload_id, row]));
  return [...byId.values()].map(row => ({
    workloadId: row.workload_id,
    owner: row.owner_ref,
    lifecycle: row.lifecycle,
    lensIds: row.lens_ids?.split(',') ?? [],
    title: row.title,
    titleSort: row.title_sort,
    entityRef: row.primary_entity_ref,
    system: row.system_ref,
    domain: row.domain_ref,
    tags: [...new Set<string>(JSON.parse(row.tags))],
    orphaned: Boolean(row.orphaned),
    models: models.get(row.workload_id) ?? null,
  }));
}

export function toFigures(row: SelectedFigures): ReadFigures {
  return {
    ...NO_FIGURES,
    ...namesOf(row),
    ...countsOf(row),
    practicesInPlace: row.practices_in_place,
    practicesApplicable: row.practices_applicable,
    levelRank: row.level_rank,
    answeredAt: milliseconds(row.answered_at),
  };
}

function namesOf(row: Pick<SelectedFigures, 'review_id' | 'lens_version'>) {
  const workloadId = workloadIdOf(row.review_id);
  return {
    workloadId,
    lensId: row.review_id.slice(workloadId.length + 1),
    version: row.lens_version,
  };
}

function countsOf(row: Pick<ScorecardHistoryRow, (typeof COUNTS)[number]>) {
  return {
    states: row.states,
    score: row.score,
    readiness: row.readiness,
    currentPhase: row.current_phase,
    unanswered: row.unanswered,
    high: row.high,
    medium: row.medium,
    none: row.none,
    notApplicable: row.not_applicable,
    level: row.level,
  };
}

export function targetsOf({ targets }: Pick<ScorecardHistoryRow, 'targets'>) {
  return byPhase(targets, dayNumber);
}

function openSinceOf({ open_since: open }: Pick<ScorecardRow, 'open_since'>) {
  return byPhase(open, Date.parse);
}

function byPhase(
  json: string | null,
  valueOf: (text: string) => number,
): ReadonlyMap<string, number> {
  if (json === null) {
    return NOTHING;
  }
  const values: Record<string, string> = JSON.parse(json);
  const numbers = new Map<string, number>();
  for (const phase of Object.keys(values)) {
    numbers.set(phase, valueOf(values[phase]));
  }
  return numbers;
}

export function milliseconds(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
