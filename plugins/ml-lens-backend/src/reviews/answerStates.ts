// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type AnswerState, emptyAnswerState } from '@ml-lens/lens-model';

/**
 * What the columns of events and answers hold of an answer, in this order: a
 * list without names, and without what is empty at its end. Names and empty
 * parts would be more than half of what an answer takes.
 */
const PARTS = [
  'selectedChoices',
  'notes',
  'notApplicable',
  'notApplicableChoices',
  'evidence',
] as const satisfies readonly (keyof AnswerState)[];

/** An answer as JSON. */
export function answerToJson(state: AnswerState): string {
  const parts = PARTS.map(name => state[name]);
  return JSON.stringify(
    parts.slice(0, parts.findLastIndex(part => !isEmpty(part)) + 1),
  );
}

/** Undoes {@link answerToJson}. */
export function answerFromJson(json: string): AnswerState {
  const parts: unknown[] = JSON.parse(json);
  return {
    ...emptyAnswerState(),
    ...Object.fromEntries(
      parts.map((part, index) => [PARTS[index], part] as const),
    ),
  };
}

function isEmpty(part: AnswerState[keyof AnswerState]): boolean {
  return (
    part === null || (Array.isArray(part) ? part.length === 0 : part === '')
  );
}

/** Where a part stands in the list, for those who ask in SQL. */
export function placeOf(part: (typeof PARTS)[number]): number {
  return PARTS.indexOf(part);
}
