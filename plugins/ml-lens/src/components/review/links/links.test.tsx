// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AnnotationProblem,
  WorkloadLinks,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityReviewContent } from '../EntityReviewContent';
import {
  createReviewApi,
  mockWidth,
  renderReview,
} from '../__testUtils__/renderReview';

beforeEach(() => mockWidth(1000));

const link = (
  name: string,
  state: WorkloadLinks['items'][number]['state'],
) => ({
  entityRef: `component:default/${name}`,
  title: name,
  owner: 'group:default/shop',
  state,
  primaryAnnotation: false,
});
const problem = (changes: Partial<AnnotationProblem>): AnnotationProblem => ({
  code: 'LINK_PENDING',
  entityRef: 'component:default/forecast',
  annotation: 'ml-lens.io/workload',
  value: 'credit-limits',
  message: 'waits',
  ...changes,
});

describe('links of a workload', () => {
  it('are allowed and refused by those who decide', async () => {
    const api = createReviewApi({
      links: {
        items: [
          link('forecast', 'PRIMARY'),
          link('store', 'JOINED'),
          link('shop-ui', 'PENDING'),
        ],
        may: { decide: true, makePrimary: true },
      },
    });
    await renderReview(EntityReviewContent, { api });
    expect(
      await screen.findByText('One entity wants to belong to this workload'),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Refuse shop-ui' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByText('One entity wants to belong to this workload'),
      ).not.toBeInTheDocument(),
    );
    expect(api.calls).toContainEqual({
      operation: 'putLink',
      request: {
        path: {
          workloadId: 'forecast',
          entityRef: 'component:default/shop-ui',
        },
        body: { state: 'REFUSED' },
      },
    });

    const linked = screen.getByRole('button', { name: '3 linked entities' });
    // Beneath the review, which it does not push down.
    const questions = screen.getByRole('heading', { name: 'Questions' });
    expect(
      questions.compareDocumentPosition(linked) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    await userEvent.click(linked);
    await userEvent.click(
      screen.getByRole('button', { name: 'Make store primary' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Allow shop-ui' }),
    );
    expect(
      api.calls
        .filter(({ operation }) => operation === 'putLink')
        .map(({ request }) => request.body.state),
    ).toEqual(['REFUSED', 'PRIMARY', 'ALLOWED']);
    expect(
      screen.queryByRole('button', { name: 'Refuse forecast' }),
    ).not.toBeInTheDocument();
  });

  it('are not asked for by those who do not decide', async () => {
    const api = createReviewApi();
    await renderReview(EntityReviewContent, { api });
    await screen.findByRole('region', { name: 'Scorecard of Sales forecast' });
    expect(api.calls.map(({ operation }) => operation)).not.toContain(
      'listLinks',
    );
  });
});

describe('the tab of an entity that waits', () => {
  it('says who may allow it', async () => {
    await renderReview(EntityReviewContent, {
      api: createReviewApi({
        workloads: [],
        problems: [problem({ mayAllow: 'group:default/risk' })],
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'The link to the workload waits to be allowed',
      }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(document.body).toHaveTextContent(/Ask risk to allow it/),
    );
    expect(document.body).not.toHaveTextContent('metadata:');
  });

  it('names nobody where the workload is hidden, and says a refusal', async () => {
    await renderReview(EntityReviewContent, {
      api: createReviewApi({
        workloads: [],
        problems: [problem({ code: 'LINK_REFUSED' })],
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'The link to the workload was refused',
      }),
    ).toBeInTheDocument();
    expect(document.body).toHaveTextContent(/Ask the owner of the workload/);
  });
});
