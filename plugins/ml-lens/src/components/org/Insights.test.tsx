// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createInsightsApi } from './__testUtils__/insightsApi';
import { renderOrg } from './__testUtils__/renderOrg';
import { GapsPage } from './gaps/GapsPage';
import { HeatmapPage } from './heatmap/HeatmapPage';
import { OverviewPage } from './overview/OverviewPage';
import { TargetsPage } from './targets/TargetsPage';

// Pages of this size take their time where the machine is busy.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

// Charts ask for their width, which nothing has here.
beforeAll(() => {
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

const api = () => createInsightsApi();

function address() {
  return decodeURIComponent(screen.getByTestId('address').textContent ?? '');
}

describe('the overview', () => {
  it('leads from its figures to the workloads, filters kept', async () => {
    const { lastQuery } = await renderOrg(OverviewPage, {
      api: api(),
      search: '?lifecycle=production',
    });
    const figures = await screen.findByRole('region', { name: 'Key figures' });
    expect(
      within(figures).getByRole('link', { name: /High risks/ }),
    ).toHaveAttribute(
      'href',
      '/ml-lens/workloads?lifecycle=production&risk=HIGH&sort=-high',
    );
    const scores = screen.getByRole('list', { name: 'Spread of scores' });
    expect(
      within(scores).getByRole('link', { name: /^70–79: \d+ workloads?$/ }),
    ).toHaveAttribute(
      'href',
      '/ml-lens/workloads?lifecycle=production&score=70-79&sort=score',
    );
    const funnel = screen.getByRole('region', {
      name: 'Where workloads stand on the ML lifecycle',
    });
    expect(
      within(funnel).getByRole('link', {
        name: /^Deployment: \d+ At risk/,
      }),
    ).toHaveAttribute(
      'href',
      '/ml-lens/workloads?lifecycle=production&phase=deployment%3AAT_RISK',
    );
    const panel = (name: string) => screen.getByRole('region', { name });
    const late = await within(panel('Late')).findAllByRole('listitem');
    expect(late.length).toBeGreaterThan(0);
    expect(late[0]).toHaveTextContent(/\d days late/);
    expect(
      within(panel('Late')).getByRole('link', { name: /^Show all \d/ }),
    ).toHaveAttribute(
      'href',
      '/ml-lens/workloads?lifecycle=production&late=true&sort=lateSince',
    );
    const [gap] = await within(panel('What to ask for next')).findAllByRole(
      'listitem',
    );
    expect(gap).toHaveTextContent(/missing in \d+ of \d+ workloads/);
    expect(within(gap).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringContaining('gap='),
    );
    const [riskiest] = await within(
      panel('Where risk is highest'),
    ).findAllByRole('listitem');
    expect(within(riskiest).getByTitle('High risk')).toHaveTextContent(/\d/);
    await waitFor(() =>
      expect(lastQuery('getSummary')).toHaveProperty('at', expect.any(String)),
    );
    await userEvent.click(
      within(funnel).getByRole('button', { name: /as a table/ }),
    );
    expect(within(funnel).getByRole('table')).toBeInTheDocument();
  });
});

describe('the heatmap', () => {
  // Without layout nothing is in sight.
  beforeEach(() => {
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(400);
  });
  afterEach(() => jest.restoreAllMocks());

  it('opens the review at the phase, sorts by columns and walks by keys', async () => {
    const { lastQuery } = await renderOrg(HeatmapPage, { api: api() });
    const grid = await screen.findByRole('grid', { name: 'Heatmap' });
    expect(grid).toHaveAttribute('aria-rowcount', '58');
    const cell = within(grid).getByRole('link', {
      name: /^Call transcripts Americas, ML problem framing: score/,
    });
    expect(cell).toHaveAttribute(
      'href',
      '/catalog/default/component/call-transcripts-americas/ml-lens?lens=aws-ml-lens&phase=problem_framing',
    );
    cell.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(
      within(grid).getByRole('link', {
        name: /^Call transcripts Americas, Data collection/,
      }),
    ).toHaveFocus();
    await userEvent.click(
      within(grid).getByRole('button', { name: 'Deployment' }),
    );
    await waitFor(() =>
      expect(lastQuery('getHeatmap')).toMatchObject({
        sort: 'column:deployment',
      }),
    );
    expect(address()).toBe('?order=column:deployment');
    // Links are followed without a load of the page.
    await userEvent.click(
      within(grid).getByRole('link', {
        name: /^Call transcripts Americas, ML problem framing: score/,
      }),
    );
    expect(address()).toBe('?lens=aws-ml-lens&phase=problem_framing');
  });
});

describe('the gaps', () => {
  it('says how much a practice would bring', async () => {
    await renderOrg(GapsPage, { api: api() });
    expect(await screen.findByText('9 of 12')).toBeInTheDocument();
    expect(await screen.findByText('+1.5 points')).toBeInTheDocument();
    expect(screen.getByText('2 · worse')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'payments-risk (4)' }),
    ).toHaveAttribute(
      'href',
      '/ml-lens/workloads?owner=group%3Adefault%2Fpayments-risk&gap=aws-ml-lens%2Fq1%2FMonitor+drift',
    );
    // The practice leads to exactly the workloads that are counted.
    expect(screen.getByRole('link', { name: 'Monitor drift' })).toHaveAttribute(
      'href',
      '/ml-lens/workloads?gap=aws-ml-lens%2Fq1%2FMonitor+drift',
    );
  });

  it('are the heaviest ones first, and all when asked for', async () => {
    await renderOrg(GapsPage, { api: api() });
    expect(await screen.findByText('Practice 20')).toBeInTheDocument();
    expect(screen.queryByText('Practice 21')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show all 25' }));
    expect(screen.getByText('Practice 25')).toBeInTheDocument();
  });
});

describe('the targets', () => {
  it('are created, and deleted after a question', async () => {
    await renderOrg(TargetsPage, { api: api() });
    expect(
      await screen.findByText('5 of 12 workloads there'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'New target' }));
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    expect(
      within(dialog).getByRole('textbox', { name: 'Minimum score' }),
    ).toBeVisible();
    expect(await within(dialog).findByRole('status')).toHaveTextContent(
      /^\d+ workloads, \d+ there already$/,
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Name/ }),
      'All in production',
    );
    await userEvent.click(save);
    expect(
      await screen.findByRole('heading', { name: 'All in production' }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Actions for Ready for the audit' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Delete' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('heading', { name: 'Ready for the audit' }),
      ).not.toBeInTheDocument(),
    );
  });
});
