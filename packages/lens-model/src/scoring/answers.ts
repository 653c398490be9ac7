// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isNoneOfThese } from '../lens/choices';
import type { CompiledQuestion } from '../lens/compile';
import type { Answer, AnswerState } from '../model';

/**
 * What somebody who said nothing has said: the state of an unanswered question.
 * @public
 */
export function emptyAnswerState(): AnswerState {
  return {
    selectedChoices: [],
    notApplicableChoices: [],
    notApplicable: null,
    notes: '',
    evidence: [],
  };
}

/**
 * The answer of a question nobody answered yet (revision 0).
 * @public
 */
export function emptyAnswer(): Answer {
  return {
    ...emptyAnswerState(),
    revision: 0,
    risk: 'UNANSWERED',
    ruleMatched: true,
    updatedAt: null,
    updatedBy: null,
  };
}

/**
 * Checks an answer against its question and gives every problem: choices the
 * question does not have, choices named twice, "none of these" together with
 * others, and choices both selected and not applicable. An empty list means
 * that the answer can be stored. `path` is a field of the answer, as
 * `selectedChoices.1` or `notApplicableChoices.0.choiceId`.
 *
 * @public
 */
export function checkAnswer(
  question: CompiledQuestion,
  state: Pick<AnswerState, 'selectedChoices' | 'notApplicableChoices'>,
): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  const selected = new Set<string>();
  state.selectedChoices.forEach((choiceId, index) => {
    const path = `selectedChoices.${index}`;
    if (!question.choice(choiceId)) {
      problems.push({ path, message: unknownChoice(question, choiceId) });
    } else if (selected.has(choiceId)) {
      problems.push({ path, message: `"${choiceId}" is selected twice` });
    }
    selected.add(choiceId);
  });

  const none = state.selectedChoices.findIndex(isNoneOfThese);
  if (none >= 0 && selected.size > 1) {
    problems.push({
      path: `selectedChoices.${none}`,
      message: `"${state.selectedChoices[none]}" means none of these and cannot be selected together with others`,
    });
  }

  const moot = new Set<string>();
  state.notApplicableChoices.forEach(({ choiceId }, index) => {
    const path = `notApplicableChoices.${index}.choiceId`;
    if (!question.choice(choiceId)) {
      problems.push({ path, message: unknownChoice(question, choiceId) });
    } else if (isNoneOfThese(choiceId)) {
      problems.push({
        path,
        message: `"${choiceId}" means none of these and cannot be marked not applicable`,
      });
    } else if (moot.has(choiceId)) {
      problems.push({
        path,
        message: `"${choiceId}" is marked not applicable twice`,
      });
    } else if (selected.has(choiceId)) {
      problems.push({
        path,
        message: `"${choiceId}" is both selected and not applicable`,
      });
    }
    moot.add(choiceId);
  });
  return problems;
}

function unknownChoice(question: CompiledQuestion, choiceId: string): string {
  return `question "${question.id}" has no choice "${choiceId}"`;
}
