// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { field, type Fields, kindOf } from './values';

/** The phase that is named under a key, if it is one there is. */
export function checkPhaseId(
  problems: ProblemList,
  fields: Fields,
  key: string,
  pointer: string,
  phases: Iterable<string>,
): string | undefined {
  const phase = field(fields, key);
  const at = pointerTo(pointer, key);
  if (phase === undefined) {
    return undefined;
  }
  if (typeof phase !== 'string') {
    problems.error(
      at,
      'WRONG_TYPE',
      `"${key}" must be the id of a phase, found ${kindOf(phase)}.`,
    );
    return undefined;
  }
  const known = [...phases];
  if (!known.includes(phase)) {
    problems.error(
      at,
      'UNKNOWN_PHASE',
      `The lens has no phase "${phase.slice(0, 80)}". ${
        known.length > 0
          ? `Its phases are ${known.join(', ')}.`
          : 'Add it to "phases" of the lens.'
      }`,
      { id: phase.slice(0, 80) },
    );
    return undefined;
  }
  return phase;
}
