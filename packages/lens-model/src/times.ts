// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';

/**
 * What is said of an instant or a day beyond 1970 to 9999.
 * @public
 */
export const OUT_OF_RANGE = 'must be from 1970 to 9999';

const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * An instant somebody gives, with `Z` or an offset. Nothing here happened
 * before 1970, and databases do not agree on year 0 (PostgreSQL has none) nor
 * on what comes after 9999.
 * @public
 */
export const instantParam = z.iso
  .datetime({ offset: true })
  .refine(isWithinReason, OUT_OF_RANGE);

/**
 * A day somebody gives, as `2026-12-15`; see {@link instantParam}.
 * @public
 */
export const dayParam = z.iso.date().refine(isWithinReason, OUT_OF_RANGE);

/**
 * An instant or a day somebody gives.
 * @public
 */
export const momentParam = z.union([instantParam, dayParam]);

/**
 * Whether an instant or a day is one that every database reads. What is neither
 * is for its format to refuse.
 * @public
 */
export function isWithinReason(value: string): boolean {
  const time = Date.parse(value);
  return !(time < EARLIEST || time > LATEST);
}
