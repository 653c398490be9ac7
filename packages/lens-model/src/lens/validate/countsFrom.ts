// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isNoneOfThese } from '../choices';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { checkDay, field, type Fields } from './values';

/**
 * Checks `countsFrom` of the choices of a question: days there are, of practices
 * only, and not of all of them, since a question of which nothing counts could
 * not be judged until the first of the days.
 */
export function checkCountsFrom(
  problems: ProblemList,
  question: Fields,
  pointer: string,
): void {
  const choices = field(question, 'choices');
  const list = pointerTo(pointer, 'choices');
  let practices = 0;
  let announced = 0;
  for (const [index, choice] of Array.isArray(choices)
    ? choices.entries()
    : []) {
    if (typeof choice !== 'object' || choice === null) {
      continue;
    }
    const id = field(choice, 'id');
    const isNone = typeof id === 'string' && isNoneOfThese(id);
    practices += isNone ? 0 : 1;
    if (field(choice, 'countsFrom') === undefined) {
      continue;
    }
    announced += isNone ? 0 : 1;
    if (isNone) {
      problems.error(
        pointerTo(pointerTo(list, index), 'countsFrom'),
        'INVALID_VALUE',
        '"countsFrom" is for practices; "none of these" counts from the beginning. Remove it.',
      );
    } else {
      checkDay(problems, choice, 'countsFrom', pointerTo(list, index));
    }
  }
  if (announced > 0 && announced === practices) {
    problems.error(
      list,
      'NOTHING_COUNTS',
      'Every practice of the question is announced, so nothing of it could be judged until then. Let one of them count from the beginning.',
    );
  }
}
