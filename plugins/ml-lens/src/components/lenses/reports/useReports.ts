import { useApi } from '@backstage/frontend-plugin-api';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useQuery } from '@tanstack/react-query';
import { mlLensApiRef, queryKey } from '../../../api';
import { useManageLenses } from '../hooks/useManageLenses';

export type Reports = MlLensResponse<'listLensReports'>;

/** What the portal cannot use; asked for only by those who may know. */
export function useReports() {
  const api = useApi(mlLensApiRef);
  const mayManage = useManageLenses();
  const query = useQuery({
    queryKey: queryKey('listLensReports'),
    queryFn: ({ signal }) => api.call('listLensReports', { signal }),
    enabled: mayManage,
  });
  return { ...query, mayManage };
}

/** How many things are wrong. A workload whose entity is gone may be right. */
export function countProblems({ catalog, lenses }: Reports): number {
  return catalog.length + lenses.length;
}
