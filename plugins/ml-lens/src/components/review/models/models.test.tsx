// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityReviewContent } from '../EntityReviewContent';
import {
  createReviewApi,
  mockWidth,
  renderReview,
} from '../__testUtils__/renderReview';

beforeEach(() => mockWidth(1000));

const model = (
  name: string,
  changes: Partial<WorkloadModel> = {},
): WorkloadModel => ({
  source: 'mlflow',
  name,
  state: 'OWN',
  found: true,
  latest: {
    version: '3',
    stage: 'champion',
    createdAt: '2026-10-01T00:00:00.000Z',
    url: 'https://mlflow.example.com/3',
  },
  observedAt: '2026-10-02T00:00:00.000Z',
  stale: false,
  ...changes,
});

describe('models of a workload', () => {
  it('say what is known, what is wrong, and what another team keeps', async () => {
    const api = createReviewApi({
      models: [
        model('drifting', {
          source: 'prometheus',
          latest: null,
          alarms: { rules: 4, firing: 1, silent: 0 },
        }),
        model('gone', { found: false, latest: null }),
        model('good', {
          card: { present: true },
          alarms: {
            rules: 1,
            firing: 0,
            silent: 0,
            lastFiredAt: '2026-01-01T00:00:00.000Z',
          },
        }),
        model('theirs', {
          state: 'PENDING',
          found: null,
          latest: null,
          observedAt: null,
        }),
        model('old', { stale: true, problem: 'MLflow cannot be reached' }),
      ],
    });
    await renderReview(EntityReviewContent, { api });
    const heading = await screen.findByRole('heading', { name: 'Models' });
    expect(heading.parentElement).toHaveTextContent(
      '5 models · 2 of 3 in a registry',
    );
    const item = (name: string) =>
      within(
        screen
          .getAllByRole('listitem')
          .find(one => one.textContent?.startsWith(name))!,
      );
    expect(item('drifting').getByText('1 alarm firing')).toBeInTheDocument();
    expect(item('gone').getByText('Not found')).toBeInTheDocument();
    expect(item('good').getByRole('link')).toHaveAttribute(
      'href',
      'https://mlflow.example.com/3',
    );
    expect(item('good').getByText(/^Last alarm/)).toBeInTheDocument();
    expect(item('theirs').getByText('Waits to be allowed')).toBeInTheDocument();
    expect(
      item('old').getByTitle('MLflow cannot be reached'),
    ).toHaveTextContent('Out of date');
    // An alarm offers to begin anew, with the reason filled in.
    const offer = screen.getByText(/An alarm is firing\. Begin/).parentElement!;
    await userEvent.click(within(offer).getByRole('button'));
    expect(
      within(await screen.findByRole('dialog')).getByRole('textbox'),
    ).not.toHaveValue('');
  });

  it('are told with what serves them, and files by their title', async () => {
    const api = createReviewApi({
      models: [
        model('fraud', {
          source: 'sagemaker',
          latest: {
            version: '4',
            approval: 'PendingManualApproval',
            createdAt: '2026-10-01T00:00:00.000Z',
          },
          served: [
            {
              endpoint: 'fraud-prod',
              variant: 'blue',
              version: '3',
              share: 0.9,
            },
            { endpoint: 'fraud-prod', variant: 'green', share: 0.1 },
          ],
        }),
        model('https://git.example.com/acme/MODEL_CARD.md', {
          source: 'files',
          title: 'Loan default',
          latest: null,
          url: 'https://git.example.com/acme/MODEL_CARD.md',
          card: { present: true },
        }),
      ],
    });
    await renderReview(EntityReviewContent, { api });
    expect(
      await screen.findByText(
        'Endpoint fraud-prod, variant blue · Version 3 · 90%',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Endpoint fraud-prod, variant green · 10%'),
    ).toBeInTheDocument();
    expect(screen.getByText('PendingManualApproval')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^Loan default/ })).toHaveAttribute(
      'href',
      'https://git.example.com/acme/MODEL_CARD.md',
    );
    expect(screen.getByText('Files')).toBeInTheDocument();
  });

  it('are decided on by those who decide on links', async () => {
    const claim = {
      source: 'mlflow' as const,
      name: 'good',
      workloadId: 'thief',
      owner: 'group:default/other',
      since: '2026-10-01T00:00:00.000Z',
      state: 'PENDING' as const,
    };
    const api = createReviewApi({
      models: [model('good')],
      claims: [claim],
      links: { items: [], may: { decide: true, makePrimary: false } },
    });
    await renderReview(EntityReviewContent, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refuse good, thief' }),
    );
    await waitFor(() =>
      expect(api.calls).toContainEqual({
        operation: 'putModelClaim',
        request: {
          path: { workloadId: 'forecast' },
          body: {
            source: 'mlflow',
            name: 'good',
            workloadId: 'thief',
            state: 'REFUSED',
          },
        },
      }),
    );
  });
});
