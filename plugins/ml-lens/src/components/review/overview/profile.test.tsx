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

async function openProfile() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Set profile' }),
  );
  return screen.findByRole('dialog');
}

describe('ProfileDialog', () => {
  it('suggests a layer, and marks only what a person ticks', async () => {
    const { api } = await renderReview(EntityReviewContent);
    const dialog = await openProfile();
    const skill = within(dialog).getByRole('radiogroup', {
      name: 'ML skill of the team',
    });
    await userEvent.click(within(skill).getByRole('radio', { name: 'Low' }));
    expect(
      within(dialog).getByText('Suggested: AI services'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Use suggestion' }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    await within(dialog).findByText('Not needed with “AI services”');
    const mark = within(dialog).getByRole('button', { name: /^Mark/ });
    expect(mark).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: /second practice/ }),
    );
    await userEvent.click(mark);

    const answers = api.calls.filter(
      ({ operation }) => operation === 'putAnswer',
    );
    expect(answers).toHaveLength(1);
    expect(answers[0].request).toMatchObject({
      path: { questionId: 'clean' },
      body: {
        revision: 1,
        selectedChoices: ['clean_1'],
        notApplicableChoices: [
          {
            choiceId: 'clean_2',
            reason: 'ARCHITECTURE_CONSTRAINTS',
            notes: 'The service cleans by itself.',
          },
        ],
      },
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('shows what somebody else saved meanwhile, and loses nothing', async () => {
    const api = createReviewApi();
    await renderReview(EntityReviewContent, { api });
    const dialog = await openProfile();
    await api.call('putProfile', {
      path: { workloadId: 'forecast' },
      body: {
        revision: 0,
        layer: 'frameworks',
        skill: 'high',
        timeToMarket: null,
        customization: null,
      },
    });
    const layer = within(dialog).getByRole('radiogroup', {
      name: 'Layer of the ML stack',
    });
    const aiServices = within(layer).getByRole('radio', {
      name: /AI services/,
    });
    await userEvent.click(aiServices);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /Theirs: Frameworks · ML skill of the team: High/,
    );
    expect(aiServices).toBeChecked();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Load theirs' }),
    );
    expect(
      within(layer).getByRole('radio', { name: /Frameworks/ }),
    ).toBeChecked();
  });
});
