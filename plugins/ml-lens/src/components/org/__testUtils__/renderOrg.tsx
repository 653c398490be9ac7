// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { OperationId } from '@ml-lens/backstage-plugin-ml-lens-common';
import { QueryClient } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import type { ComponentType } from 'react';
import {
  type NavigateFunction,
  useLocation,
  useNavigate,
} from 'react-router-dom';
import { mlLensApiRef, PluginProvider } from '../../../api';
import { rootRouteRef } from '../../../routes';
import type { MlLensApiMock } from '../../../testing/mlLensApiMock';
import { createOrgApi, orgRows } from './orgApi';

let navigate: NavigateFunction;

function Address() {
  navigate = useNavigate();
  return <output data-testid="address">{useLocation().search}</output>;
}

/** Rows of a page in tests. */
export const ROWS = 4;

/** The org routes with pages that are quick to draw. */
export const createSmallApi = (rows = orgRows) =>
  createOrgApi(rows, { atMost: ROWS });

/** Renders a tab of the organisation's page as a reader would open it. */
export async function renderOrg(
  Page: ComponentType,
  options: { search?: string; api?: MlLensApiMock; entities?: Entity[] } = {},
) {
  const { search = '', api = createSmallApi(), entities } = options;
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  await renderInTestApp(
    <PluginProvider client={client}>
      <Page />
      <Address />
    </PluginProvider>,
    {
      apis: [
        [mlLensApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
        mockApis.storage(),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/ml-lens': rootRouteRef,
      },
      initialRouteEntries: [`/${search}`],
    },
  );
  return {
    /** Like the button of the browser. */
    back: () => act(() => navigate(-1)),
    /** What an operation was last asked with. */
    lastQuery: (operation: OperationId): Record<string, unknown> | undefined =>
      api.sent(operation).at(-1)?.query,
  };
}
