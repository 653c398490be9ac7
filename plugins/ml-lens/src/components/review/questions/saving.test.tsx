// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AnswerConflictError } from '@ml-lens/backstage-plugin-ml-lens-common';
import { emptyAnswer } from '@ml-lens/lens-model';
import {
  createReviewApi,
  mockWidth,
  renderReview,
} from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';

const QUESTION = 'How is spending watched?';
const PRACTICE = `${QUESTION} – first practice`;

/** Opens a question nobody has answered; two of four are. */
async function openQuestion() {
  const api = createReviewApi();
  const client = new QueryClient();
  await renderReview(EntityReviewContent, {
    api,
    client,
    search: '?question=spend',
  });
  const practice = await screen.findByRole('checkbox', { name: PRACTICE });
  const row = screen
    .getByRole('button', { name: new RegExp(QUESTION), expanded: true })
    .closest('li')!;
  const sent = () =>
    api.calls.filter(({ operation }) => operation === 'putAnswer');
  return { api, client, practice, row, sent, user: userEvent.setup() };
}

function leavePage() {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return { isAsked: event.defaultPrevented };
}

function refusal(statusCode: number, message: string) {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    statusCode,
    body: { error: { message } },
  });
}

describe('saving an answer', () => {
  beforeEach(() => mockWidth(1000));

  it('keeps it while the portal cannot be reached, and sends it again', async () => {
    const { api, practice, row, sent, user } = await openQuestion();
    expect(leavePage().isAsked).toBe(false);
    api.refuseNext('putAnswer', new TypeError('Failed to fetch'));
    api.refuseNext('putAnswer', new TypeError('Failed to fetch'));
    await user.click(practice);

    await screen.findByText(/The portal cannot be reached/);
    expect(screen.queryByText(/Failed to fetch/)).not.toBeInTheDocument();
    expect(within(row).getByText('Not saved yet')).toBeInTheDocument();
    expect(practice).toBeChecked();
    expect(leavePage().isAsked).toBe(true);

    await user.click(within(row).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(sent()).toHaveLength(2));
    await screen.findByText(/The portal cannot be reached/);

    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await within(row).findByText('Saved');
    expect(sent()).toHaveLength(3);
    expect(practice).toBeChecked();
    expect(within(row).queryByText('Not saved yet')).not.toBeInTheDocument();
    expect(leavePage().isAsked).toBe(false);
  });

  it('keeps it on top of what is fetched meanwhile', async () => {
    const { api, client, practice, user } = await openQuestion();
    await api.call('putAnswer', {
      path: {
        workloadId: 'forecast',
        lensId: 'small-lens',
        questionId: 'compare',
      },
      body: { revision: 0, selectedChoices: ['compare_1'] },
    } as any);
    for (let i = 0; i < 5; i++) {
      api.refuseNext('putAnswer', refusal(503, 'starting'));
    }
    await user.click(practice);
    await screen.findByText(/The server is busy/);
    await act(() => client.invalidateQueries());
    // Theirs and the one that is kept here.
    await screen.findByText('4 of 4 questions answered');
    expect(practice).toBeChecked();
  });

  it('puts it back where the server does not take it, and says why', async () => {
    const { api, practice, row, user } = await openQuestion();
    api.refuseNext('putAnswer', refusal(400, 'The lens has no such practice'));
    await user.click(practice);
    await within(row).findByText(/The lens has no such practice/);
    expect(practice).not.toBeChecked();
    expect(screen.getByText('2 of 4 questions answered')).toBeInTheDocument();
    expect(leavePage().isAsked).toBe(false);
  });

  it('shows all that differs from what somebody else saved, and comes back to it', async () => {
    const { api, practice, row, sent, user } = await openQuestion();
    const moot = {
      choiceId: 'spend_2',
      reason: 'OUT_OF_SCOPE' as const,
      notes: 'Watched by finance',
    };
    const current = {
      ...emptyAnswer(),
      revision: 4,
      selectedChoices: ['spend_1'],
      notApplicableChoices: [moot],
      evidence: [{ title: 'Budget', url: 'https://example.com/budget' }],
      updatedBy: 'user:default/lena.vogel',
      updatedAt: '2026-06-30T11:59:00.000Z',
    };
    api.refuseNext(
      'putAnswer',
      new AnswerConflictError({
        error: { name: 'ConflictError', message: 'stale' },
        current,
        attempted: emptyAnswer(),
      } as any),
    );
    await user.click(practice);
    const dialog = await screen.findByRole('dialog');
    const differing = within(dialog)
      .getAllByRole('region')
      .map(region => region.textContent);
    expect(differing).toEqual([
      expect.stringMatching(
        /second practice.*Watched by finance.*Not in place/s,
      ),
      expect.stringMatching(/Evidence.*Budget.*No evidence/s),
    ]);

    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(within(row).getByText('Not saved yet')).toBeInTheDocument();
    await user.click(
      within(row).getByRole('button', { name: 'Compare and choose' }),
    );
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Save mine',
      }),
    );
    await within(row).findByText('Saved');
    expect(sent().at(-1)?.request.body).toMatchObject({
      revision: 4,
      selectedChoices: ['spend_1'],
      notApplicableChoices: [],
    });
  });
});
