// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth, renderReview } from '../__testUtils__/renderReview';
import { EntityReviewContent } from '../EntityReviewContent';

/** The tab under a toast, as react-aria draws one; test apps only collect them. */
function TabWithToast() {
  return (
    <>
      <div data-react-aria-top-layer="true" role="region" aria-label="Toasts">
        <div role="alertdialog" aria-modal="false" aria-label="By the way" />
      </div>
      <EntityReviewContent />
    </>
  );
}

describe('keys', () => {
  beforeEach(() => mockWidth(1000));

  it('work while a toast is shown, but not in a dialog', async () => {
    await renderReview(TabWithToast);
    await screen.findByText('2 of 4 questions answered');
    const user = userEvent.setup();
    await user.keyboard('n');
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        'question=compare',
      ),
    );

    await user.click(
      await screen.findByRole('button', { name: 'Question does not apply' }),
    );
    await screen.findByRole('dialog');
    act(() => screen.getByRole('button', { name: 'Cancel' }).focus());
    await user.keyboard('j');
    expect(screen.getByTestId('address')).toHaveTextContent('question=compare');
  });

  it('leave a note and lead back to where it was opened', async () => {
    const { api } = await renderReview(EntityReviewContent, {
      search: '?question=spend',
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Add a note' }));
    await user.keyboard('Weekly');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const edit = await screen.findByRole('button', { name: 'Edit the note' });
    await waitFor(() => expect(edit).toHaveFocus());
    const saved = () =>
      api.calls
        .filter(({ operation }) => operation === 'putAnswer')
        .map(({ request }) => request.body.notes);
    expect(saved()).toEqual(['Weekly']);

    await user.click(edit);
    const field = screen.getByRole('textbox', { name: 'Notes' });
    await user.type(field, ' and daily{Escape}');
    expect(field).toHaveValue('Weekly and daily');
    await screen.findByText('Press Escape again to discard what you changed.');
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Edit the note' }),
      ).toHaveFocus(),
    );
    expect(saved()).toEqual(['Weekly']);
  });
});
