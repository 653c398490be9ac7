// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { durationOf } from '../../confirm/duration';
import { CONFIRM_REASONS } from '../document';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import {
  checkKeys,
  checkList,
  checkObject,
  field,
  type Fields,
  quoted,
} from './values';

const WHAT = '"confirm"';
const REASONS: readonly string[] = CONFIRM_REASONS.filter(
  reason => reason !== 'AGE',
);

/** Checks what puts answers of a question in doubt. */
export function checkConfirm(
  problems: ProblemList,
  question: Fields,
  pointer: string,
): void {
  const value = field(question, 'confirm');
  if (value === undefined) {
    return;
  }
  const at = pointerTo(pointer, 'confirm');
  const confirm = checkObject(problems, value, at, WHAT);
  if (!confirm) {
    return;
  }
  checkKeys(problems, confirm, at, WHAT, ['on', 'age']);
  checkList(problems, confirm, 'on', at, {
    what: WHAT,
    items: 'reasons',
  })?.forEach((reason, index) => {
    if (typeof reason !== 'string' || !REASONS.includes(reason)) {
      problems.error(
        pointerTo(pointerTo(at, 'on'), index),
        'INVALID_VALUE',
        `A reason must be one of ${REASONS.join(', ')}, found ${quoted(
          reason,
        )}.`,
        { options: REASONS.join(', ') },
      );
    }
  });
  const age = field(confirm, 'age');
  if (
    age !== undefined &&
    (typeof age !== 'string' || durationOf(age) === undefined)
  ) {
    problems.error(
      pointerTo(at, 'age'),
      'INVALID_VALUE',
      `"age" must be a duration of a day or more, as "P180D" or "P1Y", found ${quoted(
        age,
      )}.`,
      { options: 'P30D, P180D, P1Y' },
    );
  }
}
