// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';

/** First day that can be asked for; anything before is a slip of the keyboard. */
export const FIRST_DAY = '2015-01-01';

/**
 * The calendar day an instant falls on where the reader is: `2026-03-11`. What
 * is no instant (addresses are written by people, too) is taken for now.
 */
export function dayOf(instant: string): string {
  const at = DateTime.fromISO(instant);
  return (at.isValid ? at : DateTime.now()).toFormat('yyyy-MM-dd');
}

/** Whole days from a day to today, where the reader is. */
export function daysSince(day: string, now: DateTime = DateTime.now()): number {
  return Math.floor(now.diff(DateTime.fromISO(day), 'days').days);
}

/**
 * The instant that shows a day as it ended where the reader is, RFC 3339 in
 * UTC. Undefined for today and later: that is now.
 */
export function instantOf(
  day: string,
  now: DateTime = DateTime.now(),
): string | undefined {
  const end = DateTime.fromISO(day, { zone: now.zone }).endOf('day');
  return end < now ? end.toUTC().toISO() ?? undefined : undefined;
}

/** Whether somebody may have meant this day; half-typed years are none. */
export function isPlausibleDay(
  day: string,
  now: DateTime = DateTime.now(),
): boolean {
  return day >= FIRST_DAY && day <= now.toFormat('yyyy-MM-dd');
}
