// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens } from '../lens/compile';
import type { AnswerState } from '../model';

/**
 * What moving a review to another version of its lens does to its answers.
 * @public
 */
export interface UpgradePlan {
  /** Answers that stay as they are. */
  kept: string[];
  /** Answers that lose choices the target does not have. */
  reduced: { questionId: string; droppedChoices: string[] }[];
  /** Questions only the target has. */
  added: string[];
  /** Answered questions the target does not have. */
  dropped: string[];
  /** Payload of the LENS_UPGRADED event: only what changes. */
  answers: Record<string, AnswerState | null>;
}

/**
 * Plans an upgrade within one lens: questions and choices are the same when
 * their ids are. Nothing is invented; what the target lacks stays in the
 * history alone.
 *
 * @public
 */
export function planUpgrade(
  from: CompiledLens,
  to: CompiledLens,
  states: ReadonlyMap<string, AnswerState>,
): UpgradePlan {
  const plan: UpgradePlan = {
    kept: [],
    reduced: [],
    added: to.questions.map(({ id }) => id).filter(id => !from.question(id)),
    dropped: [],
    answers: {},
  };
  for (const [questionId, state] of states) {
    const target = to.question(questionId);
    if (!target) {
      plan.dropped.push(questionId);
      plan.answers[questionId] = null;
      continue;
    }
    const survives = (choiceId: string) => Boolean(target.choice(choiceId));
    const droppedChoices = [
      ...state.selectedChoices,
      ...state.notApplicableChoices.map(choice => choice.choiceId),
    ].filter(choiceId => !survives(choiceId));
    if (droppedChoices.length === 0) {
      plan.kept.push(questionId);
      continue;
    }
    plan.reduced.push({ questionId, droppedChoices });
    plan.answers[questionId] = {
      ...state,
      selectedChoices: state.selectedChoices.filter(survives),
      notApplicableChoices: state.notApplicableChoices.filter(choice =>
        survives(choice.choiceId),
      ),
    };
  }
  return plan;
}
