import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { rootRouteRef } from '../../../routes';
import { useOrg } from '../OrgModel';
import { type OrgUrlChange, writeOrgUrl } from '../orgUrl';
import { carriedParams, withSearch } from './carry';

export type OrgTab =
  | 'overview'
  | 'workloads'
  | 'heatmap'
  | 'gaps'
  | 'trend'
  | 'targets'
  | 'compare';

/** Addresses of other tabs, with the filters in force kept. */
export function useOrgLinks() {
  const { params } = useOrg();
  const root = useRouteRef(rootRouteRef)();
  return useCallback(
    (
      tab: OrgTab,
      change: OrgUrlChange = {},
      extra?: Record<string, string>,
    ) => {
      const search = writeOrgUrl(carriedParams(params), change);
      for (const [key, value] of Object.entries(extra ?? {})) {
        search.set(key, value);
      }
      return withSearch(`${root}/${tab}`, search);
    },
    [params, root],
  );
}

/** Address of the ML Lens tab of an entity, e.g. at a phase. */
export function useReviewLink() {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef: string | null, search: Record<string, string>) => {
      if (!entityRef) return undefined;
      const path = entityRoute(parseEntityRef(entityRef));
      return withSearch(`${path}/ml-lens`, new URLSearchParams(search));
    },
    [entityRoute],
  );
}
