// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A lead sees every workload; somebody of another team sees and counts less.
import { api } from './lib/browser.mjs';
import { expect, test } from './lib/test.mjs';

test.describe('the page of the organisation', () => {
  test('finds a workload by search and keeps the search in the address', async ({
    pageAs,
  }) => {
    const page = await pageAs('lena');
    await page.goto('/ml-lens/workloads');
    await page.getByRole('link', { name: 'Demand Forecasting' }).waitFor();
    await page
      .getByRole('searchbox', { name: /search workloads/i })
      .fill('fraud');
    await page.getByRole('link', { name: 'Card Fraud Scoring' }).waitFor();
    await expect(
      page.getByRole('link', { name: 'Demand Forecasting' }),
    ).toHaveCount(0);
    await expect(page).toHaveURL(/q=fraud/);
    await page.reload();
    await page.getByRole('link', { name: 'Card Fraud Scoring' }).waitFor();
    await expect(
      page.getByRole('link', { name: 'Demand Forecasting' }),
    ).toHaveCount(0);
  });

  test('neither lists nor counts what the viewer may not see', async ({
    pageAs,
  }) => {
    const query = '/scorecards/by-query?lens=aws-ml-lens&limit=100';
    const lena = await api('lena', 'GET', query);
    const amara = await api('amara', 'GET', query);
    const ids = rows => rows.body.items.map(row => row.workloadId);
    expect(ids(lena)).toContain('credit-limits');
    expect(ids(amara)).not.toContain('credit-limits');
    expect(amara.body.totalItems).toBeLessThan(lena.body.totalItems);

    const page = await pageAs('amara');
    await page.goto('/ml-lens/workloads?q=credit');
    await page
      .getByText(/no workload/i)
      .first()
      .waitFor();
    await expect(page.getByRole('link', { name: 'Credit Limits' })).toHaveCount(
      0,
    );
  });

  test('has something waiting for everybody on the first day', async ({
    pageAs,
  }) => {
    const expected = {
      mika: ['ASSIGNED'],
      amara: ['ASSIGNED'],
      lena: ['ASSIGNED', 'WAIVER_TO_DECIDE', 'WAIVER_TO_DECIDE'],
      tomas: ['ASSIGNED', 'WAIVER_TO_DECIDE', 'WAIVER_TO_DECIDE'],
    };
    for (const [user, kinds] of Object.entries(expected)) {
      const { body } = await api(user, 'GET', '/inbox?scope=mine');
      expect(body.items.map(({ kind }) => kind).sort(), user).toEqual(kinds);
    }
    const page = await pageAs('lena');
    await page.goto('/ml-lens');
    await page.getByRole('link', { name: /Search Ranking/ }).click();
    // The very place: the question the waiver is about, open.
    await page.getByText('with the next release').first().waitFor();
  });
});
