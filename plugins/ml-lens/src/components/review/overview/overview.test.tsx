// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { plainLens } from '../__testUtils__/lens';
import {
  NOW,
  createReviewApi,
  mockWidth,
  renderReview,
} from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';

beforeEach(() => mockWidth(1000));

function address() {
  return new URLSearchParams(screen.getByTestId('address').textContent ?? '');
}

describe('ReviewHeader', () => {
  it('shows score and coverage together', async () => {
    await renderReview(EntityReviewContent);
    const header = await screen.findByRole('region', {
      name: 'Scorecard of Sales forecast',
    });
    expect(
      within(header).getByRole('img', { name: '20 of 100' }),
    ).toBeInTheDocument();
    expect(
      within(header).getByText('2 of 4 questions answered'),
    ).toBeInTheDocument();
    expect(
      within(header).getByText(/ of \d+ practices in place$/),
    ).toBeInTheDocument();
    expect(
      within(header).getByText(/ points to (Developing|Defined)$/),
    ).toBeInTheDocument();
  });

  it('filters by a risk, and clears the filter again', async () => {
    await renderReview(EntityReviewContent);
    const high = await screen.findByRole('button', {
      name: '1 High risk: show the question below',
    });
    await userEvent.click(high);
    expect(address().get('risk')).toBe('HIGH');
    expect(high).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(high);
    expect(address().get('risk')).toBeNull();
  });

  it('opens the question of a next step', async () => {
    await renderReview(EntityReviewContent, { search: '?risk=NONE' });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Reduce the risk: How is data labelled?',
      }),
    );
    expect(address().get('question')).toBe('label');
    expect(address().get('risk')).toBeNull();
  });

  it('leads to the other reviews of the workload', async () => {
    const api = createReviewApi({
      documents: [
        { ...plainLens, id: 'small-lens', name: 'Small lens' },
        plainLens,
      ],
      history: [],
      workloads: [
        {
          id: 'forecast',
          title: 'Sales forecast',
          lenses: ['small-lens', 'plain-lens'],
        },
      ],
    });
    await renderReview(EntityReviewContent, {
      api,
      search: '?pillar=quality',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Switch lens/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Plain lens' }),
    );
    expect(address().get('lens')).toBe('plain-lens');
    expect(address().get('pillar')).toBeNull();
  });
});

describe('MatrixCard', () => {
  it('filters by a cell and by a heading', async () => {
    await renderReview(EntityReviewContent);
    const cell = await screen.findByRole('button', {
      name: 'Preparation, Quality: score 33 of 100, 100% answered, 1 high risk',
    });
    await userEvent.click(cell);
    expect(address().get('phase')).toBe('prepare');
    expect(address().get('pillar')).toBe('quality');
    expect(cell).toHaveAttribute('aria-pressed', 'true');

    await userEvent.click(screen.getByRole('button', { name: 'Cost' }));
    expect(address().get('phase')).toBeNull();
    expect(address().get('pillar')).toBe('cost');

    await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(address().get('pillar')).toBeNull();
  });

  it('lists the pillars of a lens without phases, and no timeline', async () => {
    const api = createReviewApi({
      documents: [plainLens],
      history: [],
      workloads: [{ id: 'forecast', title: 'F', lenses: ['plain-lens'] }],
    });
    await renderReview(EntityReviewContent, { api });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Quality: no score, 0% answered, no high or medium risk',
      }),
    );
    expect(address().get('pillar')).toBe('quality');
    expect(screen.queryByText('Phase timeline')).not.toBeInTheDocument();
  });
});

describe('PhasePanel', () => {
  it('shows guidance, activities and services with their present status', async () => {
    await renderReview(EntityReviewContent, { search: '?phase=prepare' });
    const panel = await screen.findByRole('region', {
      name: 'Phase: Preparation',
    });
    expect(await within(panel).findByText('ready')).toBeInTheDocument();
    expect(within(panel).getByText('Clean the data')).toBeInTheDocument();
    expect(
      within(panel).getByText(
        /Closed to new customers · use New Service instead/,
      ),
    ).toHaveTextContent('as of Oct 1, 2026');
    expect(
      within(panel).getByRole('link', { name: /AWS Glue/ }),
    ).toHaveAttribute('href', 'https://aws.amazon.com/glue/');
    expect(within(panel).getByText('Late')).toBeInTheDocument();
  });

  it('starts an iteration with a reason', async () => {
    const { api } = await renderReview(EntityReviewContent, {
      search: '?phase=prepare',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start iteration' }),
    );
    const dialog = await screen.findByRole('dialog');
    const start = within(dialog).getByRole('button', {
      name: 'Start iteration',
    });
    expect(start).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Drift in production' }),
    );
    await userEvent.click(start);
    await screen.findByText('Iteration 2, since Jun 30, 2026');
    expect(
      api.calls.find(({ operation }) => operation === 'startIteration')
        ?.request,
    ).toEqual({
      path: {
        workloadId: 'forecast',
        lensId: 'small-lens',
        phaseId: 'prepare',
      },
      body: { reason: 'Drift in production' },
    });
  });

  it('clears the target date', async () => {
    const { api } = await renderReview(EntityReviewContent, {
      search: '?phase=prepare',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear target date' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Clear target date' }),
      ).not.toBeInTheDocument(),
    );
    expect(
      api.calls.find(({ operation }) => operation === 'putPhaseTarget')?.request
        .body,
    ).toEqual({ targetDate: null });
  });
});

describe('ReviewBanners', () => {
  it('says that the past is shown, and leads back', async () => {
    await renderReview(EntityReviewContent, {
      search: '?at=2026-03-05T00:00:00.000Z&phase=prepare',
    });
    await screen.findByText(/You are looking at/);
    expect(
      screen.queryByRole('button', { name: 'Start iteration' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(address().get('at')).toBeNull();
    await screen.findByRole('button', { name: 'Start iteration' });
  });

  it('says who can answer when the reader may not', async () => {
    await renderReview(EntityReviewContent, {
      api: createReviewApi({ mayUpdate: false }),
    });
    expect(
      await screen.findByText('You can read this review but not change it'),
    ).toBeInTheDocument();
  });

  it('says what is wrong with an annotation, and what to do', async () => {
    await renderReview(EntityReviewContent, {
      api: createReviewApi({
        now: NOW,
        problems: [
          {
            code: 'UNKNOWN_LENS',
            entityRef: 'component:default/forecast',
            annotation: 'ml-lens.io/lenses',
            value: 'smal-lens',
            message: 'Unknown lens',
          },
        ],
      }),
    });
    expect(
      await screen.findByText('One catalog annotation cannot be used'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('ml-lens.io/lenses: "smal-lens"'),
    ).toBeInTheDocument();
  });
});

describe('NoReview', () => {
  it('gives the annotation to paste', async () => {
    await renderReview(EntityReviewContent, {
      api: createReviewApi({ workloads: [] }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Not linked to a workload yet',
      }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(document.body).toHaveTextContent('ml-lens.io/workload: forecast'),
    );
  });
});
