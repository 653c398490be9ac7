// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { RouteRef } from '@backstage/core-plugin-api';
import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Finds where the app has mounted a page: seen from a place (`from`, else where
 * the reader is), as an entity's tab has the path of its entity. Where the app
 * cannot say (the previous frontend system, a page of its own), the path that
 * is given.
 */
export function useMountedPath(): (
  ref: RouteRef,
  otherwise: string,
  from?: string,
) => string {
  const resolution = useApiHolder().get(routeResolutionApiRef);
  const { pathname } = useLocation();
  return useCallback(
    (ref, otherwise, from = pathname) =>
      resolution?.resolve(ref, { sourcePath: from })?.() ?? otherwise,
    [pathname, resolution],
  );
}
