// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { OrgTimelinePage } from './OrgTimelinePage';

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

describe('the timeline of the organisation', () => {
  it('says where workloads stand, how long, and what gates wait for', async () => {
    const { lastQuery } = await renderOrg(OrgTimelinePage, {
      api: createInsightsApi(),
      search: '?lifecycle=production',
    });
    const standing = await screen.findByRole('region', {
      name: 'Where workloads stand, and how long',
    });
    expect(lastQuery('getOrgTimeline')).toMatchObject({
      lifecycle: ['production'],
      months: 12,
    });
    expect(
      within(standing).getAllByRole('img', { name: /: 3, up to 14 days$/ }),
    ).not.toHaveLength(0);
    expect(within(standing).getByText('1 stuck')).toBeInTheDocument();
    expect(
      within(standing).getByRole('link', { name: '4 workloads here' }),
    ).toHaveAttribute('href', expect.stringContaining('currentPhase='));

    const longest = screen.getByRole('region', {
      name: 'Longest in their phase',
    });
    expect(longest).toHaveTextContent('data-ready: 2 wait, 9 days at most');
    expect(longest).toHaveTextContent('Jul 1, 2026');
    expect(longest).toHaveTextContent('data-ready, since Oct 20, 2026');
    expect(
      within(longest).getByRole('button', { name: 'Show more' }),
    ).toBeEnabled();
  });

  it('says the same of each picture in a table', async () => {
    await renderOrg(OrgTimelinePage, { api: createInsightsApi() });
    const flow = await screen.findByRole('region', { name: 'Flow by month' });
    await userEvent.click(
      within(flow).getByRole('button', { name: /Flow by month/ }),
    );
    expect(
      await within(flow).findByRole('row', { name: '2026-09 5 2 1' }),
    ).toBeInTheDocument();
    const standing = screen.getByRole('region', {
      name: 'Where workloads stand, and how long',
    });
    await userEvent.click(
      within(standing).getByRole('button', { name: /Where workloads stand/ }),
    );
    expect(
      await within(standing).findAllByRole('row', {
        name: /3 2 0 1 0 31 120 \d 0$/,
      }),
    ).not.toHaveLength(0);
  });
});
