// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';

export interface BurnUpPoint {
  date: string;
  workloads: number;
  reached: number;
}

/**
 * The burn-up with the pace that is needed: a straight line from the first
 * point to everybody on the due date, which is a date of its own.
 */
export function burnUpOf(points: BurnUpPoint[], dueDate: string) {
  const last = points.at(-1);
  const hasDue = last !== undefined && last.date < dueDate;
  const dates = [
    ...points.map(({ date }) => date),
    ...(hasDue ? [dueDate] : []),
  ];
  const pad = hasDue ? [null] : [];
  const total = last?.workloads ?? 0;
  const start = points[0]?.reached ?? 0;
  const dayOf = (date: string) => DateTime.fromISO(date).toSeconds();
  const begin = dayOf(dates[0] ?? dueDate);
  const span = dayOf(dueDate) - begin;
  return {
    dates,
    reached: [...points.map(({ reached }) => reached), ...pad],
    total: [
      ...points.map(({ workloads }) => workloads),
      ...(hasDue ? [total] : []),
    ],
    pace: dates.map(date => {
      const share = span > 0 ? Math.min(1, (dayOf(date) - begin) / span) : 1;
      return start + (total - start) * share;
    }),
  };
}

/** Share of workloads that are there, 0..1; null where there are none. */
export function shareOf(target: {
  workloads: number;
  reached: number;
}): number | null {
  return target.workloads === 0 ? null : target.reached / target.workloads;
}
