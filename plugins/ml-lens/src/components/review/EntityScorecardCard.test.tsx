// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createReviewApi, renderReview } from './__testUtils__/renderReview';
import { EntityScorecardCard } from './EntityScorecardCard';

describe('EntityScorecardCard', () => {
  it('shows the scorecard in brief and leads to the tab', async () => {
    await renderReview(EntityScorecardCard);
    expect(
      await screen.findByRole('img', { name: '20 of 100' }),
    ).toBeInTheDocument();
    expect(screen.getByText('50% answered')).toBeInTheDocument();
    expect(screen.getByText('1 high risk')).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'Preparation: At risk, late' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open ML Lens' })).toHaveAttribute(
      'href',
      '/tab',
    );
  });

  it('says what is missing', async () => {
    await renderReview(EntityScorecardCard, {
      api: createReviewApi({ documents: [] }),
    });
    expect(
      await screen.findByText(
        'No published lens to review this workload with.',
      ),
    ).toBeInTheDocument();
  });

  it('shows an error with a way to try again', async () => {
    const api = createReviewApi();
    api.refuseNext('getEntityReview', new Error('Database is away'));
    await renderReview(EntityScorecardCard, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Database is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('img', { name: '20 of 100' }),
    ).toBeInTheDocument();
  });
});
