// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Reason } from '@ml-lens/lens-model';
import type { Translate } from '../../../../translation/hooks';
import type { StateChange } from './stateChange';

/** One thing that was done to an answer, in words. */
export interface ChangeLine {
  kind: 'added' | 'removed' | 'other';
  text: string;
  /** What was written, where that is more than a line. */
  quote?: string;
}

/**
 * A change of an answer in words.
 *
 * @param titleOf - title of a choice of the question
 */
export function changeLines(
  change: StateChange,
  titleOf: (choiceId: string) => string,
  t: Translate,
): ChangeLine[] {
  const reasonOf = (given: { reason: Reason; notes?: string }) => {
    const reason = t(`common.reason.${given.reason}`);
    return given.notes
      ? t('review.change.reasonWithNotes', { reason, notes: given.notes })
      : reason;
  };
  const lines: ChangeLine[] = [
    ...change.selected.map(id => ({
      kind: 'added' as const,
      text: t('review.change.selected', { title: titleOf(id) }),
    })),
    ...change.deselected.map(id => ({
      kind: 'removed' as const,
      text: t('review.change.deselected', { title: titleOf(id) }),
    })),
    ...change.marked.map(marked => ({
      kind: 'other' as const,
      text: t('review.change.marked', {
        title: titleOf(marked.choiceId),
        reason: reasonOf(marked),
      }),
    })),
    ...change.unmarked.map(id => ({
      kind: 'other' as const,
      text: t('review.change.unmarked', { title: titleOf(id) }),
    })),
  ];
  const { question, notes, evidenceAdded, evidenceRemoved } = change;
  if (question === 'applies') {
    lines.push({ kind: 'other', text: t('review.change.questionApplies') });
  } else if (question) {
    lines.push({
      kind: 'other',
      text: t('review.change.questionMoot', { reason: reasonOf(question) }),
    });
  }
  if (notes) {
    if (notes.after === '') {
      lines.push({
        kind: 'removed',
        text: t('review.change.notesRemoved'),
        quote: notes.before,
      });
    } else {
      lines.push({
        kind: 'other',
        text: t(
          notes.before === ''
            ? 'review.change.notesAdded'
            : 'review.change.notesChanged',
        ),
        quote: notes.after,
      });
    }
  }
  for (const { title } of evidenceAdded) {
    lines.push({
      kind: 'added',
      text: t('review.change.evidenceAdded', { title }),
    });
  }
  for (const { title } of evidenceRemoved) {
    lines.push({
      kind: 'removed',
      text: t('review.change.evidenceRemoved', { title }),
    });
  }
  return lines;
}
