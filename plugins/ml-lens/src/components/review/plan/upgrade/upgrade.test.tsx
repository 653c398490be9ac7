// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth } from '../../__testUtils__/renderReview';
import { renderPlan } from '../__testUtils__/planApi';

beforeEach(() => mockWidth(1000));

/** Dialogs and forms of a whole tab take their time on a busy machine. */
jest.setTimeout(60_000);

describe('UpgradeBanner', () => {
  it('shows what a move changes, moves, and offers to undo', async () => {
    const { api, toasts } = await renderPlan({
      search: '',
      upgradeTo: { version: '2', isMajor: true },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show what would change' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('1 question is to be answered'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Move the review' }),
    );
    await screen.findByText('2 of 4 questions answered');
    expect(api.sent('upgradeReview')[0].body).toEqual({ toVersion: '2' });
    expect(toasts.map(({ title }) => title)).toEqual([
      'Review moved to version 2',
    ]);
  });
});

describe('UpgradeMenu', () => {
  const openMenu = async () =>
    userEvent.click(
      await screen.findByRole('button', { name: 'More about the lens' }),
    );
  const MILESTONE = { type: 'MILESTONE_RECORDED', source: 'USER' };

  it('takes back a move that somebody made for many', async () => {
    const { api, toasts } = await renderPlan({
      search: '',
      history: [MILESTONE, { type: 'LENS_UPGRADED', source: 'UPGRADE' }],
    });
    await openMenu();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Take the last move back' }),
    );
    await waitFor(() => expect(api.sent('undoUpgrade')).toHaveLength(1));
    await waitFor(() =>
      expect(toasts.map(({ title }) => title)).toEqual(['Move taken back']),
    );
  });

  it('offers nothing to take back after an answer', async () => {
    const { api } = await renderPlan({
      search: '',
      history: [
        { type: 'ANSWERED', source: 'USER' },
        { type: 'LENS_UPGRADED', source: 'UPGRADE' },
      ],
    });
    await openMenu();
    await screen.findByRole('menuitem', { name: 'Move to another lens…' });
    await waitFor(() => expect(api.sent('listHistory')).not.toEqual([]));
    expect(
      screen.queryByRole('menuitem', { name: 'Take the last move back' }),
    ).not.toBeInTheDocument();
  });
});
