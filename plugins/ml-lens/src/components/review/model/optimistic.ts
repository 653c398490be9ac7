// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Review } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type AnswerState,
  type CompiledLens,
  type LensLevel,
  emptyAnswer,
  evaluateAnswer,
  phaseStatusOf,
  scorecardOf,
  standingsOf,
} from '@ml-lens/lens-model';

/**
 * The review as it will be once `state` is saved, by the same functions the
 * server uses. Revision, author and iterations stay until the server says them.
 */
export function withAnswer(
  review: Review,
  lens: CompiledLens,
  questionId: string,
  state: AnswerState,
  levels?: LensLevel[],
): Review {
  const question = lens.question(questionId);
  if (!question) return review;
  const before = review.answers[questionId] ?? emptyAnswer();
  const answers = {
    ...review.answers,
    [questionId]: { ...before, ...state, ...evaluateAnswer(question, state) },
  };
  const riskOf = (id: string) => answers[id]?.risk ?? 'UNANSWERED';
  return {
    ...review,
    answers,
    // A fresh answer is no longer in doubt.
    toConfirm: review.toConfirm.filter(one => one.questionId !== questionId),
    scorecard: scorecardOf(
      lens,
      standingsOf(id => answers[id]),
      levels,
      {
        stateOf: id => answers[id],
        // That the answer enters another phase, the server says.
        currentPhase: review.scorecard.currentPhase,
      },
    ),
    phases: review.phases.map(phase =>
      phase.id === question.phaseId
        ? { ...phase, status: phaseStatusOf(lens, phase.id, riskOf) }
        : phase,
    ),
  };
}

/** The part of an answer a person gives. */
export function stateOf(answer: {
  [K in keyof AnswerState]: AnswerState[K];
}): AnswerState {
  const {
    selectedChoices,
    notApplicableChoices,
    notApplicable,
    notes,
    evidence,
  } = answer;
  return {
    selectedChoices,
    notApplicableChoices,
    notApplicable,
    notes,
    evidence,
  };
}

/** Whether two people, or one person twice, gave the same answer. */
export function sameState(one: AnswerState, other: AnswerState): boolean {
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other));
}

/** Without what the order of clicks or the server adds. */
function parts(state: AnswerState) {
  return {
    selected: [...state.selectedChoices].sort(),
    moot: state.notApplicableChoices
      .map(({ choiceId, reason, notes = '' }) =>
        JSON.stringify([choiceId, reason, notes]),
      )
      .sort(),
    question: state.notApplicable && [
      state.notApplicable.reason,
      state.notApplicable.notes ?? '',
    ],
    notes: state.notes,
    evidence: state.evidence.map(({ title, url = '', note = '' }) => [
      title,
      url,
      note,
    ]),
  };
}
