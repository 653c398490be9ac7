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
import { endOfHistoryRow, replaceRows } from './projectedRows';

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
 * What brings the rows of a review from one projection to the next. Where its
 * new history continues the stored one, the row in front ends where that
 * begins, see endHistoryRow.
 */
export function projectionWrites(
  tx: Knex.Transaction,
  { reviewId, before, after, history }: ReviewChange,
): Knex.QueryBuilder[] {
  const ofReview = (table: string) => tx(table).where('review_id', reviewId);
  const first = history.at(0);
  return [
    ...updates(ofReview('reviews'), before?.review, after.review),
    ...updates(ofReview('scorecards'), before?.scorecard, after.scorecard),
    ...replaceRows(tx, 'answers', before?.answers, after.answers),
    ...replaceRows(
      tx,
      'phase_iterations',
      before?.iterations,
      after.iterations,
    ),
    ...replaceRows(tx, 'phase_targets', before?.targets, after.targets),
    ...supersedeProposals(tx, reviewId, before, after),
    ...(first && first.seq > 0
      ? [
          ofReview('scorecard_history')
            .where('seq', first.seq - 1)
            .update(endOfHistoryRow(tx, first.valid_from)),
        ]
      : []),
  ];
}

/** What brings a row from what it was to what it is to be, if anything. */
function updates<T extends object>(
  row: Knex.QueryBuilder,
  before: T | undefined,
  after: T,
): Knex.QueryBuilder[] {
  const changed = Object.entries(after).filter(
    ([column, value]) => !before || before[column as keyof T] !== value,
  );
  return changed.length > 0 ? [row.update(Object.fromEntries(changed))] : [];
}
