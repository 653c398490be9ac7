// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isNoneOfThese } from '../lens/choices';
import { countedAnswer } from '../lens/announced';
import type { CompiledQuestion } from '../lens/compile';
import type { AnswerState, Risk } from '../model';
import { evaluateAnswer } from '../scoring';

/**
 * What an answer says about one practice of its question.
 * @public
 */
export interface PracticeState {
  choiceId: string;
  /** In place, applies but is not in place, or does not apply (yet). */
  state: 'met' | 'unmet' | 'moot';
  /** Risk of the question if only this practice were added; for unmet ones. */
  riskIfDone: Risk | null;
}

/**
 * The answer with more practices in place; "none of these" goes.
 */
export function withPractices(
  state: AnswerState,
  choiceIds: readonly string[],
): AnswerState {
  const selected = state.selectedChoices.filter(id => !isNoneOfThese(id));
  return {
    ...state,
    notApplicable: null,
    selectedChoices: [...new Set([...selected, ...choiceIds])],
  };
}

/**
 * What an answer says about every practice of a question, in the lens's order.
 * Practices are judged once their question is answered: the list is empty for a
 * question that is unanswered or does not apply. "None of these" is no practice.
 *
 * @public
 */
export function practiceStatesOf(
  question: CompiledQuestion,
  given: AnswerState | undefined,
): PracticeState[] {
  const state = countedAnswer(question, given);
  const { risk } = evaluateAnswer(question, state);
  if (!state || risk === 'UNANSWERED' || risk === 'NOT_APPLICABLE') {
    return [];
  }
  const selected = new Set(state.selectedChoices);
  const moot = new Set(state.notApplicableChoices.map(c => c.choiceId));
  return question.practices.map(({ id: choiceId }): PracticeState => {
    if (selected.has(choiceId)) {
      return { choiceId, state: 'met', riskIfDone: null };
    }
    if (moot.has(choiceId)) {
      return { choiceId, state: 'moot', riskIfDone: null };
    }
    const done = withPractices(state, [choiceId]);
    return {
      choiceId,
      state: 'unmet',
      riskIfDone: evaluateAnswer(question, done).risk,
    };
  });
}
