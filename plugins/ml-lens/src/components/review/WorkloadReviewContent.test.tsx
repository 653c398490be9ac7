// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { MlLensApi } from '@ml-lens/backstage-plugin-ml-lens-common';
import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { mlLensApiRef, PluginProvider } from '../../api';
import { entityContentRouteRef, rootRouteRef } from '../../routes';
import { mlLensApiMock } from '../../testing/mlLensApiMock';
import { createReviewApi, mockWidth } from './__testUtils__/renderReview';
import { WorkloadReviewContent } from './WorkloadReviewContent';

/** The fixture by the routes that know workloads instead of entities. */
function byWorkload(orphaned: boolean) {
  const fixture = createReviewApi();
  const entityReview = () =>
    fixture.call('getEntityReview', {
      path: { kind: 'component', namespace: 'default', name: 'forecast' },
    });
  return mlLensApiMock(
    {
      getWorkload: async () => {
        const { workload, review } = await entityReview();
        return {
          ...workload,
          orphaned,
          reviews: [{ ...review!.scorecard, lens: review!.lens }],
        };
      },
      getReview: async () => (await entityReview()).review,
      getLens: async () => (await entityReview()).lens,
      listWaivers: () => ({ items: [] }),
      listTargets: () => ({ items: [] }),
    },
    fixture.call,
  );
}

function Address() {
  return <output data-testid="address">{useLocation().pathname}</output>;
}

async function renderPage(api: MlLensApi) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  await renderInTestApp(
    <PluginProvider client={client}>
      <Routes>
        <Route path="/ml-lens/workloads/*">
          <Route path=":workloadId" element={<WorkloadReviewContent />} />
        </Route>
        <Route path="*" element={null} />
      </Routes>
      <Address />
    </PluginProvider>,
    {
      apis: [[mlLensApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tab': entityContentRouteRef,
        '/ml-lens': rootRouteRef,
      },
      initialRouteEntries: ['/ml-lens/workloads/forecast'],
    },
  );
}

beforeEach(() => mockWidth(1000));

describe('WorkloadReviewContent', () => {
  it('shows the review of a workload without an entity, to read', async () => {
    const api = byWorkload(true);
    await renderPage(api);
    const header = await screen.findByRole('region', {
      name: /Sales forecast/,
    });
    expect(
      within(header).getByRole('heading', { name: 'Sales forecast' }),
    ).toBeVisible();
    expect(
      screen.getByText('No catalog entity is linked to this workload any more'),
    ).toBeVisible();
    // Why nothing can be changed is said once.
    expect(screen.queryByText(/You can read this review/)).toBeNull();
    expect(
      screen.queryByRole('button', { name: /^Start .*iteration/ }),
    ).toBeNull();
    expect(screen.getByRole('link', { name: 'All workloads' })).toHaveAttribute(
      'href',
      '/ml-lens/workloads',
    );
  });

  it('leads to the tab of the entity once there is one again', async () => {
    const api = byWorkload(false);
    await renderPage(api);
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent('/tab'),
    );
    expect(api.sent('getReview')).toEqual([]);
  });
});
