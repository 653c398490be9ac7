import { SidebarOpenStateProvider } from '@backstage/core-components';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { MlLensApi } from '@ml-lens/backstage-plugin-ml-lens-common';
import { screen } from '@testing-library/react';
import { mlLensApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { MlLensSidebarItem } from './MlLensSidebarItem';

describe('the item of the sidebar', () => {
  it('says how much waits', async () => {
    const call = jest.fn(async () => ({
      items: [],
      totalItems: 120,
      pageInfo: {},
    }));
    await renderInTestApp(
      <SidebarOpenStateProvider value={{ isOpen: true, setOpen() {} }}>
        <MlLensSidebarItem />
      </SidebarOpenStateProvider>,
      {
        apis: [[mlLensApiRef, { call } as unknown as MlLensApi]],
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
    expect(call).toHaveBeenCalledTimes(1);
  });
});
