// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { checkList, checkProse, Fields } from './values';

/** Checks a list of texts under a key, if it is there. */
export function checkStrings(
  problems: ProblemList,
  owner: Fields,
  key: string,
  pointer: string,
  rule: { what: string; max: number },
): void {
  checkList(problems, owner, key, pointer, {
    what: rule.what,
    items: 'texts',
  })?.forEach((value, i) =>
    checkProse(
      problems,
      value,
      pointerTo(pointerTo(pointer, key), i),
      'The entry',
      { max: rule.max },
    ),
  );
}
