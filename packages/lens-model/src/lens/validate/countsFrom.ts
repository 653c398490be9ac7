// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isNoneOfThese } from '../choices';
import type { Entry } from './Entry';

/**
 * Checks `countsFrom` of the choices of a question: days there are, of practices
 * only, and not of all of them, since a question of which nothing counts could
 * not be judged until the first of the days.
 */
export function checkCountsFrom(
  question: Entry,
  choices: readonly Entry[],
): void {
  const isNone = (choice: Entry) => {
    const id = choice.get('id');
    return typeof id === 'string' && isNoneOfThese(id);
  };
  const announced = choices.filter(
    choice => choice.get('countsFrom') !== undefined,
  );
  for (const choice of announced) {
    if (isNone(choice)) {
      choice.error(
        'countsFrom',
        'INVALID_VALUE',
        '"countsFrom" is for practices; "none of these" counts from the beginning. Remove it.',
      );
    } else {
      choice.day('countsFrom');
    }
  }
  const practices = choices.filter(choice => !isNone(choice));
  if (
    practices.length > 0 &&
    practices.every(choice => announced.includes(choice))
  ) {
    question.error(
      'choices',
      'NOTHING_COUNTS',
      'Every practice of the question is announced, so nothing of it could be judged until then. Let one of them count from the beginning.',
    );
  }
}
