import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';

/** Shown of each list. */
const FEW = 5;

/** The first few workloads in an order, of those the filters leave. */
export function useFirstWorkloads(
  sort: string,
  more: { late?: 'true'; risk?: string[] } = {},
) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), ...more, sort, limit: FEW };
  return useQuery({
    queryKey: queryKey('queryScorecards', query),
    queryFn: ({ signal }) => api.call('queryScorecards', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The weightiest gaps. */
export function useFirstGaps() {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), limit: FEW };
  return useQuery({
    queryKey: queryKey('getGaps', query),
    queryFn: ({ signal }) => api.call('getGaps', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What the filters left at an instant; nothing without one. */
export function useSummaryAt(at: string | undefined) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), at };
  return useQuery({
    queryKey: queryKey('getSummary', query),
    queryFn: ({ signal }) => api.call('getSummary', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: at !== undefined,
  });
}
