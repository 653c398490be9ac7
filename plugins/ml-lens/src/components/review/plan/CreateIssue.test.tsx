// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockWidth } from '../__testUtils__/renderReview';
import { renderPlan } from './__testUtils__/planApi';

beforeEach(() => mockWidth(1000));

/** Dialogs and forms of a whole tab take their time on a busy machine. */
jest.setTimeout(60_000);

const first = 'How is data labelled? – first practice';
const second = 'How is data labelled? – second practice';

describe('CreateIssue', () => {
  it('offers an issue where the portal says how', async () => {
    await renderPlan({
      config: {
        mlLens: {
          improvements: {
            issueUrlTemplate: 'https://example.com/new?title={title}',
          },
        },
      },
    });
    expect(
      await screen.findByRole('link', {
        name: `Create issue: ${second} (opens in a new tab)`,
      }),
    ).toHaveAttribute(
      'href',
      `https://example.com/new?title=${encodeURIComponent(second)}`,
    );
  });

  it('asks for the address of an issue that is created elsewhere, and calls it by its key', async () => {
    const { api } = await renderPlan({
      config: {
        mlLens: {
          improvements: {
            issueUrlTemplate: 'https://example.com/new?title={title}',
          },
        },
      },
    });
    const create = {
      name: `Create issue: ${second} (opens in a new tab)`,
    };
    await userEvent.click(await screen.findByRole('link', create));
    const field = screen.getByRole('textbox', { name: 'Link to the work' });
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/paste its address/);
    await userEvent.type(field, 'https://example.com/browse/ML-12{Enter}');
    expect(await screen.findByRole('link', { name: /^ML-12/ })).toHaveAttribute(
      'href',
      'https://example.com/browse/ML-12',
    );
    expect(
      api.calls.some(({ operation }) => operation === 'putImprovement'),
    ).toBe(true);
    expect(screen.queryByRole('link', create)).not.toBeInTheDocument();
  });

  it('opens the template that creates issues, filled in', async () => {
    const config = {
      mlLens: {
        improvements: {
          issueUrlTemplate: 'https://example.com/new',
          scaffolderTemplate: 'template:ml/improvement',
        },
      },
    };
    await renderPlan({ config, hasScaffolder: true });
    const link = await screen.findByRole('link', {
      name: `Create with template: ${first}`,
    });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href')!,
      'http://localhost',
    );
    expect(pathname).toBe('/create/templates/ml/improvement');
    expect(JSON.parse(searchParams.get('formData')!)).toEqual({
      title: first,
      description: expect.stringContaining('How is data labelled?'),
      workload: 'Sales forecast',
      entityRef: 'component:default/forecast',
      item: 'forecast/small-lens/label/label_1',
    });
    expect(
      screen.queryByRole('link', { name: /opens in a new tab/ }),
    ).not.toBeInTheDocument();
  });

  it('keeps to the address where the app has no scaffolder', async () => {
    await renderPlan({
      config: {
        mlLens: {
          improvements: {
            issueUrlTemplate: 'https://example.com/new',
            scaffolderTemplate: 'template:ml/improvement',
          },
        },
      },
    });
    expect(
      await screen.findByRole('link', {
        name: `Create issue: ${first} (opens in a new tab)`,
      }),
    ).toHaveAttribute('href', 'https://example.com/new');
  });
});
