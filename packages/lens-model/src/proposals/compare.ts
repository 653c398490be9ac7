// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isNoneOfThese } from '../lens/choices';
import type { AnswerState } from '../model';
import { emptyAnswerState } from '../scoring';
import type { Citation, Proposal } from './Proposal';

type ProposedParts = Pick<
  Proposal,
  'selectedChoices' | 'notApplicableChoices' | 'notApplicable' | 'notes'
>;

/**
 * The answer there would be if a proposal were accepted as it is. Evidence is
 * people's and stays; so do the notes where none are proposed.
 *
 * @param before - the answer that stands; null for none
 * @public
 */
export function acceptedState(
  before: AnswerState | null,
  proposal: ProposedParts,
): AnswerState {
  const { notes, evidence } = before ?? emptyAnswerState();
  return {
    selectedChoices: proposal.selectedChoices,
    notApplicableChoices: proposal.notApplicableChoices,
    notApplicable: proposal.notApplicable,
    notes: proposal.notes ?? notes,
    evidence,
  };
}

/**
 * What is said of a practice.
 * @public
 */
export type PracticeMark = 'SELECTED' | 'NOT_APPLICABLE' | 'NONE';

/**
 * What is said of each practice of a question by an answer and by a proposal,
 * in the order of the question's choices.
 *
 * @public
 */
export function practiceDifferences(
  choices: readonly { id: string }[],
  before: Pick<AnswerState, 'selectedChoices' | 'notApplicableChoices'> | null,
  proposed: Pick<AnswerState, 'selectedChoices' | 'notApplicableChoices'>,
): { choiceId: string; before: PracticeMark; after: PracticeMark }[] {
  return choices.map(({ id }) => ({
    choiceId: id,
    before: before ? markOf(before, id) : 'NONE',
    after: markOf(proposed, id),
  }));
}

/**
 * Whether a proposal cites something for each practice it selects. A citation
 * that names none speaks for the practice where only one is selected. Only such
 * proposals may be accepted many at a time: nobody has read the others.
 *
 * @public
 */
export function isFullyCited({
  selectedChoices,
  citations,
}: {
  selectedChoices: readonly string[];
  citations: readonly Citation[];
}): boolean {
  const only = selectedChoices.length === 1 ? selectedChoices[0] : undefined;
  const cited = new Set(citations.map(({ choiceId }) => choiceId ?? only));
  return (
    selectedChoices.length > 0 &&
    selectedChoices.every(id => !isNoneOfThese(id) && cited.has(id))
  );
}

function markOf(
  state: Pick<AnswerState, 'selectedChoices' | 'notApplicableChoices'>,
  choiceId: string,
): PracticeMark {
  if (state.selectedChoices.includes(choiceId)) {
    return 'SELECTED';
  }
  return state.notApplicableChoices.some(moot => moot.choiceId === choiceId)
    ? 'NOT_APPLICABLE'
    : 'NONE';
}
