// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import type { ComponentType } from 'react';
import { mlLensApiRef, PluginProvider } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { ForYouWidget, MyWorkloadsWidget, OrganisationWidget } from './widgets';

jest.setTimeout(60_000);

async function render(Widget: ComponentType, inbox: object[] = []) {
  const api = mlLensApiMock(
    { getInbox: () => ({ items: inbox, totalItems: 7, pageInfo: {} }) },
    createInsightsApi().call,
  );
  await renderInTestApp(
    <PluginProvider client={new QueryClient()}>
      <Widget />
    </PluginProvider>,
    {
      apis: [
        [mlLensApiRef, api],
        mockApis.identity({
          userEntityRef: 'user:default/mika',
          ownershipEntityRefs: [
            'user:default/mika',
            'group:default/payments-risk',
          ],
        }),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/ml-lens': rootRouteRef,
      },
    },
  );
  return api;
}

describe('a widget of the home page', () => {
  it('shows what waits with one request', async () => {
    const { calls } = await render(ForYouWidget, [
      {
        id: '1',
        kind: 'PHASE_LATE',
        workloadId: 'fraud',
        title: 'Card fraud',
        dueAt: '2026-11-20T23:59:59.999Z',
        since: null,
        reason: 'deploy',
        path: '/catalog/default/component/fraud/ml-lens?phase=deploy',
      },
    ]);
    expect(
      await screen.findByRole('link', { name: 'Card fraud: a phase is late' }),
    ).toHaveAttribute('href', expect.stringContaining('phase=deploy'));
    expect(screen.getByRole('link', { name: 'Show all 7' })).toHaveAttribute(
      'href',
      '/ml-lens/inbox',
    );
    expect(calls).toHaveLength(1);
  });

  it('says so where nothing waits', async () => {
    await render(ForYouWidget);
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
  });

  it('shows the workloads of the teams, lenses by name', async () => {
    const { calls } = await render(MyWorkloadsWidget);
    expect(
      await screen.findByRole('link', { name: /^Show all \d+$/ }),
    ).toHaveAttribute(
      'href',
      '/ml-lens/workloads?owner=user%3Adefault%2Fmika&owner=group%3Adefault%2Fpayments-risk',
    );
    const [first] = screen.getAllByRole('listitem');
    expect(
      await within(first).findByText('AWS Machine Learning Lens'),
    ).toBeVisible();
    expect(calls.map(({ operation }) => operation).sort()).toEqual([
      'listLenses',
      'queryScorecards',
    ]);
  });

  it('shows the organisation with one request', async () => {
    const { calls } = await render(OrganisationWidget);
    expect(await screen.findByRole('link', { name: 'Overview' })).toBeVisible();
    expect(screen.getByRole('img', { name: /of 100$/ })).toBeVisible();
    expect(calls).toHaveLength(1);
  });
});
