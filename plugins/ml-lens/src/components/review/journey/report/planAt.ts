// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type Answer,
  type CompiledLens,
  planImprovements,
} from '@ml-lens/lens-model';

/** A practice of the plan on paper. */
export type PaperPlanItem = Pick<
  Improvement,
  'questionId' | 'choiceId' | 'gain'
> & {
  /** Who does it until when; undefined where it is not known any more. */
  planned: Pick<Improvement, 'status' | 'assignee' | 'dueDate'> | undefined;
};

/**
 * The plan as it stood at a past instant. What brought most follows from the
 * answers of then; who was to do it is known where nobody has planned it anew
 * since.
 */
export function planAt(
  lens: CompiledLens,
  answerOf: (questionId: string) => Answer,
  today: readonly Improvement[],
  at: string,
): PaperPlanItem[] {
  const keyOf = (item: { questionId: string; choiceId: string }) =>
    JSON.stringify([item.questionId, item.choiceId]);
  const items = new Map(today.map(item => [keyOf(item), item]));
  return planImprovements(lens, questionId => {
    const answer = answerOf(questionId);
    return answer.risk === 'UNANSWERED' ? undefined : answer;
  }).map(({ questionId, choiceId, gain }) => {
    const now = items.get(keyOf({ questionId, choiceId }));
    const isUnchanged = now && now.updatedAt !== null && now.updatedAt <= at;
    return {
      questionId,
      choiceId,
      gain,
      planned: isUnchanged ? now : undefined,
    };
  });
}
