// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { InboxItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { mlLensApiMock } from '../../../testing/mlLensApiMock';
import { createSmallApi, renderOrg } from '../__testUtils__/renderOrg';
import { InboxPage } from './InboxPage';

const first: InboxItem = {
  id: 'WAIVER_TO_DECIDE/fraud/aws/1',
  kind: 'WAIVER_TO_DECIDE',
  workloadId: 'fraud',
  title: 'Card fraud',
  lens: 'aws',
  questionId: 'q1',
  dueAt: '2027-01-15T12:00:00.000Z',
  since: '2026-11-20T12:00:00.000Z',
  reason: 'The goal is written down next month',
  path: '/catalog/default/component/fraud/ml-lens?lens=aws&question=q1',
};
const second: InboxItem = {
  ...first,
  id: 'UPGRADE_AVAILABLE/fraud/aws/2',
  kind: 'UPGRADE_AVAILABLE',
  questionId: undefined,
  reason: '2',
  dueAt: null,
};

/** The org routes, and an inbox of the reader's team, page by page. */
function apiWith(team: InboxItem[][]) {
  const getInbox = ({ query }: any) => {
    const pages = query.scope === 'team' ? team : [[]];
    const at = Number(query.cursor ?? 0);
    return {
      items: pages[at],
      totalItems: pages.flat().length,
      pageInfo: at + 1 < pages.length ? { nextCursor: String(at + 1) } : {},
    };
  };
  return mlLensApiMock({ getInbox }, createSmallApi().call);
}

describe('For you', () => {
  it('says in words why an answer is to be confirmed', async () => {
    const doubt: InboxItem = {
      ...first,
      id: 'CONFIRM/fraud/aws/q1',
      kind: 'CONFIRM',
      reason: 'OWNER_CHANGED',
      dueAt: null,
    };
    await renderOrg(InboxPage, { api: apiWith([[doubt]]) });
    expect(
      await screen.findByText('The workload has another owner'),
    ).toBeVisible();
    expect(screen.queryByText('OWNER_CHANGED')).not.toBeInTheDocument();
  });

  it('shows what somebody wrote as they meant it', async () => {
    const asked = { ...first, reason: 'Bought in, **shown** in June' };
    const decided: InboxItem = {
      ...first,
      id: 'WAIVER_DECIDED/fraud/aws/1',
      kind: 'WAIVER_DECIDED',
      reason: 'REJECTED: Show it _now_',
    };
    await renderOrg(InboxPage, { api: apiWith([[asked, decided]]) });
    expect((await screen.findByText('shown')).tagName).toBe('STRONG');
    expect(screen.getByText('Rejected')).toBeVisible();
    expect(screen.getByText('now').tagName).toBe('EM');
  });

  it('says how late it is what should have been done', async () => {
    const late: InboxItem = {
      ...first,
      kind: 'PHASE_LATE',
      dueAt: DateTime.utc().minus({ days: 3 }).endOf('day').toISO(),
    };
    await renderOrg(InboxPage, { api: apiWith([[late]]) });
    const list = await screen.findByRole('list', { name: 'For you' });
    expect(within(list).getByText('3 days late')).toBeVisible();
    expect(within(list).queryByText(/^Until/)).toBeNull();
  });

  it('says what, why and until when, and opens the place', async () => {
    await renderOrg(InboxPage, { api: apiWith([[first], [second]]) });
    const list = await screen.findByRole('list', { name: 'For you' });
    const [row, ...others] = within(list).getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(row).toHaveTextContent('The goal is written down next month');
    expect(row).toHaveTextContent(/Until Jan 15, 2027/);
    expect(row).toHaveTextContent(/Since Nov 20, 2026/);
    expect(
      within(row).getByRole('link', {
        name: 'Card fraud: decide on a waiver',
      }),
    ).toHaveAttribute('href', first.path);

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(
      await screen.findByRole('link', {
        name: 'Card fraud: a newer version of the lens',
      }),
    ).toBeVisible();
    expect(screen.getByText('Version 2')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('shows what waits for the reader alone, and says so where nothing does', async () => {
    await renderOrg(InboxPage, { api: apiWith([[first]]) });
    await userEvent.click(await screen.findByRole('radio', { name: 'Mine' }));
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent('scope=mine');
    expect(screen.getByRole('link', { name: 'Overview' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/overview$/),
    );
  });
});
