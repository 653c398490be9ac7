import { useApi } from '@backstage/frontend-plugin-api';
import type { OrgGroupBy } from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { type OrgUrl, filterQuery, sortParam } from '../orgUrl';

/** One page of scorecards; the server filters, sorts and pages. */
export function useScorecards(url: OrgUrl, lensId: string) {
  const api = useApi(mlLensApiRef);
  const query = {
    ...filterQuery(url, lensId),
    sort: sortParam(url.sort),
    limit: url.limit,
    cursor: url.cursor,
  };
  return useQuery({
    queryKey: queryKey('queryScorecards', query),
    queryFn: ({ signal }) => api.call('queryScorecards', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Totals of what the filters leave, and of each group where one is asked for. */
export function useSummary(url: OrgUrl, lensId: string, groupBy?: OrgGroupBy) {
  const api = useApi(mlLensApiRef);
  const query = { ...filterQuery(url, lensId), groupBy };
  return useQuery({
    queryKey: queryKey('getSummary', query),
    queryFn: ({ signal }) => api.call('getSummary', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Values the filters can take, with how many workloads have them. */
export function useFacets(lensId: string) {
  const api = useApi(mlLensApiRef);
  return useQuery({
    queryKey: queryKey('getFacets', lensId),
    queryFn: ({ signal }) =>
      api.call('getFacets', { query: { lens: lensId }, signal }),
    staleTime: 60_000,
  });
}
