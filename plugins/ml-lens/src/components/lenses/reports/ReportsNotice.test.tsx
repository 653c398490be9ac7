// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { screen } from '@testing-library/react';
import { PluginProvider, mlLensApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { createLensesApi } from '../__testUtils__/lensesApi';
import { ReportsNotice } from './ReportsNotice';

async function renderNotice(reports: MlLensResponse<'listLensReports'>) {
  const api = createLensesApi([], () => reports);
  await renderInTestApp(
    <PluginProvider>
      <ReportsNotice />
      <p>Below</p>
    </PluginProvider>,
    {
      apis: [[mlLensApiRef, api]],
      mountedRoutes: { '/ml-lens': rootRouteRef },
    },
  );
}

describe('ReportsNotice', () => {
  it('counts what cannot be used and leads to it', async () => {
    await renderNotice({
      lenses: [],
      catalog: [1, 2].map(number => ({
        entityRef: `component:default/c${number}`,
        workloadId: null,
        code: 'INVALID_WORKLOAD_ID',
        message: '',
      })),
      orphans: [],
      removal: null,
    });
    expect(
      await screen.findByText('2 annotations or lens files cannot be used'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See what to mend' }),
    ).toHaveAttribute('href', '/ml-lens/lenses#ml-lens-reports');
  });
});
