import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useLanguage } from '../../translation';

/** Dates and numbers in the language of the app, in the reader's time zone. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(() => {
    const at = (iso: string) => DateTime.fromISO(iso).setLocale(language);
    return {
      date: (iso: string) => at(iso).toLocaleString(DateTime.DATE_MED),
      dateTime: (iso: string) => at(iso).toLocaleString(DateTime.DATETIME_MED),
      relative: (iso: string) => at(iso).toRelative() ?? '',
      percent: (share: number) =>
        new Intl.NumberFormat(language, {
          style: 'percent',
          maximumFractionDigits: 0,
        }).format(share),
      number: (value: number) => new Intl.NumberFormat(language).format(value),
    };
  }, [language]);
}
