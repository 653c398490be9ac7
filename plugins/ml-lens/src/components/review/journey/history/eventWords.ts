// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState, ReviewEvent } from '@ml-lens/lens-model';
import type { StateChange } from './stateChange';

/** What an event of an answer was, in one word. */
export type AnswerVerb = 'answered' | 'changed' | 'cleared' | 'noted';

function saysSomething(state: unknown) {
  const { selectedChoices, notApplicable } = (state ??
    {}) as Partial<AnswerState>;
  return Boolean(selectedChoices?.length || notApplicable);
}

/**
 * The verb for an event of an answer. An answer without a choice is none, so
 * one that only gained a note was noted on.
 */
export function verbOf(
  { before, after }: Pick<ReviewEvent, 'before' | 'after'>,
  change: StateChange,
): AnswerVerb {
  const was = saysSomething(before);
  const is = saysSomething(after);
  if (was && !is) return 'cleared';
  if (!was && is) return 'answered';
  const onlyNotes =
    change.notes &&
    change.question === null &&
    [
      change.selected,
      change.deselected,
      change.marked,
      change.unmarked,
      change.evidenceAdded,
      change.evidenceRemoved,
    ].every(list => list.length === 0);
  return onlyNotes ? 'noted' : 'changed';
}
