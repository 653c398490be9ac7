// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entry } from './Entry';
import { kindOf } from './values';

/** The phase that is named under a key, if it is one there is. */
export function checkPhaseId(
  entry: Entry,
  key: string,
  phases: Iterable<string>,
): string | undefined {
  const phase = entry.get(key);
  if (phase === undefined) {
    return undefined;
  }
  if (typeof phase !== 'string') {
    entry.error(
      key,
      'WRONG_TYPE',
      `"${key}" must be the id of a phase, found ${kindOf(phase)}.`,
    );
    return undefined;
  }
  const known = [...phases];
  if (!known.includes(phase)) {
    const hint =
      known.length > 0
        ? `Its phases are ${known.join(', ')}.`
        : 'Add it to "phases" of the lens.';
    const id = phase.slice(0, 80);
    const message = `The lens has no phase "${id}". ${hint}`;
    entry.error(key, 'UNKNOWN_PHASE', message, { id });
    return undefined;
  }
  return phase;
}
