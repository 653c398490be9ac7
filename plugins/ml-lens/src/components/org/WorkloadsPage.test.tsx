// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mlLensApiMock } from '../../testing/mlLensApiMock';
import { createOrgApi, orgRows } from './__testUtils__/orgApi';
import { ROWS, createSmallApi, renderOrg } from './__testUtils__/renderOrg';
import { WorkloadsPage } from './WorkloadsPage';

// Pages of this size take their time where the machine is busy.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

const OWNER = 'group:default/payments-risk';

async function table() {
  return screen.findByRole('grid', { name: 'Workloads' });
}

function rowsOf(grid: HTMLElement) {
  // The first row is that of the headers.
  return within(grid).getAllByRole('row').slice(1);
}

function address() {
  return decodeURIComponent(screen.getByTestId('address').textContent ?? '');
}

/** An API whose scorecards end in an error, then as usual. */
function failing(statusCode: number) {
  const api = createSmallApi();
  api.refuseNext(
    'queryScorecards',
    Object.assign(new Error('out of order'), { statusCode }),
  );
  return api;
}

describe('WorkloadsPage', () => {
  it('asks for the first page of the default lens and shows it', async () => {
    const { lastQuery } = await renderOrg(WorkloadsPage);
    const grid = await table();
    await waitFor(() => expect(rowsOf(grid)).toHaveLength(ROWS));
    expect(lastQuery('queryScorecards')).toEqual({
      lens: 'aws-ml-lens',
      sort: 'title',
      limit: 20,
    });
    expect(screen.getByText('1–4 of 57')).toBeInTheDocument();
    expect(
      within(grid).getByRole('link', { name: 'Card fraud Americas' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/card-fraud-americas/ml-lens?lens=aws-ml-lens',
    );
  });

  it('says where a workload stands on the lifecycle in words', async () => {
    await renderOrg(WorkloadsPage);
    expect(
      await screen.findByRole('button', {
        name: /^Phases of Card fraud Americas: Business goal identification: Complete; .*Data preparation: At risk, late since Mar 15, 2026/,
      }),
    ).toBeInTheDocument();
  });

  it('shows models, and finds those that are not well kept', async () => {
    const { lastQuery } = await renderOrg(WorkloadsPage, {
      search: '?models=SILENT&models=NO_CARD',
    });
    await waitFor(() =>
      expect(lastQuery('queryScorecards')).toMatchObject({
        models: ['SILENT', 'NO_CARD'],
      }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Remove the filter Models: Monitoring without data',
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Models' }),
    );
    await userEvent.keyboard('{Escape}');
    const grid = await table();
    expect(
      await within(grid).findAllByText('Monitoring without data: 1'),
    ).not.toHaveLength(0);
  });

  it('leads to the answers of a workload without entities', async () => {
    const orphan = orgRows.find(({ orphaned }) => orphaned)!;
    await renderOrg(WorkloadsPage, { search: '?orphaned=true' });
    const grid = await table();
    expect(
      await within(grid).findByRole('link', { name: orphan.title }),
    ).toHaveAttribute(
      'href',
      `/ml-lens/workloads/${orphan.workloadId}?lens=aws-ml-lens`,
    );
    expect(within(grid).getAllByText('Not in the catalog')).not.toHaveLength(0);
  });

  it('says which workloads are listed but not counted', async () => {
    const [first, ...others] = orgRows;
    await renderOrg(WorkloadsPage, {
      api: createSmallApi([{ ...first, retired: true }, others[0]]),
    });
    const row = within(await table()).getByRole('row', {
      name: new RegExp(first.title),
    });
    expect(within(row).getByText('Retired')).toBeVisible();
    const totals = screen.getByRole('region', { name: 'Totals' });
    expect(within(totals).getByText('1 retired, not counted')).toBeVisible();
    expect(within(totals).getByText(/^mean of \d+/)).toBeVisible();
  });

  it('takes filters, order and page size from the address', async () => {
    const { lastQuery } = await renderOrg(WorkloadsPage, {
      search: `?owner=${OWNER}&system=&phase=deployment:COMPLETE&q=fraud&sort=-high&limit=50`,
    });
    await waitFor(() =>
      expect(lastQuery('queryScorecards')).toEqual({
        lens: 'aws-ml-lens',
        owner: [OWNER],
        system: [''],
        phase: ['deployment:COMPLETE'],
        q: 'fraud',
        sort: '-high',
        limit: 50,
      }),
    );
    expect(lastQuery('getSummary')).toMatchObject({ owner: [OWNER] });
    const chips = await screen.findByRole('list', { name: 'Active filters' });
    await within(chips).findByRole('button', {
      name: 'Remove the filter Phase: Deployment: Complete',
    });
    expect(
      within(chips).getByRole('button', {
        name: 'Remove the filter System: No system',
      }),
    ).toBeInTheDocument();
    await userEvent.click(
      within(chips).getByRole('button', {
        name: 'Remove the filter Owner: payments-risk',
      }),
    );
    expect(address()).not.toContain('owner');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(address()).toBe('?sort=-high&limit=50');
  });

  it('writes a chosen value to the address and asks for it', async () => {
    const { lastQuery } = await renderOrg(WorkloadsPage);
    await table();
    await userEvent.click(await screen.findByRole('button', { name: 'Owner' }));
    await userEvent.click(
      await screen.findByRole('option', { name: /payments-risk/ }),
    );
    expect(address()).toBe(`?owner=${OWNER}`);
    await waitFor(() =>
      expect(lastQuery('queryScorecards')).toMatchObject({ owner: [OWNER] }),
    );
  });

  it('goes back by one choice', async () => {
    const { back } = await renderOrg(WorkloadsPage);
    const grid = await table();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search workloads' }),
      'parcel',
    );
    await waitFor(() => expect(address()).toBe('?q=parcel'));
    await userEvent.click(
      await within(grid).findByRole('columnheader', { name: 'Score' }),
    );
    await waitFor(() => expect(address()).toBe('?q=parcel&sort=score'));
    await userEvent.click(await screen.findByRole('button', { name: 'Owner' }));
    await userEvent.click(
      await screen.findByRole('option', { name: /payments-risk/ }),
    );
    await userEvent.keyboard('{Escape}');
    expect(address()).toBe(`?q=parcel&sort=score&owner=${OWNER}`);
    back();
    await waitFor(() => expect(address()).toBe('?q=parcel&sort=score'));
    // Typing leaves no steps: what was typed is there as long as the page is.
    back();
    await waitFor(() => expect(address()).toBe('?q=parcel'));
    expect(
      screen.getByRole('searchbox', { name: 'Search workloads' }),
    ).toHaveValue('parcel');
  });

  it('does not call a workload nobody has answered for bad', async () => {
    const row = { ...orgRows[0], score: null, coverage: 0 };
    await renderOrg(WorkloadsPage, { api: createSmallApi([row]) });
    expect(
      await within(await table()).findByRole('img', {
        name: 'Not assessed yet',
      }),
    ).toHaveTextContent('–');
  });

  it('searches once typing pauses', async () => {
    const { lastQuery } = await renderOrg(WorkloadsPage);
    await table();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search workloads' }),
      'parcel',
    );
    await waitFor(() => expect(address()).toBe('?q=parcel'));
    await waitFor(() =>
      expect(lastQuery('queryScorecards')).toMatchObject({ q: 'parcel' }),
    );
  });

  it('lets the server sort and turn pages', async () => {
    const { lastQuery } = await renderOrg(WorkloadsPage);
    const grid = await table();
    await userEvent.click(
      await within(grid).findByRole('columnheader', { name: 'Score' }),
    );
    await waitFor(() =>
      expect(lastQuery('queryScorecards')).toMatchObject({ sort: 'score' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByText('21–24 of 57')).toBeInTheDocument();
    expect(lastQuery('queryScorecards')).toMatchObject({
      sort: 'score',
      cursor: '4',
    });
    expect(address()).toBe('?sort=score&cursor=4&page=2');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('1–4 of 57')).toBeInTheDocument();
    expect(address()).toBe('?sort=score');
  });

  it('starts over where the page in the address is lost', async () => {
    await renderOrg(WorkloadsPage, {
      search: '?cursor=400&page=21',
    });
    expect(await screen.findByText('1–4 of 57')).toBeInTheDocument();
    expect(address()).toBe('');
  });

  it('leads from the totals to what is behind them', async () => {
    const { lastQuery } = await renderOrg(WorkloadsPage);
    const totals = await screen.findByRole('region', { name: 'Totals' });
    await userEvent.click(
      within(totals).getByRole('button', { name: /not assessed yet/ }),
    );
    await waitFor(() =>
      expect(lastQuery('queryScorecards')).toMatchObject({
        level: ['Not assessed'],
      }),
    );
    await userEvent.click(
      within(totals).getByRole('button', { name: /High risk/ }),
    );
    expect(address()).toContain('sort=-high');
  });

  it('shows the columns a person chooses', async () => {
    await renderOrg(WorkloadsPage);
    const grid = await table();
    expect(
      within(grid).queryByRole('columnheader', { name: 'Domain' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Domain' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      await within(await table()).findByRole('columnheader', {
        name: 'Domain',
      }),
    ).toBeInTheDocument();
  });

  it('explains how to begin where there is no workload', async () => {
    const none = { items: [], totalItems: 0, pageInfo: {} };
    await renderOrg(WorkloadsPage, {
      api: mlLensApiMock({ listLenses: () => none }, createSmallApi([]).call),
    });
    expect(
      await screen.findByRole('heading', { name: 'Link your first workload' }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(document.body).toHaveTextContent('ml-lens.io/workload'),
    );
  });

  it('says so and offers a way out where nothing matches', async () => {
    await renderOrg(WorkloadsPage, { search: '?q=nothing-like-it' });
    await screen.findByRole('heading', { name: 'No workload matches' });
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('1–4 of 57')).toBeInTheDocument();
  });

  it('tries again after an error', async () => {
    await renderOrg(WorkloadsPage, { api: failing(500) });
    expect(await screen.findByRole('alert')).toHaveTextContent('out of order');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1–4 of 57')).toBeInTheDocument();
  });

  it('says who can help where the reader may not see this', async () => {
    await renderOrg(WorkloadsPage, { api: failing(403) });
    expect(
      await screen.findByRole('heading', {
        name: 'Nothing to see here for you',
      }),
    ).toBeInTheDocument();
  });

  it('says that the catalog is being read where it has what the list lacks', async () => {
    const linked = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'fraud',
        annotations: { 'ml-lens.io/workload': 'fraud' },
      },
    };
    let rows: typeof orgRows = [];
    await renderOrg(WorkloadsPage, {
      entities: [linked],
      api: mlLensApiMock({}, (operation, request) =>
        createOrgApi(rows, { atMost: ROWS }).call(operation, request),
      ),
    });
    expect(
      await screen.findByRole('heading', { name: 'The catalog is being read' }),
    ).toBeInTheDocument();
    // The backend has read it: the list follows by itself.
    rows = orgRows.slice(0, 2);
    await waitFor(
      () => expect(screen.getByText('1–2 of 2')).toBeInTheDocument(),
      { timeout: 15_000 },
    );
    expect(screen.queryByText('The catalog is being read')).toBeNull();
  });
});
