import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import {
  type OrgTab,
  entityContentRouteRef,
  rootRouteRef,
  tabRouteRefs,
} from '../../../routes';
import { useMountedPath } from '../../shared/useMountedPath';
import { useOrg } from '../OrgModel';
import { type OrgUrlChange, writeOrgUrl } from '../orgUrl';
import { carriedParams, withSearch } from './carry';

/** Addresses of other tabs, with the filters in force kept. */
export function useOrgLinks() {
  const { params } = useOrg();
  const root = useRouteRef(rootRouteRef)();
  const mountedPath = useMountedPath();
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
      return withSearch(
        mountedPath(tabRouteRefs[tab], `${root}/${tab}`),
        search,
      );
    },
    [mountedPath, params, root],
  );
}

/** Address of the ML Lens tab of an entity, e.g. at a phase. */
export function useReviewLink() {
  const entityRoute = useRouteRef(entityRouteRef);
  const mountedPath = useMountedPath();
  return useCallback(
    (entityRef: string | null, search: Record<string, string>) => {
      if (!entityRef) return undefined;
      const page = entityRoute(parseEntityRef(entityRef));
      return withSearch(
        mountedPath(entityContentRouteRef, `${page}/ml-lens`, page),
        new URLSearchParams(search),
      );
    },
    [entityRoute, mountedPath],
  );
}
