// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { SidebarOpenStateProvider } from '@backstage/core-components';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { mlLensApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import { MlLensSidebarItem } from './MlLensSidebarItem';

describe('the item of the sidebar', () => {
  it('says how much waits', async () => {
    const api = mlLensApiMock({
      getInbox: () => ({ items: [], totalItems: 120, pageInfo: {} }),
    });
    await renderInTestApp(
      <SidebarOpenStateProvider value={{ isOpen: true, setOpen() {} }}>
        <MlLensSidebarItem />
      </SidebarOpenStateProvider>,
      {
        apis: [[mlLensApiRef, api]],
        mountedRoutes: { '/ml-lens': rootRouteRef },
      },
    );
    expect(
      await screen.findByRole('status', { name: '120 things wait for you' }),
    ).toHaveTextContent('99+');
    expect(screen.getByRole('link', { name: /ML Lens/ })).toHaveAttribute(
      'href',
      '/ml-lens',
    );
    expect(api.calls).toHaveLength(1);
  });
});
