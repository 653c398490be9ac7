// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import { dayOf } from '../../clock';

/** How far apart the points of a trend are. */
export type Interval = 'day' | 'week' | 'month';

/** Most points of a trend. */
const MAX_POINTS = 400;

/** How far back a trend goes unless told. */
const DEFAULT_SPAN = {
  day: { days: 29 },
  week: { weeks: 25 },
  month: { months: 11 },
} as const;

/** The last instant of a day, as the tables hold instants. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59.999Z`;
}

/**
 * The days a trend has points of, ascending: the last of each day, ISO week or
 * month, and at the end the day asked for, at the latest today.
 *
 * @throws InputError naming the field when `from` is after `to` or there are
 *   more than {@link MAX_POINTS} days
 */
export function pointsBetween(options: {
  from: string | undefined;
  to: string | undefined;
  interval: Interval;
  today: string;
}): string[] {
  const { interval, today } = options;
  const to =
    options.to !== undefined && options.to < today ? options.to : today;
  const last = fromDay(to);
  const first = options.from
    ? fromDay(options.from)
    : last.minus(DEFAULT_SPAN[interval]);
  if (first > last) {
    throw new InputError(
      `Invalid query: from: ${toDay(
        first,
      )} is after ${to}, where the trend ends`,
    );
  }
  if (first.plus({ [interval]: MAX_POINTS }) < last) {
    throw tooMany(interval);
  }
  const days: string[] = [];
  const endAfter = (count: number) =>
    toDay(first.plus({ [interval]: count }).endOf(interval));
  for (let end = endAfter(0); end < to; end = endAfter(days.length)) {
    days.push(end);
  }
  days.push(to);
  if (days.length > MAX_POINTS) {
    throw tooMany(interval);
  }
  return days;
}

/** How far back movers are looked for unless told, in days. */
const MOVERS_SPAN = 30;

/**
 * The two instants movers are looked for between. A day stands for its end, as
 * in a trend, and nothing is later than now.
 *
 * @throws InputError when `from` is not before `to`
 */
export function spanBetween(options: {
  from?: string;
  to?: string;
  now: string;
}): { from: string; to: string } {
  const { now } = options;
  const momentOf = (value: string) => {
    const instant = value.includes('T')
      ? new Date(value).toISOString()
      : endOfDay(value);
    return instant < now ? instant : now;
  };
  const to = options.to === undefined ? now : momentOf(options.to);
  const from =
    options.from === undefined
      ? endOfDay(toDay(fromDay(dayOf(to)).minus({ days: MOVERS_SPAN })))
      : momentOf(options.from);
  if (from >= to) {
    throw new InputError(
      `Invalid query: from: ${from} is not before ${to}, which it is compared with`,
    );
  }
  return { from, to };
}

function tooMany(interval: Interval): InputError {
  return new InputError(
    `Invalid query: interval: from the first to the last day there are more than ${MAX_POINTS} points a ${interval} apart; choose a longer interval or a later first day`,
  );
}

function fromDay(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function toDay(date: DateTime): string {
  return date.toISODate()!;
}
