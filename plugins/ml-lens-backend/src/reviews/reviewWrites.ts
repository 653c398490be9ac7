// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewEvent } from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import { inserts, upserts } from '../database/sql';
import {
  newDays,
  projectionWrites,
  type ReviewChange,
} from './projection/projectionWrites';
import { toJson, toSide } from './reviewRows';
import type { AnswerEventRow } from './rows';

/** An event with the review it happened to. */
interface Happened {
  reviewId: string;
  event: ReviewEvent;
}

/**
 * What writes what becomes of reviews: their events, and the rows that differ.
 *
 * @param where - on PostgreSQL, what has to be true for any of it
 */
export function reviewWrites(
  tx: Knex,
  changes: readonly ReviewChange[],
  recordedAt: string,
  where?: Knex.Raw,
): Knex.QueryBuilder[] {
  const happened = changes.flatMap(({ reviewId, events }) =>
    events.map(event => ({ reviewId, event })),
  );
  return [
    ...inserts(tx, 'answer_events', eventRows(happened, recordedAt), where),
    ...changes.flatMap(change => projectionWrites(tx, change, where)),
    ...upserts(
      tx,
      'scorecard_history',
      ['review_id', 'valid_from'],
      changes.flatMap(newDays),
      where,
    ),
    ...inserts(
      tx,
      'milestones',
      changes.flatMap(({ milestones }) => milestones),
      where,
    ).map(insert => insert.onConflict(['milestone_id']).ignore()),
  ];
}

function eventRows(
  happened: readonly Happened[],
  recordedAt: string,
): AnswerEventRow[] {
  return happened.map(({ reviewId, event }, index) => ({
    review_id: reviewId,
    seq: event.seq,
    type: event.type,
    at: event.at,
    recorded_at: recordingFollows(happened, index, recordedAt)
      ? null
      : recordedAt,
    by_ref: event.by,
    source: event.source,
    lens_version: event.lensVersion,
    question_id: event.questionId,
    // Of an answer, both follow: see eventsInFull.
    phase_id: event.questionId === null ? event.phaseId : null,
    before: event.type === 'ANSWERED' ? null : toSide(event, event.before),
    after: toSide(event, event.after),
    proposal: toJson(event.proposal),
  }));
}

/**
 * Whether it need not be said when an event was recorded: an imported one came
 * with the one in front, any other was recorded when it happened.
 */
function recordingFollows(
  happened: readonly Happened[],
  index: number,
  recordedAt: string,
): boolean {
  const { reviewId, event } = happened[index];
  if (event.source !== 'IMPORT') {
    return event.at === recordedAt;
  }
  const inFront = index > 0 ? happened[index - 1] : undefined;
  return inFront?.reviewId === reviewId && inFront.event.source === 'IMPORT';
}
