// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';

/** How far back the figures are compared, for choosing. */
export const SINCE = ['90d', '30d', '180d', '365d', 'none'] as const;
export type Since = (typeof SINCE)[number];

/**
 * The instant compared with, RFC 3339 in UTC: the end of the day some days ago
 * where the reader is, or of the day that is named. The same all day long, so
 * that answers can be kept. Undefined for nothing to compare with.
 */
export function sinceInstant(
  value: string | undefined,
  now: DateTime = DateTime.now(),
): string | undefined {
  if (value === 'none') return undefined;
  const days = /^(\d{1,4})d$/.exec(value ?? SINCE[0]);
  const day = days
    ? now.minus({ days: Number(days[1]) })
    : DateTime.fromISO(value!, { zone: now.zone });
  if (!day.isValid) return sinceInstant(undefined, now);
  const end = day.endOf('day');
  return end < now ? end.toUTC().toISO() ?? undefined : undefined;
}
