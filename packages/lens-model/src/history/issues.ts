// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { z } from 'zod';
import type { HistoryProblem } from './HistoryProblem';
import { NUL_MESSAGE } from '../nulCharacter';

/** What is wrong with a value, in words that name the field. */
export type Complaint = Pick<HistoryProblem, 'code' | 'message'>;

/** A field that is missing, unknown or holds what it cannot hold. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  json: unknown,
): Complaint {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const place = field === '' ? '' : ` in ${field}`;
    const keys = issue.keys.map(key => `"${key}"`).join(', ');
    return { code: 'UNKNOWN_FIELD', message: `unknown field ${keys}${place}` };
  }
  if (
    issue.code === 'invalid_type' &&
    valueAt(json, issue.path) === undefined
  ) {
    return { code: 'MISSING_FIELD', message: `${field} is missing` };
  }
  return { code: 'INVALID_FIELD', message: `${field}: ${issue.message}` };
}

/** A text no database holds, by the path `pathOfNul` gives. */
export function nulComplaint(path: readonly PropertyKey[]): Complaint {
  return {
    code: 'INVALID_FIELD',
    message: `${path.join('.')}: ${NUL_MESSAGE}`,
  };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    json,
  );
}
