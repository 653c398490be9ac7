// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';

/** What is a date in a line of history. */
const DATES = ['at', 'targetDate'] as const;

/**
 * How many days the dates of a demo move on, so that what was the present when
 * it was written is the present when it is first started. Whole weeks: people
 * work on weekdays.
 *
 * @param writtenOn - the day the files take for today; undefined to move nothing
 */
export function daysOn(writtenOn: string | undefined, now: string): number {
  if (writtenOn === undefined) {
    return 0;
  }
  const passed = DateTime.fromISO(now, { zone: 'utc' })
    .diff(DateTime.fromISO(writtenOn, { zone: 'utc' }), 'weeks')
    .as('weeks');
  return 7 * Math.max(0, Math.floor(passed));
}

/** History with all dates some days on. A line that is none stays as it is. */
export function movedOn(contents: string, days: number): string {
  if (days === 0) {
    return contents;
  }
  return contents
    .split('\n')
    .map(line => {
      if (line.trim() === '') {
        return line;
      }
      let value: Record<string, unknown>;
      try {
        value = JSON.parse(line);
      } catch {
        return line;
      }
      for (const name of DATES) {
        const date = value[name];
        if (typeof date === 'string') {
          value[name] = laterBy(days, date);
        }
      }
      return JSON.stringify(value);
    })
    .join('\n');
}

function laterBy(days: number, date: string): string {
  const at = DateTime.fromISO(date, { zone: 'utc' });
  if (!at.isValid) {
    return date;
  }
  const later = at.plus({ days });
  return date.includes('T') ? later.toISO() : later.toISODate();
}
