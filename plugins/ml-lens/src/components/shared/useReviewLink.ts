// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { entityContentRouteRef } from '../../routes';
import { useMountedPath } from './useMountedPath';
import { withSearch } from './withSearch';

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
