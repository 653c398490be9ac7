// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { AnswerState, PhaseState, PhaseStatus, Risk } from '../model';
import { evaluateAnswer, standingsOf, type QuestionStanding } from '../scoring';
import { openOf } from './iterations';
import type { ReviewState } from './state';

/**
 * Where a phase stands: `NOT_STARTED` while none of its questions is answered
 * or not applicable, `IN_PROGRESS` while an applicable one is unanswered, then
 * `AT_RISK` with a high risk and `COMPLETE` without.
 *
 * @public
 */
export function phaseStatusOf(
  lens: CompiledLens,
  phaseId: string,
  risks: (questionId: string) => Risk,
): PhaseStatus {
  const found = lens.questions
    .filter(question => question.phaseId === phaseId)
    .map(({ id }) => risks(id));
  if (found.every(risk => risk === 'UNANSWERED')) {
    return 'NOT_STARTED';
  }
  if (found.includes('UNANSWERED')) {
    return 'IN_PROGRESS';
  }
  return found.includes('HIGH') ? 'AT_RISK' : 'COMPLETE';
}

/**
 * Risks of a lens's questions as a review answers them. Questions the lens does
 * not have count as unanswered.
 *
 * @public
 */
export function risksOf(
  lens: CompiledLens,
  state: Pick<ReviewState, 'answers'>,
): (questionId: string) => Risk {
  return questionId => {
    const question: CompiledQuestion | undefined = lens.question(questionId);
    return question
      ? evaluateAnswer(question, state.answers.get(questionId)?.state).risk
      : 'UNANSWERED';
  };
}

/**
 * Where the questions of a lens stand as a review answers them.
 *
 * @public
 */
export function reviewStandings(review: {
  answers: ReadonlyMap<string, { state: AnswerState }>;
}): (question: CompiledQuestion) => QuestionStanding {
  return standingsOf(questionId => review.answers.get(questionId)?.state);
}

/**
 * Questions of a phase whose answers nobody gave or confirmed since an instant,
 * in the order of the lens. Those without an answer are not among them.
 */
export function unconfirmedSince(
  lens: CompiledLens,
  { answers }: Pick<ReviewState, 'answers'>,
  phaseId: string,
  instant: string,
): string[] {
  return lens.questions.flatMap(({ id, phaseId: phase }) => {
    const record = phase === phaseId ? answers.get(id) : undefined;
    return record &&
      record.updatedAt < instant &&
      (record.confirmed?.at ?? '') < instant
      ? [id]
      : [];
  });
}

/**
 * Every phase of the lens, in its order: status, target and iterations. A phase
 * is late once its target day is over (in UTC) and it is not complete.
 *
 * @param at - the instant the answer speaks of, RFC 3339; `state` must be the
 *   state at that instant
 * @public
 */
export function phaseStatesOf(
  lens: CompiledLens,
  state: ReviewState,
  at: string,
): PhaseState[] {
  const today = DateTime.fromISO(at, { zone: 'utc' }).toISODate();
  if (today === null) {
    throw new TypeError(`"${at}" is not an RFC 3339 instant`);
  }
  const risks = risksOf(lens, state);
  return lens.phases.map(({ id }) => {
    const status = phaseStatusOf(lens, id, risks);
    const targetDate = state.targets.get(id) ?? null;
    const iterations = [...(state.phases.get(id)?.iterations ?? [])];
    const current = openOf(iterations);
    return {
      id,
      status,
      plannedStart: state.plannedStarts.get(id) ?? null,
      targetDate,
      late: targetDate !== null && status !== 'COMPLETE' && targetDate < today,
      iterations,
      unconfirmed: current?.confirms
        ? unconfirmedSince(lens, state, id, current.startedAt)
        : [],
    };
  });
}
