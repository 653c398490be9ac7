// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type AnswerState, isNoneOfThese } from '@ml-lens/lens-model';

/** Selection after a click; "none of these" excludes the others, both ways. */
export function selectChoice(
  state: Pick<AnswerState, 'selectedChoices'>,
  choiceId: string,
  isSelected: boolean,
): Pick<AnswerState, 'selectedChoices'> & Partial<AnswerState> {
  const others = state.selectedChoices.filter(id => id !== choiceId);
  if (!isSelected) return { selectedChoices: others };
  if (isNoneOfThese(choiceId)) {
    return { selectedChoices: [choiceId], notApplicable: null };
  }
  return {
    selectedChoices: [...others.filter(id => !isNoneOfThese(id)), choiceId],
    notApplicable: null,
  };
}
