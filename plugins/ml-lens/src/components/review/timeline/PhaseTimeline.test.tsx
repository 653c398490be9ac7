// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createReviewApi,
  mockWidth,
  renderReview,
} from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';

beforeEach(() => mockWidth(1000));

function address() {
  return new URLSearchParams(screen.getByTestId('address').textContent ?? '');
}

describe('PhaseTimeline', () => {
  it('is walked with the arrow keys, and Enter shows the phase', async () => {
    await renderReview(EntityReviewContent);
    const flag = await screen.findByRole('button', {
      name: /^Milestone Kick-off done, Apr 1, 2026/,
    });
    flag.focus();
    await userEvent.keyboard('{ArrowDown}');
    const bar = screen.getByRole('button', {
      name: 'Preparation, iteration 1, At risk, since Mar 2, 2026, 120 days',
    });
    expect(bar).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByRole('button', {
        name: 'Target of Preparation: Late since May 1, 2026',
      }),
    ).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(address().get('phase')).toBe('prepare');
  });

  it('has one tab stop for all of its marks', async () => {
    await renderReview(EntityReviewContent);
    const chart = await screen.findByRole('group', {
      name: /^Iterations of 2 phases over time/,
    });
    const stops = within(chart)
      .getAllByRole('button')
      .filter(mark => mark.getAttribute('tabindex') === '0');
    expect(stops).toHaveLength(1);
  });

  it('says the same in a table', async () => {
    await renderReview(EntityReviewContent);
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('grid', { name: 'Phase timeline' });
    const row = within(table).getByRole('row', { name: /Preparation/ });
    expect(row).toHaveTextContent('since Mar 2, 2026 (120 days), At risk');
    expect(row).toHaveTextContent('Late since May 1, 2026');
    expect(
      within(table).getByRole('row', { name: /Evaluation/ }),
    ).toHaveTextContent('Not begun');
    expect(screen.getByText('Kick-off done')).toBeInTheDocument();
  });

  it('shows the plan under what happened, and the slip in words', async () => {
    const api = createReviewApi();
    await api.call('putPhaseTarget', {
      path: {
        workloadId: 'forecast',
        lensId: 'small-lens',
        phaseId: 'prepare',
      },
      body: { targetDate: '2026-04-30', plannedStart: '2026-02-27' },
    });
    await renderReview(EntityReviewContent, { api });
    expect(
      await screen.findByRole('button', {
        name: /^Plan of Preparation; Planned to begin Feb 27, 2026, 3 days late; Planned to be complete Apr 30, 2026, \d+ days late$/,
      }),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Legend' })).getByText('Plan'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('grid', { name: 'Phase timeline' });
    expect(
      within(table).getByRole('row', { name: /Preparation/ }),
    ).toHaveTextContent('Planned to begin Feb 27, 2026, 3 days late');
  });

  it('says where to begin when nothing has begun', async () => {
    await renderReview(EntityReviewContent, {
      api: createReviewApi({ history: [] }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show first phase' }),
    );
    expect(address().get('phase')).toBe('prepare');
  });

  it('shows what became of models, as marks, in the legend and in the table', async () => {
    const api = createReviewApi({
      models: [
        {
          source: 'mlflow',
          name: 'forecast',
          state: 'OWN',
          found: true,
          latest: null,
          observedAt: '2026-06-20T00:00:00.000Z',
          stale: false,
          changes: [
            { kind: 'ALARM', at: '2026-06-10T00:00:00.000Z', text: null },
            { kind: 'VERSION', at: '2026-04-10T00:00:00.000Z', text: '7' },
          ],
        },
      ],
    });
    await renderReview(EntityReviewContent, { api });
    expect(
      await screen.findByRole('button', {
        name: 'forecast: version 7 registered, Apr 10, 2026',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: 'forecast: alarm firing, Jun 10, 2026',
      }),
    ).toBeInTheDocument();
    const legend = screen.getByRole('list', { name: 'Legend' });
    expect(legend).toHaveTextContent('Version of a model');
    expect(legend).not.toHaveTextContent('Alarm over');
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    expect(
      await screen.findByText('forecast: version 7 registered'),
    ).toBeInTheDocument();
  });
});
