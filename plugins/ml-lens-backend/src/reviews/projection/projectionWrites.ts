// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewEvent } from '@ml-lens/lens-model';
import { Knex } from 'knex';
import { supersedeProposals } from '../openProposals';
import type {
  AnswerRow,
  MilestoneRow,
  PhaseIterationRow,
  PhaseTargetRow,
  ReviewRow,
  ScorecardFigureColumns,
  ScorecardHistoryRow,
} from '../rows';
import { beginOf, isSameDay, pointsAfter } from './historyDays';
import { replaceRows } from './projectedRows';
import { rowsOf } from '../../database/sql';

/** Current rows of a review that follow from its events. */
interface StoredProjection {
  review: Pick<ReviewRow, 'lens_version' | 'last_seq' | 'last_at'>;
  scorecard: ScorecardFigureColumns;
  answers: AnswerRow[];
  iterations: PhaseIterationRow[];
  targets: PhaseTargetRow[];
}

/** What becomes of a review. */
export interface ReviewChange {
  reviewId: string;
  /** What happened; their numbers must be new. */
  events: readonly ReviewEvent[];
  /** Its rows so far; undefined where they are not there. */
  before: StoredProjection | undefined;
  after: StoredProjection;
  /** What became of the scorecard, in order. */
  history: readonly ScorecardHistoryRow[];
  /** New ones; those there already stay as they were recorded. */
  milestones: readonly MilestoneRow[];
}

/**
 * What brings the rows of a review from one projection to the next.
 *
 * @param where - on PostgreSQL, what has to be true for any of it
 */
export function projectionWrites(
  tx: Knex,
  change: ReviewChange,
  where?: Knex.Raw,
): Knex.QueryBuilder[] {
  const { reviewId, before, after } = change;
  const ofReview = (table: string) =>
    rowsOf(tx, table, where).where('review_id', reviewId);
  return [
    ...updates(ofReview('reviews'), before?.review, after.review),
    ...updates(ofReview('scorecards'), before?.scorecard, after.scorecard),
    ...replaceRows(tx, 'answers', before?.answers, after.answers, where),
    ...replaceRows(
      tx,
      'phase_iterations',
      before?.iterations,
      after.iterations,
      where,
    ),
    ...replaceRows(tx, 'phase_targets', before?.targets, after.targets, where),
    ...supersedeProposals(tx, reviewId, before, after, where),
    ...daysInFront(ofReview('scorecard_history'), change),
  ];
}

/** What brings a row from what it was to what it is to be, if anything. */
function updates<T extends object>(
  row: Knex.QueryBuilder,
  before: T | undefined,
  after: T,
): Knex.QueryBuilder[] {
  const changed = changedColumns(before, after);
  return Object.keys(changed).length > 0 ? [row.update(changed)] : [];
}

/** The columns of a row that were something else before, or not known. */
function changedColumns<T extends object>(
  before: Partial<T> | undefined,
  after: T,
): Partial<T> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([column, value]) => before?.[column as keyof T] !== value,
    ),
  ) as Partial<T>;
}

/** Rows of the history that are not there yet. */
export function newDays(change: ReviewChange): readonly ScorecardHistoryRow[] {
  const { history } = change;
  const standing = standingDay(change);
  return standing && isSameDay(standing, history[0])
    ? history.slice(1)
    : history;
}

/**
 * What becomes of the stored row in front of the new history: it goes on, or
 * ends where that begins. It is not read for that.
 */
function daysInFront(
  days: Knex.QueryBuilder,
  change: ReviewChange,
): Knex.QueryBuilder[] {
  const standing = standingDay(change);
  if (!standing) {
    return [];
  }
  const [first] = change.history;
  return [
    days.where('valid_from', standing.valid_from).update(
      isSameDay(standing, first)
        ? {
            ...changedColumns(standing, first),
            points: days.client.raw('points || ?', [
              pointsAfter(standing, first),
            ]),
          }
        : { valid_to: beginOf(first) },
    ),
  ];
}

/** What the stored row in front of a new history says, if there is one. */
function standingDay({ before, history, reviewId }: ReviewChange) {
  const first = history.at(0);
  const at = before?.review.last_at ?? null;
  return before && at !== null && first && first.seq > 0
    ? {
        ...before.scorecard,
        review_id: reviewId,
        valid_from: at,
        valid_to: null,
      }
    : undefined;
}
