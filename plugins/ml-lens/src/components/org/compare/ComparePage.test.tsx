// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { ComparePage } from './ComparePage';

jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

const search = (...refs: string[]) =>
  `?${new URLSearchParams(refs.map(ref => ['with', ref]))}`;

describe('the comparison', () => {
  it('asks for nothing before there are two', async () => {
    const { lastQuery } = await renderOrg(ComparePage, {
      api: createInsightsApi(),
      search: search('group:default/payments-risk'),
    });
    expect(
      await screen.findByRole('heading', { name: 'Choose two to compare' }),
    ).toBeInTheDocument();
    expect(lastQuery('compareScorecards')).toBeUndefined();
  });

  it('shows them side by side: how far apart, and which is best', async () => {
    const { lastQuery } = await renderOrg(ComparePage, {
      api: createInsightsApi(),
      search: search('group:default/payments-risk', 'group:default/science'),
    });
    const table = await screen.findByRole('table', { name: 'Comparison' });
    expect(lastQuery('compareScorecards')).toMatchObject({
      by: 'owner',
      key: ['group:default/payments-risk', 'group:default/science'],
    });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(expect.arrayContaining(['payments-risk', 'science']));
    const row = within(table).getByRole('row', { name: /^Deployment/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['40', '70Best', '30 points']);
  });

  it('takes one out, in the address too', async () => {
    await renderOrg(ComparePage, {
      api: createInsightsApi(),
      search: search('group:default/payments-risk', 'group:default/science'),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take science out' }),
    );
    await waitFor(() =>
      expect(
        new URLSearchParams(
          screen.getByTestId('address').textContent ?? '',
        ).getAll('with'),
      ).toEqual(['group:default/payments-risk']),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('calls workloads by their title', async () => {
    await renderOrg(ComparePage, {
      api: createInsightsApi(),
      search: `${search('a', 'b')}&compare=workload`,
    });
    expect(
      await screen.findByRole('columnheader', { name: 'Title of a' }),
    ).toBeInTheDocument();
  });
});
