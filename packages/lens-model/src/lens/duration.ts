// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Duration } from 'luxon';

const DAY = 86_400_000;

/**
 * Milliseconds of an ISO 8601 duration, with months of 30 days and years of
 * 365; undefined for what is none, or shorter than a day.
 */
export function durationOf(text: string): number | undefined {
  const duration = Duration.fromISO(text);
  const milliseconds = duration.isValid ? duration.toMillis() : 0;
  return milliseconds >= DAY && Number.isSafeInteger(milliseconds)
    ? milliseconds
    : undefined;
}
