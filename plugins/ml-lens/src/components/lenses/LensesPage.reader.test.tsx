// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lensDocument } from './__testUtils__/lensDocument';
import { renderLenses } from './__testUtils__/renderLenses';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

const withDraft = [
  { document: lensDocument, status: 'PUBLISHED' as const },
  { document: { ...lensDocument, version: '1.1' }, status: 'DRAFT' as const },
];

// In a file of its own: decisions are cached for as long as the page lives.
describe('LensesPage without permission to manage lenses', () => {
  it('offers nothing that changes lenses', async () => {
    await renderLenses({
      lenses: withDraft,
      path: '/model-care?version=1.1',
      mayManage: false,
    });
    expect(await screen.findByRole('link', { name: 'Preview' })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Publish' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['Download as ML Lens file', 'Download as AWS custom lens']);
  });

  it('hides the import and what cannot be used', async () => {
    const { sent } = await renderLenses({
      lenses: withDraft,
      mayManage: false,
    });
    expect(await screen.findByRole('listitem')).toBeVisible();
    expect(screen.queryByText('What cannot be used')).toBeNull();
    expect(sent('listLensReports')).toEqual([]);
    expect(
      screen.queryByRole('button', { name: 'Import lens' }),
    ).not.toBeInTheDocument();
  });
});
