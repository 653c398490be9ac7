// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth } from '../../__testUtils__/renderReview';
import { renderPlan } from '../__testUtils__/planApi';

beforeEach(() => mockWidth(1000));

jest.setTimeout(60_000);

describe('a badge', () => {
  const open = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'More about the lens' }),
    );
  };

  it('is made, shown with what to paste, and ended', async () => {
    const { api } = await renderPlan({ badges: true });
    await open();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Badge…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Badge of this review',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Make a badge' }),
    );
    const image = await within(dialog).findByRole('img', { name: 'The badge' });
    expect(image).toHaveAttribute('src', 'data:image/svg+xml,%3Csvg%2F%3E');
    expect(
      within(dialog).getByRole('textbox', { name: 'Markdown to paste' }),
    ).toHaveValue(
      '[![ML Lens](http://localhost:7007/api/ml-lens/badges/token.svg)](http://localhost:3000/?lens=small-lens)',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'End the badge' }),
    );
    await waitFor(() => expect(api.sent('deleteBadge')).toHaveLength(1));
    expect(
      await within(dialog).findByRole('button', { name: 'Make a badge' }),
    ).toBeVisible();
    expect(within(dialog).queryByRole('img')).toBeNull();
  });

  it('is not offered where the portal gives none', async () => {
    await renderPlan();
    await open();
    expect(
      await screen.findByRole('menuitem', { name: /another lens/i }),
    ).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Badge…' })).toBeNull();
  });
});
