// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { initialReviewState, type ReviewEvent } from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import { toNumber } from '../../database/sql';
import type { LensService } from '../../lenses/LensService';
import { EventStore } from '../../reviews/EventStore';
import { foldEvents, versionBefore } from '../../reviews/projection/fold';
import { BEGINNING } from '../../reviews/projection/projection';
import { namedBy } from '../../reviews/projection/rebuild';
import { workloadIdOf } from '../../reviews/ReviewStore';
import { lensOfVersion } from '../../reviews/ReviewWriter';
import type {
  PhaseIterationRow,
  ReviewRow,
  ScorecardHistoryRow,
} from '../../reviews/rows';
import { orgPosition } from '../../workloads/orgChanges';
import {
  FIGURES,
  milliseconds,
  NOTHING,
  readAsOf,
  type ReadFigures,
  type ReadScorecards,
  reviewsOf,
  targetsOf,
  toFigures,
  type Within,
} from './readFigures';

const PAST = [
  ...FIGURES,
  'seq',
  'valid_from',
  'targets',
] as const satisfies readonly (keyof ScorecardHistoryRow)[];

/** A row of the history, as of an instant. */
type PastRow = Pick<ScorecardHistoryRow, (typeof PAST)[number]>;

type Lenses = Pick<LensService, 'compiled' | 'levels'>;

/**
 * The scorecards as they were at an instant. What the history says of the end
 * of a day is read; of reviews with events before and after the instant on its
 * day, the events up to it.
 *
 * @param only - lenses to read; all where left out
 */
export function readAt(
  lenses: Lenses,
  at: string,
  only?: readonly string[],
): ReadScorecards {
  return async function* past(knex, workloadIds) {
    const events = new EventStore(knex);
    for await (const within of reviewsOf(knex, workloadIds, only)) {
      const { rows, ...read } = await readAsOf<{
        rows: PastRow;
        iterations: PhaseIterationRow;
        confirms: ToConfirmRow;
        reviews: Pick<ReviewRow, 'review_id'>;
      }>(knex, {
        rows: pastRows(knex, within, at),
        iterations: openIterations(knex, within, at),
        confirms: countToConfirm(knex, within, at),
        reviews: within(knex('reviews')).select('review_id'),
      });
      const open = openSince(read.iterations);
      const doubts = toConfirm(read.confirms);
      const found = new Set(rows.map(row => row.review_id));
      const others = read.reviews.flatMap(({ review_id: id }) =>
        found.has(id) ? [] : [id],
      );
      const between = await events.between(knex, others, BEGINNING, at);
      yield {
        position: others.length > 0 ? await orgPosition(knex) : read.position,
        figures: rows.map(row =>
          ofPast(row, open.get(row.review_id), doubts.get(row.review_id)),
        ),
        later: async () =>
          await Promise.all(
            [...between].map(async ([reviewId, happened]) =>
              ofPast(
                await lastRow(lenses, reviewId, happened),
                open.get(reviewId),
                doubts.get(reviewId),
              ),
            ),
          ),
      };
    }
  };
}

/** What the history would say after the last of some events. */
async function lastRow(
  lenses: Lenses,
  reviewId: string,
  events: readonly ReviewEvent[],
): Promise<PastRow> {
  const lensId = reviewId.slice(workloadIdOf(reviewId).length + 1);
  const [{ lensVersion }] = events;
  const begun = versionBefore(events, lensVersion);
  const versions = await Promise.all(
    [...new Set([begun, ...namedBy(events)])].map(version =>
      lenses.compiled(lensId, version),
    ),
  );
  const { history } = foldEvents(
    {
      reviewId,
      lensId,
      lens: lensOfVersion(versions),
      levels: lens => lenses.levels(lens),
    },
    initialReviewState(begun),
    events,
  );
  return history[history.length - 1];
}

/** Rows of the history that held at an instant and the end of its day. */
function pastRows(knex: Knex, within: Within, at: string): Knex.QueryBuilder {
  return within(knex('scorecard_history'))
    .where('valid_from', '<=', at)
    .where(held => held.whereNull('valid_to').orWhere('valid_to', '>', at))
    .select(PAST);
}

/** Figures of a row of the history. */
function ofPast(
  row: PastRow,
  open: ReadonlyMap<string, number> = NOTHING,
  doubts: number = 0,
): ReadFigures {
  return {
    ...toFigures(row),
    toConfirm: doubts,
    updatedAt: row.seq === 0 ? null : milliseconds(row.valid_from),
    targets: targetsOf(row),
    openSince: open,
  };
}

/** Iterations that were open at an instant. */
function openIterations(
  knex: Knex,
  within: Within,
  at: string,
): Knex.QueryBuilder {
  return within(knex('phase_iterations'))
    .where('started_at', '<=', at)
    .where(open => open.whereNull('ended_at').orWhere('ended_at', '>', at))
    .select('review_id', 'phase_id', 'started_at');
}

/** Since when phases were worked on, by review and phase. */
function openSince(
  rows: readonly PhaseIterationRow[],
): Map<string, Map<string, number>> {
  const open = new Map<string, Map<string, number>>();
  for (const {
    review_id: review,
    phase_id: phase,
    started_at: since,
  } of rows) {
    const phases = open.get(review) ?? new Map<string, number>();
    open.set(review, phases.set(phase, Date.parse(since)));
  }
  return open;
}

/** How many answers of a review were to be confirmed. */
interface ToConfirmRow {
  review_id: string;
  count: unknown;
}

/** How many answers were to be confirmed at an instant, review by review. */
function countToConfirm(
  knex: Knex,
  within: Within,
  at: string,
): Knex.QueryBuilder {
  return within(knex('answer_doubts'))
    .where('since', '<=', at)
    .where(live => live.whereNull('ended_at').orWhere('ended_at', '>', at))
    .groupBy('review_id')
    .select('review_id')
    .countDistinct({ count: 'question_id' });
}

function toConfirm(rows: readonly ToConfirmRow[]): Map<string, number> {
  return new Map(rows.map(row => [row.review_id, toNumber(row.count)]));
}
