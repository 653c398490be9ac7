import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { mlLensApiRef } from './api';
import {
  createReviewApi,
  fixtureEntity,
  mockWidth,
} from './components/review/__testUtils__/renderReview';
import {
  EntityMlLensCard,
  EntityMlLensContent,
  isMlLensAvailable,
  mlLensPlugin,
} from './legacy';
import { rootRouteRef } from './routes';

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
