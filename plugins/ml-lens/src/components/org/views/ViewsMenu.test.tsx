// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createInsightsApi } from '../__testUtils__/insightsApi';
import { renderOrg } from '../__testUtils__/renderOrg';
import { inOrgPage } from '../OrgModel';
import { ViewsMenu } from './ViewsMenu';

jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

const Page = inOrgPage(ViewsMenu);

const open = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Views' }));

describe('saved views', () => {
  it('keep filters and choices but not the place in a list, and lead back', async () => {
    const api = createInsightsApi();
    const create = jest.spyOn(api, 'call');
    await renderOrg(Page, {
      api,
      search: '?lifecycle=production&sort=-high&cursor=abc&page=3',
    });
    await open();
    expect(
      screen.queryByRole('menuitem', { name: 'Manage views…' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Save this view…' }),
    );
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Name/ }),
      '  Risks in production ',
    );
    await userEvent.click(save);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(create).toHaveBeenCalledWith('createSavedView', {
      body: {
        name: 'Risks in production',
        page: 'workloads',
        query: 'lifecycle=production&sort=-high',
      },
    });

    await open();
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Risks in production' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?lifecycle=production&sort=-high',
    );
  });

  it('can be deleted', async () => {
    const api = createInsightsApi();
    await api.call('createSavedView', {
      body: { name: 'Mine', page: 'heatmap', query: '' },
    });
    await renderOrg(Page, { api });
    await screen.findByRole('button', { name: 'Views' });
    await waitFor(async () => {
      await open();
      expect(
        screen.getByRole('menuitem', { name: 'Manage views…' }),
      ).toBeInTheDocument();
    });
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Manage views…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('link', { name: 'Mine' })).toHaveAttribute(
      'href',
      '/ml-lens/heatmap',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete Mine' }),
    );
    expect(
      await within(dialog).findByText('No saved views yet'),
    ).toBeInTheDocument();
  });
});
