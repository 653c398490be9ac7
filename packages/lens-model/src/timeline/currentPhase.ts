// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens } from '../lens/compile';
import type { AnswerState } from '../model';
import { scheduleOf } from '../scoring/dueSchedule';
import type { ReviewState } from './state';

/**
 * The phase a review is in: the one somebody said, as long as its lens has it;
 * else the furthest that has begun, whether it is complete or not. Null before
 * the first one begins, and for a lens without phases.
 *
 * @public
 */
export function currentPhaseOf(
  { phases }: CompiledLens,
  state: {
    phases: ReadonlyMap<string, { iterations: readonly unknown[] }>;
    phaseSet: { phase: string } | null;
  },
): string | null {
  const { phaseSet } = state;
  if (phaseSet && phases.some(({ id }) => id === phaseSet.phase)) {
    return phaseSet.phase;
  }
  const furthest = phases.findLast(
    ({ id }) => (state.phases.get(id)?.iterations.length ?? 0) > 0,
  );
  return furthest?.id ?? null;
}

/**
 * How far a review is, as its scorecard takes it.
 * @public
 */
export function progressOf(
  lens: CompiledLens,
  state: Pick<ReviewState, 'answers' | 'phases' | 'phaseSet'>,
): {
  stateOf: (questionId: string) => AnswerState | undefined;
  currentPhase: string | null;
} {
  return {
    stateOf: id => state.answers.get(id)?.state,
    currentPhase: currentPhaseOf(lens, state),
  };
}

/**
 * What is due in one phase and was not in another, in the order of the lens:
 * questions with the practices of them that become due. Nothing where the
 * second does not come after the first.
 *
 * @param from - null for before the first phase, when nothing is asked yet
 * @public
 */
export function becomesDue(
  lens: CompiledLens,
  from: string | null,
  to: string | null,
): { questionId: string; choiceIds: string[] }[] {
  const schedule = scheduleOf(lens);
  const before = from === null ? -1 : schedule.placeOf(from);
  const after = to === null ? -1 : schedule.placeOf(to);
  return lens.questions.flatMap(question => {
    const choiceIds = question.practices
      .filter(({ id }) => {
        const place = schedule.practice(question, id);
        return !question.announced.has(id) && place > before && place <= after;
      })
      .map(({ id }) => id);
    return choiceIds.length > 0 ? [{ questionId: question.id, choiceIds }] : [];
  });
}

/**
 * The phase from which on a question, or one practice of it, is due; null for a
 * lens without phases.
 *
 * @public
 */
export function dueFromOf(
  lens: CompiledLens,
  questionId: string,
  choiceId?: string,
): string | null {
  const question = lens.question(questionId);
  if (!question) {
    return null;
  }
  const schedule = scheduleOf(lens);
  const place =
    choiceId === undefined
      ? schedule.question(question)
      : schedule.practice(question, choiceId);
  return lens.phases.at(place)?.id ?? null;
}

/**
 * Whether a question, or one practice of it, is due in a phase.
 *
 * @param phaseId - null for before the first phase, which asks what that asks
 * @public
 */
export function isDue(
  lens: CompiledLens,
  phaseId: string | null,
  questionId: string,
  choiceId?: string,
): boolean {
  const { placeOf } = scheduleOf(lens);
  return placeOf(dueFromOf(lens, questionId, choiceId)) <= placeOf(phaseId);
}
