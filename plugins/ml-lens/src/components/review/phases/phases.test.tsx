// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  GateRequest,
  GateState,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createReviewApi,
  mockWidth,
  NOW,
  renderReview,
} from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';

beforeEach(() => mockWidth(1000));

const asked: GateRequest = {
  number: 1,
  status: 'OPEN',
  comment: 'Please **look**',
  requestedAt: NOW,
  requestedBy: 'user:default/lena',
  decidedAt: null,
  decidedBy: null,
  decisionComment: null,
  conditions: [],
  basis: null,
};

const gate: GateState = {
  gate: {
    id: 'ready',
    phase: 'prepare',
    name: 'Data ready',
    require: { noHigh: true },
  },
  status: null,
  met: false,
  requirements: [
    {
      kind: 'NO_HIGH',
      met: false,
      needed: 0,
      found: 1,
      questionIds: ['label'],
    },
  ],
  requests: [],
};

const gates = (state: Partial<GateState>, decide = true) => ({
  items: [{ ...gate, ...state }],
  next: gate.gate.id,
  at: NOW,
  may: { request: true, decide },
});

const callsOf = (api: ReturnType<typeof createReviewApi>, operation: string) =>
  api.calls.filter(call => call.operation === operation);

describe('the current phase', () => {
  it('is said beside the score, with what is due later apart', async () => {
    await renderReview(EntityReviewContent);
    const header = await screen.findByRole('region', {
      name: 'Scorecard of Sales forecast',
    });
    expect(within(header).getByText(/^Readiness \d+$/)).toBeInTheDocument();
    expect(
      within(header).getByRole('img', { name: /questions that are due/ }),
    ).toBeInTheDocument();
  });

  it('is set where the team says it is, and left again', async () => {
    const { api } = await renderReview(EntityReviewContent, {
      search: '?phase=evaluate',
    });
    const panel = await screen.findByRole('region', {
      name: 'Phase: Evaluation',
    });
    expect(within(panel).getByText(/due from here$/)).toBeInTheDocument();
    await userEvent.click(
      within(panel).getByRole('button', { name: /We are here|Leave it/ }),
    );
    await waitFor(() => expect(callsOf(api, 'putReviewPhase')).toHaveLength(1));
  });
});

