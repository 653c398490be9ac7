// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledQuestion } from '../lens/compile';
import type { Answer, AnswerState } from '../model';
import { isNoneOfThese } from '../lens/choices';
import { countedAnswer } from '../lens/announced';
import { evaluateRule } from '../rules/node';

/**
 * How a choice counts when risk rules are run: a selected choice is done, and
 * so is a choice marked not applicable, because a practice that does not apply
 * raises no risk. Beside "none of these", which excludes the others, it does
 * not: whoever does nothing of a question has not done what is left of it. AWS
 * documents neither; this is the only place that decides it, and reports state
 * it.
 *
 * @public
 */
export function truthOfChoice(
  state: Pick<AnswerState, 'selectedChoices' | 'notApplicableChoices'>,
): (choiceId: string) => boolean {
  const done = new Set(state.selectedChoices);
  if (!state.selectedChoices.some(isNoneOfThese)) {
    for (const { choiceId } of state.notApplicableChoices) {
      done.add(choiceId);
    }
  }
  return choiceId => done.has(choiceId);
}

/**
 * The risk of one question. Not applicable comes first, by the question's own
 * mark or because none of its practices applies; then a question with
 * nothing selected is unanswered and its rules are not run (else `default` or
 * `!choice` would rate an untouched question); then the first rule that holds,
 * in the file's order, decides. No rule holds: `HIGH`, so that a gap in a lens
 * never looks like good news.
 *
 * @public
 */
export function evaluateAnswer(
  question: CompiledQuestion,
  given: AnswerState | undefined,
): Pick<Answer, 'risk' | 'ruleMatched'> {
  const state = countedAnswer(question, given);
  if (state?.notApplicable) {
    return { risk: 'NOT_APPLICABLE', ruleMatched: true };
  }
  if (!state || state.selectedChoices.length === 0) {
    return {
      risk: state && isMoot(question, state) ? 'NOT_APPLICABLE' : 'UNANSWERED',
      ruleMatched: true,
    };
  }
  const isTrue = truthOfChoice(state);
  const rule = question.rules.find(({ node }) => evaluateRule(node, isTrue));
  return rule
    ? { risk: rule.risk, ruleMatched: true }
    : { risk: 'HIGH', ruleMatched: false };
}

/** Whether a question has practices and every one of them is not applicable. */
function isMoot(
  { practices }: CompiledQuestion,
  { notApplicableChoices }: AnswerState,
): boolean {
  return (
    practices.length > 0 &&
    practices.every(({ id }) =>
      notApplicableChoices.some(({ choiceId }) => choiceId === id),
    )
  );
}
