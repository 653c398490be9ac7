// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Reason } from '@ml-lens/lens-model';
import type { AnswerState, CompiledQuestion } from '@ml-lens/lens-model';
import type { Translate } from '../../../translation';

/** One part of an answer, in words. */
interface Part {
  key: string;
  label: string;
  text: string;
}

export interface Difference {
  key: string;
  /** What it is about: a practice, the notes… */
  label: string;
  theirs: string;
  mine: string;
}

/** Everything a person says in an answer, in the same order for all. */
function partsOf(
  t: Translate,
  question: CompiledQuestion,
  state: AnswerState,
): Part[] {
  const moot = (given: { reason: Reason; notes?: string }) =>
    [
      t('review.conflict.mootWith', {
        reason: t(`common.reason.${given.reason}`),
      }),
      given.notes,
    ]
      .filter(Boolean)
      .join('\n');
  const textOf = (choiceId: string) => {
    const given = state.notApplicableChoices.find(
      choice => choice.choiceId === choiceId,
    );
    if (given) return moot(given);
    return t(
      state.selectedChoices.includes(choiceId)
        ? 'review.conflict.state.selected'
        : 'review.conflict.state.notSelected',
    );
  };
  return [
    {
      key: 'question',
      label: t('review.conflict.question'),
      text: state.notApplicable
        ? moot(state.notApplicable)
        : t('review.conflict.applies'),
    },
    ...question.choices.map(({ id, title }) => ({
      key: `choice ${id}`,
      label: title || t('review.answer.noneOfThese'),
      text: textOf(id),
    })),
    {
      key: 'notes',
      label: t('review.answer.notes'),
      text: state.notes || t('review.conflict.noNotes'),
    },
    {
      key: 'evidence',
      label: t('review.answer.evidence'),
      text:
        state.evidence
          .map(({ title, url, note }) =>
            [title, url !== title && url, note].filter(Boolean).join('\n'),
          )
          .join('\n\n') || t('review.conflict.noEvidence'),
    },
  ];
}

/** Every part in which two answers to a question differ. */
export function answerDifferences(
  t: Translate,
  question: CompiledQuestion,
  theirs: AnswerState,
  mine: AnswerState,
): Difference[] {
  const ours = partsOf(t, question, mine);
  return partsOf(t, question, theirs)
    .map(({ key, label, text }, index) => ({
      key,
      label,
      theirs: text,
      mine: ours[index].text,
    }))
    .filter(part => part.theirs !== part.mine);
}
