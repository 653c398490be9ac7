// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mlLensApiMock } from '../../testing/mlLensApiMock';
import { createSmallApi, renderOrg } from './__testUtils__/renderOrg';
import { type Group, sortGroups } from './rollup/groups';
import { RollupPage } from './RollupPage';

// Pages of this size take their time where the machine is busy.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

describe('RollupPage', () => {
  it('shows a row per group that leads to its workloads', async () => {
    const { lastQuery } = await renderOrg(RollupPage, {
      search: '?lifecycle=production&limit=50',
    });
    const grid = await screen.findByRole('grid', { name: 'Roll-up' });
    const link = await within(grid).findByRole('link', {
      name: 'payments-risk',
    });
    expect(lastQuery('getSummary')).toEqual({
      lens: 'aws-ml-lens',
      lifecycle: ['production'],
      groupBy: 'owner',
    });
    const href = new URL(link.getAttribute('href')!, 'http://localhost');
    expect(href.pathname).toBe('/ml-lens/workloads');
    expect(href.searchParams.get('owner')).toBe('group:default/payments-risk');
    expect(href.searchParams.get('lifecycle')).toBe('production');
    expect(
      within(grid).getByRole('button', {
        name: /^Phases of payments-risk: Business goal identification: \d+ Complete/,
      }),
    ).toBeInTheDocument();
  });

  it('groups by what is chosen, in the address', async () => {
    const { lastQuery } = await renderOrg(RollupPage);
    const grid = await screen.findByRole('grid', { name: 'Roll-up' });
    await within(grid).findByRole('link', { name: 'payments-risk' });
    await userEvent.click(screen.getByRole('radio', { name: 'System' }));
    await waitFor(() =>
      expect(lastQuery('getSummary')).toMatchObject({ groupBy: 'system' }),
    );
    const none = await within(grid).findByRole('link', { name: 'No system' });
    expect(none).toHaveAttribute('href', '/ml-lens/workloads?system=');
    expect(screen.getByTestId('address')).toHaveTextContent('?by=system');
  });

  it('draws a page of many groups, and the others on demand', async () => {
    const { call } = createSmallApi();
    const getSummary = async (asked: any) => {
      const answer = await call('getSummary', asked);
      const groups = Array.from({ length: 120 }, (_, index) => ({
        ...answer.groups![0],
        key: `tag-${String(index).padStart(3, '0')}`,
      }));
      return { ...answer, groups: answer.groups && groups };
    };
    await renderOrg(RollupPage, {
      api: mlLensApiMock({ getSummary }, call),
      search: '?by=tag',
    });
    const grid = await screen.findByRole('grid', { name: 'Roll-up' });
    await within(grid).findByRole('link', { name: 'tag-000' });
    expect(within(grid).getAllByRole('link', { name: /^tag-/ })).toHaveLength(
      25,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await within(grid).findByRole('link', { name: 'tag-025' });
    expect(screen.getByText('26–50 of 120')).toBeVisible();
    expect(within(grid).queryByRole('link', { name: 'tag-000' })).toBeNull();
  });

  it('sorts groups, those without a value last either way', () => {
    const group = (name: string, score: number | null) =>
      ({ name, key: name, score } as Group);
    const groups = [group('a', 40), group('b', null), group('c', 90)];
    const names = (descending: boolean) =>
      sortGroups(groups, { by: 'score', descending }, 'en').map(g => g.name);
    expect(names(false)).toEqual(['a', 'c', 'b']);
    expect(names(true)).toEqual(['c', 'a', 'b']);
  });
});
