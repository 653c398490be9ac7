// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { toastApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { QueryClient } from '@tanstack/react-query';
import { Route, Routes, useLocation } from 'react-router-dom';
import { PluginProvider, mlLensApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { LensesRoutes } from '../LensesPage';
import { type StoredLens, createLensesApi } from './lensesApi';

function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{pathname + search}</div>;
}

/** The lenses page over versions in memory, at a path below it. */
export async function renderLenses(options: {
  lenses: StoredLens[];
  path?: string;
  mayManage?: boolean;
  reports?: () => MlLensResponse<'listLensReports'>;
}) {
  const { lenses, path = '', mayManage = true, reports } = options;
  const api = createLensesApi(lenses, reports);
  const toasts: { title: unknown; status?: string }[] = [];
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  await renderInTestApp(
    <PluginProvider client={client}>
      <Address />
      <Routes>
        <Route path="/ml-lens/lenses/*" element={<LensesRoutes />} />
      </Routes>
    </PluginProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/ml-lens': rootRouteRef,
      },
      initialRouteEntries: [`/ml-lens/lenses${path}`],
      apis: [
        [mlLensApiRef, api],
        [
          toastApiRef,
          {
            post: toast => {
              toasts.push(toast);
              return { close() {} };
            },
          },
        ],
        mockApis.permission({
          authorize: mayManage ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
    },
  );
  return { toasts, sent: api.sent };
}
