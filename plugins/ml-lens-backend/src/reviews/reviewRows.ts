// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnswerState,
  initialReviewState,
  Iteration,
  ReviewEvent,
  ReviewState,
} from '@ml-lens/lens-model';
import { answerFromJson, answerToJson } from './answerStates';
import {
  AnswerEventRow,
  AnswerRow,
  PhaseIterationRow,
  PhaseTargetRow,
  ReviewRow,
  ScorecardRow,
} from './rows';

/** Rows of several reviews, review by review. */
export function groupByReview<T extends { review_id: string }>(
  rows: readonly T[],
): Map<string, T[]> {
  return Map.groupBy(rows, row => row.review_id);
}

/** The state of a review from its current rows. */
export function toState(
  review: ReviewRow,
  answers: readonly AnswerRow[],
  iterations: readonly PhaseIterationRow[],
  targets: readonly PhaseTargetRow[],
  upgrades: readonly AnswerEventRow[],
  scorecard: Pick<ScorecardRow, 'answered_at' | 'phase_set'> | undefined,
): ReviewState {
  const phases = new Map<string, { iterations: Iteration[] }>();
  for (const row of [...iterations].sort((a, b) => a.number - b.number)) {
    const phase = phases.get(row.phase_id) ?? { iterations: [] };
    phase.iterations.push(toIteration(row));
    phases.set(row.phase_id, phase);
  }
  return {
    ...initialReviewState(review.lens_version),
    answers: new Map(
      answers.map(row => [
        row.question_id,
        {
          revision: row.revision,
          state: answerFromJson(row.state),
          updatedAt: row.updated_at,
          updatedBy: row.updated_by,
          ...proposalOf(row),
          ...(row.confirmed_at !== null && {
            confirmed: { at: row.confirmed_at, by: row.confirmed_by! },
          }),
        },
      ]),
    ),
    phases,
    targets: daysOf(targets, row => row.target_date),
    plannedStarts: daysOf(targets, row => row.planned_start),
    lastSeq: review.last_seq,
    lastAt: review.last_at,
    phaseSet: fromJson(scorecard?.phase_set ?? null) as ReviewState['phaseSet'],
    answeredAt: scorecard?.answered_at ?? null,
    lastDropSeq: Math.max(0, ...upgrades.filter(dropsAnswers).map(e => e.seq)),
  };
}

/** Days by phase, of those that have one. */
function daysOf(
  rows: readonly PhaseTargetRow[],
  dayOf: (row: PhaseTargetRow) => string | null,
): Map<string, string> {
  return new Map(
    rows.flatMap(row => {
      const day = dayOf(row);
      return day === null ? [] : [[row.phase_id, day] as const];
    }),
  );
}

/** Whether an upgrade left answers behind. */
function dropsAnswers(row: AnswerEventRow): boolean {
  const { before, after } = toEvent(row) as {
    before: { answers: Record<string, AnswerState | null> } | null;
    after: { answers: Record<string, AnswerState | null> };
  };
  return Object.entries(after.answers).some(
    ([id, state]) => state === null && Boolean(before?.answers[id]),
  );
}

function toIteration(row: PhaseIterationRow): Iteration {
  return {
    number: row.number,
    startedAt: row.started_at,
    startedBy: row.started_by,
    completedAt: row.completed_at,
    endedAt: row.ended_at,
    status: row.status as Iteration['status'],
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.confirms && { confirms: true }),
  };
}

/** A stored event. */
export function toEvent(row: AnswerEventRow): ReviewEvent {
  return {
    seq: row.seq,
    type: row.type,
    at: row.at,
    by: row.by_ref,
    source: row.source,
    lensVersion: row.lens_version,
    questionId: row.question_id,
    phaseId: row.phase_id,
    before: fromSide(row, row.before),
    after: fromSide(row, row.after),
    ...proposalOf(row),
  };
}

/** Whether what an event says is an answer. */
function saysAnswer({ type }: Pick<AnswerEventRow, 'type'>): boolean {
  return type === 'ANSWERED' || type === 'CONFIRMED';
}

/** What an event says was before it, or is after it. */
function fromSide(
  event: Pick<AnswerEventRow, 'type'>,
  side: string | null,
): unknown {
  return side !== null && saysAnswer(event)
    ? answerFromJson(side)
    : fromJson(side);
}

/** What an event says, as a column holds it. */
export function toSide(
  event: Pick<ReviewEvent, 'type'>,
  side: unknown,
): string | null {
  return side !== null && saysAnswer(event)
    ? answerToJson(side as AnswerState)
    : toJson(side);
}

/** The proposal that a row says an answer rests on, if it says one. */
function proposalOf({
  proposal,
}: Pick<AnswerRow, 'proposal'>): Pick<ReviewEvent, 'proposal'> {
  return proposal === null
    ? {}
    : { proposal: fromJson(proposal) as ReviewEvent['proposal'] };
}

/** A value as a column holds it; null stays null. */
export function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Undoes {@link toJson}. */
export function fromJson(value: string | null): unknown {
  return value === null ? null : JSON.parse(value);
}
