// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AnswerState,
  type ChoiceNotApplicable,
  type Evidence,
  emptyAnswerState,
} from '@ml-lens/lens-model';

/** What a person did between two states of one answer. */
export interface StateChange {
  /** Ids of choices, in the order they were given. */
  selected: string[];
  deselected: string[];
  /** Choices that became not applicable, or so for another reason. */
  marked: ChoiceNotApplicable[];
  /** Ids of choices that apply again. */
  unmarked: string[];
  /** The whole question: why it does not apply now; `applies` again; untouched. */
  question: AnswerState['notApplicable'] | 'applies';
  /** Undefined where the notes stayed. */
  notes?: { before: string; after: string };
  evidenceAdded: Evidence[];
  evidenceRemoved: Evidence[];
}

/** A state as it is stored, or nothing; parts an old record lacks are empty. */
function stateOf(value: unknown): AnswerState {
  return { ...emptyAnswerState(), ...(value as Partial<AnswerState> | null) };
}

function isSame(a: unknown, b: unknown) {
  return JSON.stringify(a) === JSON.stringify(b);
}

function missingFrom<T>(
  items: readonly T[],
  others: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const keys = new Set(others.map(keyOf));
  return items.filter(item => !keys.has(keyOf(item)));
}

const itself = (id: string) => id;
const evidenceKey = ({ title, url, note }: Evidence) =>
  JSON.stringify([title, url, note]);
const mootKey = ({ choiceId, reason, notes }: ChoiceNotApplicable) =>
  JSON.stringify([choiceId, reason, notes]);
const mootChoice = ({ choiceId }: ChoiceNotApplicable) => choiceId;

function questionChange(
  before: AnswerState,
  after: AnswerState,
): StateChange['question'] {
  if (isSame(before.notApplicable, after.notApplicable)) return null;
  return after.notApplicable ?? 'applies';
}

/**
 * The difference of two states of an answer as the API gives them: `before` and
 * `after` of an event, or the two sides of a comparison. Nothing at all counts
 * as an empty answer.
 */
export function stateChange(before: unknown, after: unknown): StateChange {
  const old = stateOf(before);
  const now = stateOf(after);
  return {
    selected: missingFrom(now.selectedChoices, old.selectedChoices, itself),
    deselected: missingFrom(old.selectedChoices, now.selectedChoices, itself),
    marked: missingFrom(
      now.notApplicableChoices,
      old.notApplicableChoices,
      mootKey,
    ),
    unmarked: missingFrom(
      old.notApplicableChoices,
      now.notApplicableChoices,
      mootChoice,
    ).map(mootChoice),
    question: questionChange(old, now),
    ...(old.notes !== now.notes && {
      notes: { before: old.notes, after: now.notes },
    }),
    evidenceAdded: missingFrom(now.evidence, old.evidence, evidenceKey),
    evidenceRemoved: missingFrom(old.evidence, now.evidence, evidenceKey),
  };
}
