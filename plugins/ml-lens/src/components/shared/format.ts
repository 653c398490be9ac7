import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useLocale } from '../../translation';

/** Dates and numbers in the reader's locale and time zone. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(() => {
    const at = (iso: string) => DateTime.fromISO(iso).setLocale(locale);
    return {
      date: (iso: string) => at(iso).toLocaleString(DateTime.DATE_MED),
      dateTime: (iso: string) => at(iso).toLocaleString(DateTime.DATETIME_MED),
      /** In words; less than a minute away is "now". */
      relative: (iso: string) =>
        Math.abs(at(iso).diffNow().toMillis()) < 60_000
          ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
              0,
              'second',
            )
          : at(iso).toRelative() ?? '',
      percent: (share: number) =>
        new Intl.NumberFormat(locale, {
          style: 'percent',
          maximumFractionDigits: 0,
        }).format(share),
      /** Points of a score, to a tenth. */
      points: (value: number) =>
        new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(
          value,
        ),
      /** A change of points, to a tenth, with its sign: +1, −0.5, 0. */
      signed: (value: number) =>
        new Intl.NumberFormat(locale, {
          maximumFractionDigits: 1,
          signDisplay: 'exceptZero',
        }).format(value),
      number: (value: number) => new Intl.NumberFormat(locale).format(value),
    };
  }, [locale]);
}
