// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { durationOf } from '../duration';
import { confirm as confirmSchema, confirmReason } from '../schema';
import type { Entry } from './Entry';
import { quoted } from './values';

const CONFIRM = { a: '"confirm"', schema: confirmSchema };
const REASONS: readonly string[] = confirmReason.options;

/** Checks what puts answers of a question in doubt. */
export function checkConfirm(question: Entry): void {
  if (question.get('confirm') === undefined) {
    return;
  }
  const confirm = question.entry('confirm', CONFIRM);
  if (!confirm) {
    return;
  }
  confirm.list('on', { items: 'reasons' })?.forEach((reason, index) => {
    if (!REASONS.includes(reason as string)) {
      confirm.error(
        ['on', index],
        'INVALID_VALUE',
        `A reason must be one of ${REASONS.join(', ')}, found ${quoted(
          reason,
        )}.`,
        { options: REASONS.join(', ') },
      );
    }
  });
  const age = confirm.get('age');
  if (
    age !== undefined &&
    (typeof age !== 'string' || durationOf(age) === undefined)
  ) {
    confirm.error(
      'age',
      'INVALID_VALUE',
      `"age" must be a duration of a day or more, as "P180D" or "P1Y", found ${quoted(
        age,
      )}.`,
      { options: 'P30D, P180D, P1Y' },
    );
  }
}
