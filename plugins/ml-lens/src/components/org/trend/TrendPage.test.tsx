// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { TrendPage } from './TrendPage';

jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

// Charts ask for their width, which nothing has here.
beforeAll(() => {
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map(row => row.textContent);

async function tableOf(name: string) {
  const panel = await screen.findByRole('region', { name });
  await userEvent.click(
    within(panel).getByRole('button', { name: /as a table/ }),
  );
  return within(panel).findByRole('table');
}

describe('the trend', () => {
  it('shows the mean score of a year by weeks, newest first as a table', async () => {
    const { lastQuery } = await renderOrg(TrendPage, {
      api: createInsightsApi(),
      search: '?lifecycle=production',
    });
    const table = await tableOf('Mean score');
    expect(lastQuery('getTrend')).toMatchObject({
      lens: 'aws-ml-lens',
      lifecycle: ['production'],
      interval: 'week',
    });
    expect(rowsOf(table)).toEqual([
      'DateAll workloads',
      'Oct 31, 202662',
      'Sep 30, 202660',
    ]);
  });

  it('shows a figure and lines from the address', async () => {
    const { lastQuery } = await renderOrg(TrendPage, {
      api: createInsightsApi(),
      search: '?metric=risks&lines=owner&step=month',
    });
    const table = await tableOf('High risks');
    expect(lastQuery('getTrend')).toMatchObject({
      groupBy: 'owner',
      interval: 'month',
    });
    expect(rowsOf(table)).toEqual([
      'Datepayments-riskNo owner',
      'Oct 31, 202688',
      'Sep 30, 202699',
    ]);
  });

  it('hides a line at a press, and keeps the figure in the address', async () => {
    await renderOrg(TrendPage, {
      api: createInsightsApi(),
      search: '?lines=owner',
    });
    const line = await screen.findByRole('button', { name: /payments-risk/ });
    expect(line).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(line);
    expect(line).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(screen.getByRole('radio', { name: 'Answered' }));
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        'metric=coverage',
      ),
    );
  });

  it('names who got worse, the questions that did it, and moves of the lens', async () => {
    const { lastQuery } = await renderOrg(TrendPage, {
      api: createInsightsApi(),
      search: '?since=30d',
    });
    const panel = await screen.findByRole('region', { name: 'Who moved' });
    const table = await within(panel).findByRole('grid', { name: 'Who moved' });
    const [, first, second] = rowsOf(table);
    expect(first).toContain('61 → 48');
    expect(first).toContain('13 · worse');
    expect(first).toContain('Defined → Developing');
    expect(second).toContain('Only because of moving to version');
    const links = within(table).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toContainEqual(
      expect.stringContaining('question=q1'),
    );
    await userEvent.click(
      within(panel).getByRole('radio', { name: 'Better (0)' }),
    );
    expect(await within(panel).findByText('Nothing got better')).toBeVisible();
    expect(lastQuery('getMovers')).toMatchObject({ direction: 'better' });
  });
});