describe('an answer in doubt', () => {
  it('is said to be still true with one click', async () => {
    const api = createReviewApi({
      toConfirm: [
        {
          questionId: 'label',
          reason: 'MODEL_VERSION',
          since: NOW,
          detail: 'ranker 7',
        },
      ],
    });
    await renderReview(EntityReviewContent, { api, search: '?question=label' });
    expect(
      await screen.findByText(/New model version ranker 7/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Still true' }));
    await waitFor(() =>
      expect(
        screen.queryByText(/New model version ranker 7/),
      ).not.toBeInTheDocument(),
    );
    expect(callsOf(api, 'confirmAnswer')).toMatchObject([
      { request: { path: { questionId: 'label' } } },
    ]);
  });

  it('is led to from beside the score', async () => {
    const api = createReviewApi({
      toConfirm: [
        { questionId: 'label', reason: 'AGE', since: NOW, detail: null },
      ],
    });
    await renderReview(EntityReviewContent, { api });
    await userEvent.click(
      await screen.findByRole('link', { name: '1 answer to confirm' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Still true' }),
    ).toBeInTheDocument();
  });
});

describe('gates', () => {
  it('are not there where the lens has none', async () => {
    await renderReview(EntityReviewContent);
    await screen.findByRole('region', { name: 'Scorecard of Sales forecast' });
    expect(
      screen.queryByRole('region', { name: 'Gates' }),
    ).not.toBeInTheDocument();
  });

  it('say what they ask for, and are asked at', async () => {
    const api = createReviewApi({ gates: gates({}) });
    await renderReview(EntityReviewContent, { api });
    const card = await screen.findByRole('region', { name: 'Gates' });
    expect(within(card).getByText('Data ready')).toBeInTheDocument();
    expect(
      within(card).getByRole('img', { name: 'Not met' }),
    ).toBeInTheDocument();
    await userEvent.click(
      within(card).getByRole('button', { name: 'Ask to pass' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Comment'), 'Look');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask to pass' }),
    );
    await waitFor(() =>
      expect(callsOf(api, 'requestGate')).toMatchObject([
        { request: { body: { comment: 'Look' }, path: { gateId: 'ready' } } },
      ]),
    );
  });

  it('are led to from beside the score', async () => {
    const api = createReviewApi({ gates: gates({}) });
    await renderReview(EntityReviewContent, { api });
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'Gate “Data ready”: 0 of 1 met',
      }),
    );
    const card = await screen.findByRole('region', { name: 'Gates' });
    await waitFor(() =>
      expect(
        within(card).getByRole('listitem', { current: true }),
      ).toHaveFocus(),
    );
  });

  it.each<[GateState['status'], string]>([
    ['WITHDRAWN', 'Gate “Data ready”: 0 of 1 met'],
    ['OPEN', 'Gate “Data ready” waits for a decision'],
    ['NO_GO', 'Gate “Data ready”: no go, 0 of 1 met now'],
  ])('are named beside the score as they stand: %s', async (status, name) => {
    const { items, ...others } = gates({ status });
    // Whatever the order, the server says which one is next.
    const other = { ...items[0], gate: { ...gate.gate, id: 'x', name: 'X' } };
    const api = createReviewApi({
      gates: { ...others, items: [other, ...items] },
    });
    await renderReview(EntityReviewContent, { api });
    const header = await screen.findByRole('region', {
      name: 'Scorecard of Sales forecast',
    });
    expect(
      await within(header).findByRole('link', { name: /^Gate/ }),
    ).toHaveAccessibleName(name);
  });

  it('are not beside the score once all are passed', async () => {
    const api = createReviewApi({
      gates: { ...gates({ status: 'GO' }), next: null },
    });
    await renderReview(EntityReviewContent, { api });
    await screen.findByRole('region', { name: 'Gates' });
    expect(screen.queryByRole('link', { name: /^Gate/ })).toBeNull();
  });

  it('are decided by somebody else, and never by who asked', async () => {
    const api = createReviewApi({
      gates: gates({ status: 'OPEN', requests: [asked] }),
    });
    await renderReview(EntityReviewContent, { api });
    const card = await screen.findByRole('region', { name: 'Gates' });
    // As it was meant: comments are markdown.
    expect((await within(card).findByText('look')).tagName).toBe('STRONG');
    await userEvent.click(
      await within(card).findByRole('button', { name: 'Decide' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Go' }));
    await waitFor(() =>
      expect(callsOf(api, 'decideGate')).toMatchObject([
        { request: { body: { decision: 'GO' }, path: { number: '1' } } },
      ]),
    );
  });

  it('are diamonds on the timeline once they are decided', async () => {
    const decided: GateRequest = {
      ...asked,
      status: 'GO',
      decidedAt: NOW,
      decidedBy: 'user:default/mika',
    };
    const api = createReviewApi({
      gates: gates({ status: 'GO', requests: [decided] }),
    });
    await renderReview(EntityReviewContent, { api });
    const card = await screen.findByRole('region', { name: 'Gates' });
    expect(within(card).getAllByText('Go')).toHaveLength(2);
    expect(await screen.findByText(/^Data ready: Go, /)).toBeInTheDocument();
  });

  it('offer no decision to those who may not', async () => {
    const api = createReviewApi({
      gates: gates({ status: 'OPEN', requests: [asked] }, false),
    });
    await renderReview(EntityReviewContent, { api });
    const card = await screen.findByRole('region', { name: 'Gates' });
    expect(
      within(card).queryByRole('button', { name: 'Decide' }),
    ).not.toBeInTheDocument();
  });
});
