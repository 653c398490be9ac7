// A lead sees every workload; somebody of another team sees and counts less.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { api, useBrowser } from './lib/browser.mjs';

describe('the page of the organisation', () => {
  const pageAs = useBrowser();

  it('finds a workload by search and keeps the search in the address', async () => {
    const page = await pageAs('lena');
    await page.goto('/ml-lens/workloads');
    await page.getByRole('link', { name: 'Demand Forecasting' }).waitFor();
    await page
      .getByRole('searchbox', { name: /search workloads/i })
      .fill('fraud');
    await page.getByRole('link', { name: 'Card Fraud Scoring' }).waitFor();
    await page
      .getByRole('link', { name: 'Demand Forecasting' })
      .waitFor({ state: 'detached' });
    assert.match(page.url(), /q=fraud/);
    await page.reload();
    await page.getByRole('link', { name: 'Card Fraud Scoring' }).waitFor();
    assert.equal(
      await page.getByRole('link', { name: 'Demand Forecasting' }).count(),
      0,
    );
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  it('neither lists nor counts what the viewer may not see', async () => {
    const query = '/scorecards/by-query?lens=aws-ml-lens&limit=100';
    const lena = await api('lena', 'GET', query);
    const amara = await api('amara', 'GET', query);
    const ids = rows => rows.body.items.map(row => row.workloadId);
    assert.ok(ids(lena).includes('credit-limits'));
    assert.ok(!ids(amara).includes('credit-limits'));
    assert.ok(amara.body.totalItems < lena.body.totalItems);

    const page = await pageAs('amara');
    await page.goto('/ml-lens/workloads?q=credit');
    await page
      .getByText(/no workload/i)
      .first()
      .waitFor();
    assert.equal(
      await page.getByRole('link', { name: 'Credit Limits' }).count(),
      0,
    );
    await page.context().close();
  });

  it('has something waiting for everybody on the first day', async () => {
    const expected = {
      mika: ['ASSIGNED'],
      amara: ['ASSIGNED'],
      lena: ['ASSIGNED', 'WAIVER_TO_DECIDE', 'WAIVER_TO_DECIDE'],
      tomas: ['ASSIGNED', 'WAIVER_TO_DECIDE', 'WAIVER_TO_DECIDE'],
    };
    for (const [user, kinds] of Object.entries(expected)) {
      const { body } = await api(user, 'GET', '/inbox?scope=mine');
      assert.deepEqual(body.items.map(({ kind }) => kind).sort(), kinds, user);
    }
    const page = await pageAs('lena');
    await page.goto('/ml-lens');
    await page.getByRole('link', { name: /Search Ranking/ }).click();
    // The very place: the question the waiver is about, open.
    await page.getByText('with the next release').first().waitFor();
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
});
