import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DateTime } from 'luxon';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';

export const MOST_GAPS = 100;

/** Practices most often missing, weightiest first. */
export function useGaps(since: string | undefined) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), since, limit: MOST_GAPS };
  return useQuery({
    queryKey: queryKey('getGaps', query),
    queryFn: ({ signal }) => api.call('getGaps', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/**
 * The mean score with its decimals, which gains are measured from: the summary
 * rounds it, and a practice is seldom worth a whole point.
 */
export function useExactMeanScore(): number | null | undefined {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const today = DateTime.utc().toISODate();
  const query = {
    ...filterQuery(url, lens.id),
    from: today,
    to: today,
    interval: 'day' as const,
  };
  const { data } = useQuery({
    queryKey: queryKey('getTrend', query),
    queryFn: ({ signal }) => api.call('getTrend', { query, signal }),
    placeholderData: keepPreviousData,
  });
  return data?.series[0]?.points.at(-1)?.score;
}
