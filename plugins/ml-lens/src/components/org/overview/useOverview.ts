import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';

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
