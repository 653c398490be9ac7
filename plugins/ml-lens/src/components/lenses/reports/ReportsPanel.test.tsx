// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensResponse } from '@ml-lens/backstage-plugin-ml-lens-common';
import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderLenses } from '../__testUtils__/renderLenses';
import { lensDocument } from '../__testUtils__/lensDocument';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

const lenses = [{ document: lensDocument, status: 'PUBLISHED' as const }];
const SINCE = '2026-11-02T09:00:00.000Z';

const reports: MlLensResponse<'listLensReports'> = {
  lenses: [
    {
      target: './lenses/house.json',
      problems: [
        {
          code: 'NOT_JSON',
          message: 'The file ends too early',
          pointer: '',
        },
      ],
      seenAt: SINCE,
    },
  ],
  catalog: [
    {
      entityRef: 'component:default/slotting',
      workloadId: null,
      code: 'INVALID_WORKLOAD_ID',
      annotation: 'ml-lens.io/workload',
      value: 'Slotting!',
      message: 'not shown, as it is known in words',
    },
    {
      entityRef: 'component:default/newer',
      workloadId: 'newer',
      code: 'OF_A_NEWER_BACKEND',
      message: 'Something this version has no words for',
    },
  ],
  orphans: [
    { workloadId: 'voice-picking', title: 'Voice Picking', since: SINCE },
  ],
  removal: null,
};

async function panel() {
  return await screen.findByRole('region', { name: 'What cannot be used' });
}

describe('ReportsPanel', () => {
  it('says what is wrong where, and what to do', async () => {
    await renderLenses({ lenses, reports: () => reports });
    const list = await within(await panel()).findByRole('list', {
      name: 'Annotations in the catalog',
    });
    const [invalid, unknown] = within(list).getAllByRole('listitem');
    expect(invalid).toHaveTextContent(/The workload id is not usable\. Use 1/);
    expect(invalid).toHaveTextContent('ml-lens.io/workload: "Slotting!"');
    expect(within(invalid).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/slotting',
    );
    expect(unknown).toHaveTextContent('Something this version has no words');
  });

  it('leads to the answers of a workload without an entity', async () => {
    await renderLenses({ lenses, reports: () => reports });
    expect(
      await within(await panel()).findByRole('link', { name: 'Voice Picking' }),
    ).toHaveAttribute('href', '/ml-lens/workloads/voice-picking');
  });

  it('names lens files that could not be loaded', async () => {
    await renderLenses({ lenses, reports: () => reports });
    const list = await within(await panel()).findByRole('list', {
      name: 'Lens files of the configuration',
    });
    expect(list).toHaveTextContent('./lenses/house.json');
    expect(list).toHaveTextContent('The file ends too early');
  });

  it('shows many a few at a time', async () => {
    const orphans = Array.from({ length: 12 }, (_, index) => ({
      workloadId: `w${index}`,
      title: `Workload ${index}`,
      since: SINCE,
    }));
    await renderLenses({
      lenses,
      reports: () => ({ lenses: [], catalog: [], orphans, removal: null }),
    });
    const list = await within(await panel()).findByRole('list');
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Show all: Workloads without an entity',
      }),
    );
    expect(within(list).getAllByRole('listitem')).toHaveLength(12);
  });

  it('says that many workloads are kept, and takes a word for their end', async () => {
    const removal = {
      workloads: 400,
      of: 421,
      since: SINCE,
      believedAt: '2026-11-02T10:00:00.000Z',
      confirmed: false,
    };
    const { sent } = await renderLenses({
      lenses,
      reports: () => ({ lenses: [], catalog: [], orphans: [], removal }),
    });
    expect(
      await within(await panel()).findByText(
        'The catalog has no entities any more of 400 of 421 workloads',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Remove them' }));
    expect(sent('confirmRemoval')).toMatchObject([{ body: { since: SINCE } }]);
  });

  it('says that all is well', async () => {
    await renderLenses({ lenses });
    expect(
      await within(await panel()).findByText(/^Every annotation and every/),
    ).toBeVisible();
  });

  it('asks again after an error', async () => {
    let isBroken = true;
    await renderLenses({
      lenses,
      reports: () => {
        if (!isBroken) return reports;
        throw Object.assign(new Error('no'), {
          statusCode: 500,
          body: { error: { message: 'The database is away' } },
        });
      },
    });
    expect(await within(await panel()).findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Voice Picking')).toBeVisible();
  });
});
