import { useApi } from '@backstage/frontend-plugin-api';
import type { OrgGroupBy } from '@ml-lens/backstage-plugin-ml-lens-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useOrg } from '../OrgModel';
import { filterQuery } from '../orgUrl';

/** Figures at the end of each week or month, as a whole or by group. */
export function useTrend(choice: {
  from: string;
  interval: 'week' | 'month';
  groupBy: OrgGroupBy | undefined;
}) {
  const api = useApi(mlLensApiRef);
  const { url, lens } = useOrg();
  const query = { ...filterQuery(url, lens.id), ...choice };
  return useQuery({
    queryKey: queryKey('getTrend', query),
    queryFn: ({ signal }) => api.call('getTrend', { query, signal }),
    placeholderData: keepPreviousData,
  });
}
