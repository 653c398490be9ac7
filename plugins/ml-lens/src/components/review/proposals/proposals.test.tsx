// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Proposal } from '@ml-lens/lens-model/proposals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createReviewApi,
  mockWidth,
  renderReview,
} from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';
import { EntityScorecardCard } from '../EntityScorecardCard';

beforeEach(() => mockWidth(1000));

function proposal(changes: Partial<Proposal> = {}): Proposal {
  return {
    id: 'p1',
    questionId: 'compare',
    status: 'OPEN',
    selectedChoices: ['compare_1'],
    notApplicableChoices: [],
    notApplicable: null,
    notes: null,
    basedOn: 0,
    lensVersion: '1',
    agent: { name: 'reader', version: '2', model: 'some-model' },
    citations: [
      {
        choiceId: 'compare_1',
        repo: 'acme/forecast',
        commit: '0123abc',
        path: 'eval/compare.py',
        lines: '3-9',
        quote: 'champion vs challenger',
      },
    ],
    confidence: 0.9,
    key: 'k1',
    proposedBy: 'user:default/mika',
    proposedAt: '2026-06-29T12:00:00.000Z',
    expiresAt: '2026-07-29T12:00:00.000Z',
    endedAt: null,
    decidedBy: null,
    reason: null,
    supersededBy: null,
    ...changes,
  };
}

const SEARCH = '?question=compare';
const setUp = async (
  proposals: Proposal[],
  options: { config?: object; mayUpdate?: boolean } = {},
) => {
  const api = createReviewApi({
    proposals,
    mayUpdate: options.mayUpdate,
    history: [],
  });
  await renderReview(EntityReviewContent, {
    api,
    search: SEARCH,
    config: options.config,
  });
  return api;
};
const panel = () =>
  screen.findByRole('region', {
    name: /proposed answer/,
  }) as Promise<HTMLElement>;
const decisions = (api: ReturnType<typeof createReviewApi>) =>
  api.calls
    .filter(({ operation }) => /decide|undo/.test(operation))
    .map(({ operation, request }) => [operation, request.body]);

describe('proposals on the tab', () => {
  it('stand beside the answer, with differences and where they are written', async () => {
    await setUp([proposal()]);
    const shown = await panel();
    const row = within(shown)
      .getByRole('rowheader', { name: /first practice/ })
      .closest('tr')!;
    expect(
      within(row)
        .getAllByRole('cell')
        .map(c => c.textContent),
    ).toEqual(['Not in place', 'In place']);
    expect(within(row).getByRole('img', { name: 'differs' })).toBeVisible();
    expect(within(shown).getByText('champion vs challenger')).toBeVisible();
    expect(
      within(shown).getByRole('link', { name: /eval\/compare.py:3-9/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/forecast/blob/0123abc/eval/compare.py#L3-L9',
    );
    expect(within(shown).getByText('reader 2')).toBeVisible();
  });

  it('are accepted and rejected with a key, and undone', async () => {
    const api = await setUp([proposal()]);
    await panel();
    await userEvent.keyboard('a');
    const done = await screen.findByText(/Accepted: it is the answer/);
    expect(
      await screen.findByText('rests on a proposal of', { exact: false }),
    ).toHaveTextContent('rests on a proposal of reader');
    await userEvent.click(
      within(done.closest<HTMLElement>('[role=status]')!).getByRole('button', {
        name: 'Undo',
      }),
    );
    await waitFor(() =>
      expect(decisions(api)).toEqual([
        ['decideProposal', { revision: 0, decision: 'ACCEPT' }],
        ['undoProposal', { revision: 1 }],
      ]),
    );
    await within(await panel()).findByRole('button', { name: /^Accept/ });
    await userEvent.keyboard('r');
    expect(await screen.findByText(/Rejected: the answer stays/)).toBeVisible();
    expect(decisions(api)[2]).toEqual([
      'decideProposal',
      { revision: 2, decision: 'REJECT' },
    ]);
  });

  it('can be answered differently', async () => {
    const api = await setUp([proposal()]);
    await userEvent.click(
      within(await panel()).getByRole('button', { name: 'Change…' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: /second practice/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Answer' }),
    );
    await waitFor(() =>
      expect(decisions(api)).toEqual([
        [
          'decideProposal',
          {
            revision: 0,
            decision: 'CHANGE',
            answer: { selectedChoices: ['compare_1', 'compare_2'] },
          },
        ],
      ]),
    );
  });

  it('stay hidden until the reviewer has chosen, where that is asked', async () => {
    const api = await setUp([proposal()], {
      config: { mlLens: { proposals: { decideFirst: true } } },
    });
    const shown = await panel();
    expect(within(shown).queryByText('champion vs challenger')).toBeNull();
    expect(within(shown).queryByText('reader 2')).toBeNull();
    await userEvent.keyboard('a');
    expect(decisions(api)).toEqual([]);
    expect(screen.queryByText(/with citations/)).toBeNull();
    await userEvent.click(
      within(shown).getByRole('checkbox', { name: /second practice/ }),
    );
    await userEvent.click(
      within(shown).getByRole('button', { name: 'Show what is proposed' }),
    );
    expect(await screen.findByText('champion vs challenger')).toBeVisible();
    expect(
      screen.getByRole('columnheader', { name: 'Your choice' }),
    ).toBeVisible();
  });

  it('are accepted together where each practice has a citation', async () => {
    const api = await setUp([
      proposal(),
      proposal({
        id: 'p2',
        questionId: 'clean',
        selectedChoices: ['clean_1'],
        citations: [],
      }),
    ]);
    expect(
      await screen.findByText(/2 proposed answers wait for somebody/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Accept the one with citations' }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Accept',
      }),
    );
    await waitFor(() =>
      expect(decisions(api)).toEqual([
        ['decideProposal', { revision: 0, decision: 'ACCEPT' }],
      ]),
    );
  });

  it('can only be read by those who may not answer', async () => {
    const api = await setUp([proposal()], { mayUpdate: false });
    const shown = await panel();
    expect(within(shown).queryByRole('button')).toBeNull();
    await userEvent.keyboard('a');
    expect(decisions(api)).toEqual([]);
  });

  it('are text, whatever they say', async () => {
    await setUp([
      proposal({
        agent: { name: '<img src=x onerror=alert(1)>' },
        notes: '[click](javascript:alert(1)) \u202egnp.exe \u001b[31m',
        citations: [
          { url: 'https://evil.example/<script>', quote: '<b>bold</b>' },
        ],
      }),
    ]);
    const shown = await panel();
    expect(
      within(shown).getByText('<img src=x onerror=alert(1)>'),
    ).toBeVisible();
    expect(within(shown).getByText('<b>bold</b>')).toBeVisible();
    expect(shown).toHaveTextContent('⟨U+202E⟩gnp.exe ⟨U+001B⟩[31m');
    expect(shown.querySelector('img, script, b')).toBeNull();
    const links = within(shown).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      'https://evil.example/<script>',
    ]);
    expect(links[0]).toHaveAttribute(
      'rel',
      expect.stringContaining('noopener'),
    );
  });

  it('are counted on the card', async () => {
    await renderReview(EntityScorecardCard, {
      api: createReviewApi({ proposals: [proposal()] }),
    });
    expect(await screen.findByText('1 proposed answer')).toBeVisible();
  });
});
