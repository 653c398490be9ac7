// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth } from '../__testUtils__/renderReview';
import { renderPlan } from './__testUtils__/planApi';

beforeEach(() => mockWidth(1000));

jest.setTimeout(60_000);

const first = 'How is data labelled? – first practice';

describe('a practice of a question', () => {
  it('is planned where it is answered', async () => {
    const { api } = await renderPlan({ search: '?question=label' });
    await userEvent.click(
      await screen.findByRole('button', { name: `Plan: ${first}` }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: `Plan: ${first}`,
    });
    await userEvent.click(
      within(dialog).getByRole('textbox', { name: 'Link to the work' }),
    );
    await userEvent.paste('https://tracker.example/ML-7');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.sent('putImprovement')).toMatchObject([
      {
        path: { questionId: 'label', choiceId: 'label_1' },
        body: { revision: 0, link: 'https://tracker.example/ML-7' },
      },
    ]);
    expect(
      await screen.findByRole('button', { name: `Edit the plan: ${first}` }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /^ML-7/ })).toHaveAttribute(
      'href',
      'https://tracker.example/ML-7',
    );
  });
});
