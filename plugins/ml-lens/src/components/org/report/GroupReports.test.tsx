// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { OverviewPage } from '../overview/OverviewPage';

// Pages of this size take their time where the machine is busy.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => {
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

type Reports = MlLensResponse<'getGroupReports'>;

const AT = '2026-11-29T12:00:00.000Z';
const lens = { id: 'aws-ml-lens', version: '1' };

function reportOf(key: string | null, more: Partial<Reports['items'][0]> = {}) {
  return {
    key,
    workloads: 3,
    begun: 2,
    assessed: 2,
    score: 61,
    coverage: 0.8,
    counts: { UNANSWERED: 1, HIGH: 4, MEDIUM: 2, NONE: 3, NOT_APPLICABLE: 0 },
    levels: {},
    phases: {},
    readiness: 70,
    before: { workloads: 3, score: 66, high: 3 },
    risks: [],
    worse: [],
    worseCount: 0,
    late: [],
    lateCount: 0,
    dates: [],
    dateCount: 0,
    ...more,
  };
}

const where = {
  workloadId: 'ranking',
  title: 'Ranking',
  entityRef: null,
  lens,
};

/** Two pages of reports, of one group each. */
function reportsApi() {
  const pages: Reports['items'][] = [
    [
      reportOf('group:default/science', {
        late: [
          {
            ...where,
            questionId: 'label',
            choiceId: 'label_1',
            assignee: 'user:default/kim',
            status: 'IN_PROGRESS',
            dueDate: '2026-11-02',
          },
        ],
        lateCount: 4,
        dates: [
          {
            ...where,
            date: '2026-12-08',
            kind: 'REVIEW',
            phase: null,
            questionId: null,
            choiceId: null,
          },
        ],
        dateCount: 1,
      }),
    ],
    [reportOf(null)],
  ];
  return mlLensApiMock(
    {
      getGroupReports: request => {
        const at = Number(request.query.cursor ?? 0);
        return {
          groupBy: request.query.groupBy,
          at: AT,
          since: request.query.since ?? null,
          items: pages[at],
          totalItems: 2,
          pageInfo: at === 0 ? { nextCursor: '1' } : {},
        };
      },
    },
    createInsightsApi().call,
  );
}

describe('the report to print', () => {
  it('has a page for each team, reached from the overview', async () => {
    await renderOrg(OverviewPage, {
      api: reportsApi(),
      search: '?lifecycle=production',
    });
    const link = await screen.findByRole('link', { name: 'Report to print' });
    expect(link).toHaveAttribute(
      'href',
      '/ml-lens/overview?lifecycle=production&report=owner',
    );
  });

  it('says what is late and what comes, and where there is more', async () => {
    await renderOrg(OverviewPage, {
      api: reportsApi(),
      search: '?report=owner',
    });
    const page = await screen.findByRole('article', { name: 'science' });
    expect(within(page).getByText('2 of 3 workloads begun')).toBeVisible();
    const late = within(page).getByRole('table', { name: 'Late in the plan' });
    expect(within(late).getByText('kim')).toBeVisible();
    expect(within(page).getByText('and 3 more')).toBeVisible();
    expect(
      within(page).getByText('Look at the review again'),
    ).toBeInTheDocument();
    const last = screen.getByRole('article', { name: 'No owner' });
    expect(
      within(last).getByText('Nothing of the plan is late.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Print 2 pages' })).toBeEnabled();
  });

  it('is of another date and group where somebody says so, and left again', async () => {
    const { lastQuery } = await renderOrg(OverviewPage, {
      api: reportsApi(),
      search: '?report=system&at=2026-06-30&since=30d&owner=group:default/x',
    });
    await screen.findByRole('article', { name: 'No system' });
    const query = lastQuery('getGroupReports')!;
    expect(query).toMatchObject({
      groupBy: 'system',
      owner: ['group:default/x'],
    });
    const [at, since] = [query.at, query.since].map(String);
    expect(at > '2026-06-29' && at < '2026-07-02').toBe(true);
    expect(since > '2026-05-30' && since < '2026-06-02').toBe(true);
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the overview' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
