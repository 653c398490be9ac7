// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Models of a service explain its timeline, and are found in the organisation.
import { api } from './lib/browser.mjs';
import { expect, test } from './lib/test.mjs';

/** Until the systems where models live have been asked for the first time. */
test.beforeEach(async () => {
  await expect
    .poll(
      async () => {
        const { body } = await api(
          'mika',
          'GET',
          '/workloads/demand-forecasting/models',
        );
        return body.items?.filter(({ changes }) => changes?.length).length;
      },
      { timeout: 120_000 },
    )
    .toBeGreaterThan(1);
});

test.describe('models', () => {
  test('mark the timeline of the tab, and stand in its table', async ({
    pageAs,
  }) => {
    const page = await pageAs('mika');
    await page.goto('/catalog/default/component/demand-forecasting/ml-lens');
    const mark = page.getByRole('button', {
      name: /^demand-forecast-deep: version 5 registered/,
    });
    await mark.hover();
    await page.getByText('demand-forecast-deep: version 5').first().waitFor();
    await page
      .getByRole('list', { name: 'Legend' })
      .getByText('Version of a model')
      .waitFor();
    await page.getByRole('radio', { name: 'Table' }).first().check({
      force: true,
    });
    await page.getByText('demand-forecasting: alarm firing').waitFor();
    await expect(page).toBeAccessible();
  });

  test('are found where they are not well kept, and shown in a column', async ({
    pageAs,
  }) => {
    const page = await pageAs('lena');
    await page.goto('/ml-lens/workloads?models=NO_CARD');
    await page
      .getByRole('button', {
        name: 'Remove the filter Models: Without a card',
      })
      .waitFor();
    await page.getByRole('link', { name: 'Demand Forecasting' }).waitFor();
    await expect(
      page.getByRole('link', { name: 'Card Fraud Scoring' }),
    ).toHaveCount(0);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('option', { name: 'Models' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('Without a card: 1').waitFor();
  });
});
