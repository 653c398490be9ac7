// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, within } from '@testing-library/react';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { OverviewPage } from '../overview/OverviewPage';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

describe('the agents of an organisation', () => {
  it('are judged by what became of their proposals', async () => {
    const api = createInsightsApi();
    const none = { changed: 0, superseded: 0, expired: 0 };
    await renderOrg(OverviewPage, {
      api: {
        ...api,
        call: (async (operation: string, request: never) =>
          operation === 'getProposalAgents'
            ? {
                items: [
                  {
                    ...none,
                    agent: 'reader \u202e<b>',
                    proposed: 10,
                    open: 2,
                    accepted: 6,
                    rejected: 2,
                    overruled: 0.25,
                  },
                  {
                    ...none,
                    agent: 'other',
                    proposed: 1,
                    open: 1,
                    accepted: 0,
                    rejected: 0,
                    overruled: null,
                  },
                ],
              }
            : api.call(operation as never, request)) as typeof api.call,
      },
    });
    const table = await screen.findByRole('table', { name: 'Agents' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent),
    ).toEqual(['reader ⟨U+202E⟩<b>2602025%', 'other10000–']);
  });

  it('are not spoken of where none has proposed anything', async () => {
    await renderOrg(OverviewPage, { api: createInsightsApi() });
    await screen.findByRole('region', { name: 'Key figures' });
    expect(screen.queryByText('Agents')).toBeNull();
  });
});
