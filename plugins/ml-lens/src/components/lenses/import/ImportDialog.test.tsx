// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lensDocument } from '../__testUtils__/lensDocument';
import { renderLenses } from '../__testUtils__/renderLenses';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

const BROKEN = `schemaVersion: '2021-11-01'
name: Broken
description: With two mistakes.
pillars:
  - id: care
    name: Care
    questions:
      - id: purpose
        title: Is the purpose written down?
        choices:
          - id: written
            title: The purpose is written down
            improvementPlan: { displayText: Write it. }
        riskRules:
          - { condition: writen, risk: NO_RISK }
          - { condition: default, risk: LOW_RISK }
`;

const published = [{ document: lensDocument, status: 'PUBLISHED' as const }];

/** jsdom has no layout: the code view gets a height, so that it shows lines. */
beforeAll(() => {
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(800);
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
});
afterAll(() => jest.restoreAllMocks());

async function openWith(text: string, name: string) {
  const rendered = await renderLenses({ lenses: published });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Import lens' }),
  );
  const file = new File([text], name);
  // jsdom's files cannot be read as buffers.
  file.arrayBuffer = async () => new TextEncoder().encode(text).buffer;
  await userEvent.upload(
    await screen.findByLabelText('Choose a file', { selector: 'input' }),
    file,
  );
  return rendered;
}

describe('ImportDialog', () => {
  it('shows every problem with its line and under its line', async () => {
    await openWith(BROKEN, 'broken.yaml');
    const list = await screen.findByRole('list', { name: 'Problems' });
    expect(await screen.findByText('2 errors')).toBeVisible();
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/"writen" is not a choice/);
    expect(first).toHaveTextContent(/Line 15, column \d+/);
    expect(second).toHaveTextContent(/Line 16/);
    // It opens where the first error is, nothing chosen.
    expect(within(first).getByRole('button')).toHaveAttribute(
      'aria-current',
      'true',
    );

    const code = screen.getByRole('region', {
      name: 'The file, with its problems',
    });
    const rows = within(code)
      .getAllByText(/./)
      .map(node => node.textContent);
    const line = rows.indexOf(
      '          - { condition: writen, risk: NO_RISK }',
    );
    expect(line).toBeGreaterThan(0);
    expect(rows[line + 1]).toMatch(/"writen" is not a choice/);
    expect(
      screen.getByRole('button', { name: 'Import as draft' }),
    ).toBeDisabled();
  });

  it('imports a good file as a draft and offers to publish it', async () => {
    const next = JSON.stringify({ ...lensDocument, version: '2.0' });
    const { sent } = await openWith(next, 'next.json');
    expect(await screen.findByText('Ready to import')).toBeVisible();
    expect(screen.getByLabelText('Lens id')).toHaveValue('model-care');
    expect(screen.getByLabelText('Version')).toHaveValue('2.0');
    await userEvent.click(
      screen.getByRole('button', { name: 'Import as draft' }),
    );
    expect(await screen.findByText('Imported as a draft')).toBeVisible();
    expect(sent('importLens').map(asked => asked.query.dryRun)).toEqual([
      'true',
      undefined,
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    expect(
      await screen.findByRole('dialog', { name: 'Publish Model care 2.0' }),
    ).toBeVisible();
  });

  it('says when the version is taken, and takes another one', async () => {
    const { sent } = await openWith(JSON.stringify(lensDocument), 'same.json');
    expect(
      await screen.findByText('This version cannot be replaced'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Import as draft' }),
    ).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Version'), '1.2');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Import as draft' }),
      ).toBeEnabled(),
    );
    expect(sent('importLens').at(-1)!.query).toMatchObject({
      version: '1.2',
      dryRun: 'true',
    });
  });

  it('takes only web addresses', async () => {
    await renderLenses({ lenses: published });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import lens' }),
    );
    await userEvent.click(await screen.findByRole('tab', { name: 'Address' }));
    await userEvent.type(
      screen.getByLabelText('Address of the file'),
      'file:///etc/passwd{enter}',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(/http:\/\//);
  });
});
