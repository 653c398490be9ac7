// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensDocument } from '@ml-lens/lens-model';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lensDocument } from './__testUtils__/lensDocument';
import { renderLenses } from './__testUtils__/renderLenses';

// Pages of this size take their time where the machine is busy.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

/** The next version, where one rule is another and a practice is new. */
function nextDocument(): LensDocument {
  const next: LensDocument = structuredClone(lensDocument);
  next.version = '1.1';
  next.pillars[0].questions[0].riskRules[0].condition = 'written || reviewed';
  next.pillars[1].questions[0].choices.push({
    id: 'report',
    title: 'A monthly report shows it',
    improvementPlan: { displayText: 'Write one.' },
  });
  return next;
}

const withDraft = [
  { document: lensDocument, status: 'PUBLISHED' as const },
  { document: nextDocument(), status: 'DRAFT' as const },
];

describe('LensesPage', () => {
  it('lists lenses with their use and leads to them', async () => {
    await renderLenses({
      lenses: [
        {
          document: lensDocument,
          status: 'PUBLISHED',
          usage: { workloads: 12, meanScore: 61.4, meanCoverage: 0.5 },
        },
      ],
    });
    const row = await screen.findByRole('listitem');
    expect(within(row).getByText('12 workloads')).toBeVisible();
    expect(within(row).getByLabelText('61 of 100')).toBeVisible();
    expect(within(row).getByText('2 questions')).toBeVisible();
    await userEvent.click(
      within(row).getByRole('link', { name: 'Model care' }),
    );
    expect(
      await screen.findByText('Questions by pillar and phase'),
    ).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/ml-lens/lenses/model-care',
    );
  });

  it('says rules in words beside the expression', async () => {
    await renderLenses({
      lenses: withDraft,
      path: '/model-care?tab=questions&question=purpose',
    });
    expect(
      await screen.findByText(
        'if “The purpose is written down” and “Somebody else reviewed it”',
      ),
    ).toBeVisible();
    expect(screen.getByText('written && reviewed')).toBeVisible();
    expect(screen.getByText('otherwise')).toBeVisible();
  });

  it('says what a service is called today', async () => {
    await renderLenses({ lenses: withDraft, path: '/model-care?tab=phases' });
    expect(await screen.findByText('Renamed')).toBeVisible();
    expect(screen.getByText(/Now Studio$/)).toBeVisible();
  });

  it('shows what a draft changes, question by question', async () => {
    await renderLenses({
      lenses: withDraft,
      path: '/model-care?version=1.1&tab=changes',
    });
    expect(await screen.findByText('Reviewers must look again')).toBeVisible();
    expect(screen.getByText('Judged differently')).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Is drift noticed?' }),
    ).toBeVisible();
    expect(screen.getByText('A monthly report shows it')).toBeVisible();
  });

  it('publishes a draft after saying that it is for good', async () => {
    const { sent, toasts } = await renderLenses({
      lenses: withDraft,
      path: '/model-care?version=1.1',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Publish' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Publish Model care 1.1',
    });
    expect(
      within(dialog).getByText('A published version cannot be changed'),
    ).toBeVisible();
    expect(
      await within(dialog).findByText('A monthly report shows it'),
    ).toBeVisible();
    expect(sent('publishLens')).toHaveLength(0);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Publish' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(sent('publishLens')[0].path).toEqual({
      lensId: 'model-care',
      version: '1.1',
    });
    expect(toasts).toEqual([
      expect.objectContaining({ title: 'Version 1.1 is published' }),
    ]);
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Publish' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('says when there is no such lens', async () => {
    await renderLenses({ lenses: withDraft, path: '/gone' });
    expect(
      await screen.findByText('Nothing to see here for you'),
    ).toBeVisible();
  });

  it('lets a preview be answered without storing anything', async () => {
    const { sent } = await renderLenses({
      lenses: withDraft,
      path: '/model-care/preview?version=1.0&question=purpose',
    });
    expect(
      await screen.findByText('Preview — nothing is stored'),
    ).toBeVisible();
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'The purpose is written down',
      }),
    );
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(screen.getAllByText('Medium risk').length).toBeGreaterThan(0);
    expect(sent('putAnswer')).toHaveLength(0);
    expect(
      screen.queryByRole('button', { name: /iteration/i }),
    ).not.toBeInTheDocument();
  });
});
