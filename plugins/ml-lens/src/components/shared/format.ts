// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import { useLocale } from '../../translation';

function formatsOf(locale: string) {
  // Made once: tables ask for thousands of them.
  const [words, percent, tenths, signed, whole] = [
    new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    new Intl.NumberFormat(locale, {
      style: 'percent',
      maximumFractionDigits: 0,
    }),
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    new Intl.NumberFormat(locale, {
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    }),
    new Intl.NumberFormat(locale),
  ];
  const at = (iso: string) => DateTime.fromISO(iso).setLocale(locale);
  return {
    date: (iso: string) => at(iso).toLocaleString(DateTime.DATE_MED),
    dateTime: (iso: string) => at(iso).toLocaleString(DateTime.DATETIME_MED),
    /** In words; less than a minute away is "now". */
    relative: (iso: string) =>
      Math.abs(at(iso).diffNow().toMillis()) < 60_000
        ? words.format(0, 'second')
        : at(iso).toRelative() ?? '',
    percent: (share: number) => percent.format(share),
    /** Points of a score, to a tenth. */
    points: (value: number) => tenths.format(value),
    /** A change of points, to a tenth, with its sign: +1, −0.5, 0. */
    signed: (value: number) => signed.format(value),
    number: (value: number) => whole.format(value),
  };
}

const known = new Map<string, ReturnType<typeof formatsOf>>();

/** Dates and numbers in the reader's locale and time zone. */
export function useFormat() {
  const locale = useLocale();
  let formats = known.get(locale);
  if (!formats) {
    formats = formatsOf(locale);
    known.set(locale, formats);
  }
  return formats;
}
