// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { isNoneOfThese } from '../choices';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { field, type Fields, kindOf } from './values';

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
    const day = field(choice, 'countsFrom');
    practices += isNone ? 0 : 1;
    if (day === undefined) {
      continue;
    }
    const at = pointerTo(pointerTo(list, index), 'countsFrom');
    announced += isNone ? 0 : 1;
    if (isNone) {
      problems.error(
        at,
        'INVALID_VALUE',
        '"countsFrom" is for practices; "none of these" counts from the beginning. Remove it.',
      );
    } else if (!z.iso.date().safeParse(day).success) {
      problems.error(
        at,
        'INVALID_DATE',
        `"countsFrom" must be a day such as "2027-01-01", in quotes, found ${
          typeof day === 'string' ? `"${day.slice(0, 40)}"` : kindOf(day)
        }.`,
      );
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
