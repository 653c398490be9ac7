// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth, renderReview } from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';

describe('the list of questions', () => {
  beforeEach(() => mockWidth(1000));

  it('keeps the open question when its answer leaves the filter', async () => {
    await renderReview(EntityReviewContent, {
      search: '?risk=UNANSWERED&question=spend',
    });
    const practice = await screen.findByRole('checkbox', {
      name: 'How is spending watched? – first practice',
    });
    await userEvent.click(practice);
    await waitFor(() => expect(practice).toBeChecked());
    expect(practice).toBeInTheDocument();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('opens no phase for a cell, and brings its questions to the reader', async () => {
    await renderReview(EntityReviewContent);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Preparation, Quality:/ }),
    );
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Questions' })).toHaveFocus(),
    );
    expect(
      screen.queryByRole('region', { name: 'Phase: Preparation' }),
    ).not.toBeInTheDocument();
  });
});
