// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { withSearch } from './withSearch';
import { rootRouteRef, tabRouteRefs } from '../../routes';
import { useMountedPath } from './useMountedPath';

/**
 * Address of the page of a workload, below the tab that lists them: where to
 * read the review of one that has no entity.
 */
export function useWorkloadPath(): (
  workloadId: string,
  search?: Record<string, string>,
) => string {
  const root = useRouteRef(rootRouteRef)();
  const mountedPath = useMountedPath();
  return useCallback(
    (workloadId, search = {}) => {
      const list = mountedPath(tabRouteRefs.workloads, `${root}/workloads`);
      return withSearch(
        `${list}/${encodeURIComponent(workloadId)}`,
        new URLSearchParams(search),
      );
    },
    [mountedPath, root],
  );
}
