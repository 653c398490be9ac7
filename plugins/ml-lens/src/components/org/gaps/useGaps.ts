// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { keepPreviousData } from '@tanstack/react-query';
import { DateTime } from 'luxon';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';
import { useApiQuery } from '../../shared';

export const MOST_GAPS = 100;

/** Practices most often missing, weightiest first. */
export function useGaps(since: string | undefined) {
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), since, limit: MOST_GAPS };
  return useApiQuery(
    'getGaps',
    { query },
    { placeholderData: keepPreviousData },
  );
}

/**
 * The mean score with its decimals, which gains are measured from: the summary
 * rounds it, and a practice is seldom worth a whole point.
 */
export function useExactMeanScore(): number | null | undefined {
  const { url, lens } = useOrg();
  const today = DateTime.utc().toISODate();
  const query = {
    ...filterQuery(url, lens.id),
    from: today,
    to: today,
    interval: 'day' as const,
  };
  const { data } = useApiQuery(
    'getTrend',
    { query },
    { placeholderData: keepPreviousData },
  );
  return data?.series[0]?.points.at(-1)?.score;
}
