// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type Answer,
  type AnswerState,
  CHOICE_NOTES_MAX,
  type CompiledLens,
  type CompiledQuestion,
  type LensChoice,
  suggestNotApplicable,
} from '@ml-lens/lens-model';

export interface MootPractice {
  id: string;
  question: CompiledQuestion;
  /** Absent when the whole question is moot. */
  choice?: LensChoice;
  reason: string;
  /** Somebody marked it already. */
  isMarked: boolean;
}

/** What a layer makes moot, with what is marked already, in the lens's order. */
export function mootPractices(
  lens: CompiledLens,
  layerId: string,
  answerOf: (questionId: string) => Answer,
): MootPractice[] {
  return suggestNotApplicable(lens.document, layerId).flatMap(
    ({ questionId, choiceId, reason }): MootPractice[] => {
      const question = lens.question(questionId);
      const choice = choiceId ? question?.choice(choiceId) : undefined;
      if (!question || (choiceId && !choice)) return [];
      const answer = answerOf(questionId);
      return [
        {
          id: choiceId ? `${questionId}/${choiceId}` : questionId,
          question,
          choice,
          reason,
          isMarked:
            answer.notApplicable !== null ||
            answer.notApplicableChoices.some(na => na.choiceId === choiceId),
        },
      ];
    },
  );
}

/** The changes that mark practices as not applicable, one per question. */
export function markMoot(
  practices: readonly MootPractice[],
  answerOf: (questionId: string) => Answer,
): { questionId: string; change: Partial<AnswerState> }[] {
  const changes = new Map<string, Partial<AnswerState>>();
  for (const { question, choice, reason } of practices) {
    const before = { ...answerOf(question.id), ...changes.get(question.id) };
    changes.set(
      question.id,
      choice
        ? {
            ...changes.get(question.id),
            selectedChoices: before.selectedChoices.filter(
              id => id !== choice.id,
            ),
            notApplicableChoices: [
              ...before.notApplicableChoices,
              {
                choiceId: choice.id,
                reason: 'ARCHITECTURE_CONSTRAINTS',
                notes: reason.slice(0, CHOICE_NOTES_MAX),
              },
            ],
          }
        : {
            ...changes.get(question.id),
            notApplicable: {
              reason: 'ARCHITECTURE_CONSTRAINTS',
              notes: reason,
            },
          },
    );
  }
  return [...changes].map(([questionId, change]) => ({ questionId, change }));
}
