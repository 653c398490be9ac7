// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';

/** Tick labels: months, with the year where it begins; days when zoomed in. */
export function timeTickLabel(date: Date, index: number, locale: string) {
  const at = DateTime.fromJSDate(date).setLocale(locale);
  const withYear = index === 0 || at.month === 1;
  if (at.day !== 1) {
    return at.toLocaleString({ month: 'short', day: 'numeric' });
  }
  return at.toLocaleString(
    withYear ? { month: 'short', year: 'numeric' } : { month: 'short' },
  );
}
