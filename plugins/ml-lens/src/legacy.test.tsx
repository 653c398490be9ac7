// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createDevApp } from '@backstage/dev-utils';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import {
  configure,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { mlLensApiRef } from './api';
import { createOrgApi } from './components/org/__testUtils__/orgApi';
import {
  createReviewApi,
  fixtureEntity,
  mockWidth,
} from './components/review/__testUtils__/renderReview';
import {
  EntityMlLensCard,
  EntityMlLensContent,
  isMlLensAvailable,
  MlLensPage,
  mlLensPlugin,
} from './legacy';
import { rootRouteRef } from './routes';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => mockWidth(1000));

function renderLegacy(element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [mlLensApiRef, createReviewApi()],
        [toastApiRef, { post: () => ({ close() {} }) }],
      ]}
    >
      <EntityProvider entity={fixtureEntity}>
        <Routes>
          <Route path="/service/*" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/ml-lens': rootRouteRef,
      },
      routeEntries: ['/service'],
    },
  );
}

describe('the previous frontend system', () => {
  it('has the tab', async () => {
    await renderLegacy(<EntityMlLensContent />);
    expect(
      await screen.findByRole('region', {
        name: 'Scorecard of Sales forecast',
      }),
    ).toBeInTheDocument();
  });

  it('has the card, with a link to the tab', async () => {
    await renderLegacy(<EntityMlLensCard />);
    expect(
      await screen.findByRole('img', { name: '20 of 100' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open ML Lens' }),
    ).toBeInTheDocument();
  });

  it('has the page of the organisation, with every tab under its own address', async () => {
    window.history.replaceState({}, '', '/quality/ml?owner=team-a');
    const config = document.createElement('script');
    config.type = 'backstage.io/config';
    config.textContent = JSON.stringify([
      {
        context: 'test',
        data: {
          app: { title: 'Portal', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
        },
      },
    ]);
    document.head.append(config);
    const App = createDevApp()
      .registerPlugin(mlLensPlugin)
      .registerApi({
        api: mlLensApiRef,
        deps: {},
        factory: () => createOrgApi([]),
      })
      .addPage({ element: <MlLensPage />, path: '/quality/ml' })
      .addPage({
        element: <CatalogEntityPage />,
        path: '/catalog/:namespace/:kind/:name',
      })
      .build();
    render(<App />);
    const user = userEvent.setup();
    // There is no backend to sign in with: enter without.
    jest.spyOn(window, 'confirm').mockReturnValue(true);
    const tabs = () =>
      within(screen.getByRole('tablist', { name: 'tabs' })).getAllByRole('tab');
    await user.click(await screen.findByRole('button', { name: 'Enter' }));
    await screen.findByRole('tab', { name: 'Overview' });
    expect(tabs().map(tab => tab.textContent)).toEqual([
      'For you',
      'Overview',
      'Workloads',
      'Analysis',
      'Plan',
      'Lenses',
    ]);
    await waitFor(() =>
      expect(window.location.pathname).toBe('/quality/ml/inbox'),
    );

    await user.click(screen.getByRole('tab', { name: 'Lenses' }));
    expect(window.location.pathname).toBe('/quality/ml/lenses');
    expect(window.location.search).toBe('?owner=team-a');
    expect(screen.getByRole('tab', { name: 'Lenses' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await user.click(screen.getByRole('tab', { name: 'Workloads' }));
    expect(window.location.pathname).toBe('/quality/ml/workloads');
    expect(
      await screen.findByRole('searchbox', { name: 'Search workloads' }),
    ).toBeInTheDocument();
  });

  it('provides the client, and knows linked entities', () => {
    expect([...mlLensPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      mlLensApiRef.id,
    ]);
    expect(isMlLensAvailable(fixtureEntity)).toBe(true);
    expect(
      isMlLensAvailable({
        ...fixtureEntity,
        metadata: { name: 'unlinked' },
      }),
    ).toBe(false);
  });
});
