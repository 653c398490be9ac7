// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { carriedParams } from './carry';
import { type OrgTab, rootRouteRef, tabRouteRefs } from '../../../routes';
import { useMountedPath } from '../../shared/useMountedPath';
import { useOrg } from '../OrgModel';
import { type OrgUrlChange, writeOrgUrl } from '../orgUrl';
import { withSearch } from '../../shared/withSearch';

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
