// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What a person sees when something breaks while they answer, and that nothing
// they gave is lost or stored twice.
import { createSite, startBackend } from '../faults/lib/backend.mjs';
import { api, openQuestion, tabOf } from './lib/browser.mjs';
import { expect, test as base } from './lib/test.mjs';

const WORKLOAD = 'markdown-pricing';
const REVIEW = `/workloads/${WORKLOAD}/reviews/aws-ml-lens`;
const QUESTION = 'dp_integrity';
const ANSWERS = '**/api/ml-lens/**/answers/*';

/** Events of the question, newest first. */
async function history() {
  const { body } = await api(
    'mika',
    'GET',
    `${REVIEW}/history?question=${QUESTION}&limit=100`,
  );
  return body.items;
}

const choice = (page, at = 0) =>
  openQuestion(page).getByRole('checkbox').nth(at);
const status = page => openQuestion(page).getByRole('status').first();
const saved = async page =>
  await openQuestion(page)
    .getByText('Saved', { exact: true })
    .waitFor({ timeout: 90_000 });

/** The server has what the page shows, in `count` events more than before. */
async function expectStored(page, before, count) {
  const events = await history();
  expect(events).toHaveLength(before.length + count);
  const selected = await openQuestion(page)
    .getByRole('checkbox', { checked: true })
    .count();
  expect(events[0].after.selectedChoices).toHaveLength(selected);
}

const test = base.extend({
  /** Opens the tab of the workload at the question, as Mika. */
  openTab: async ({ pageAs }, use) => {
    await use(async () => {
      const page = await pageAs('mika');
      await page.goto(tabOf(WORKLOAD, `?question=${QUESTION}`));
      await choice(page).waitFor();
      return page;
    });
  },

  /** A backend that may be killed, with one workload. */
  backend: async ({ portal }, use) => {
    const site = createSite({ workloads: 1 });
    try {
      const backend = await startBackend(site, { origin: portal.url });
      await use(backend);
      await backend.kill();
    } finally {
      site.remove();
    }
  },
});

test.describe('when something breaks while somebody answers', () => {
  test('keeps the answer of somebody whose token has expired', async ({
    openTab,
  }) => {
    const page = await openTab();
    const before = await history();
    await page.route(ANSWERS, route =>
      route.continue({
        headers: { ...route.request().headers(), authorization: 'Bearer old' },
      }),
    );
    await choice(page).click({ force: true });
    await status(page)
      .getByText(/You are no longer signed in/)
      .waitFor();
    expect(await history()).toHaveLength(before.length);

    await page.unroute(ANSWERS);
    await openQuestion(page).getByRole('button', { name: 'Try again' }).click();
    await saved(page);
    await expectStored(page, before, 1);
  });

  test('lets two tabs give the same answer, and asks about two', async ({
    openTab,
  }) => {
    const one = await openTab();
    const before = await history();
    const two = await one.context().newPage();
    await two.goto(tabOf(WORKLOAD, `?question=${QUESTION}`));
    await choice(two).waitFor();
    // The second tab learns nothing of what the first one does.
    await two.route('**/api/ml-lens/entities/**', route => route.abort());

    await choice(one).click({ force: true });
    await saved(one);
    await choice(two).click({ force: true });
    await saved(two);
    await expectStored(two, before, 1);

    await choice(one, 1).click({ force: true });
    await saved(one);
    await choice(two, 2).click({ force: true });
    const dialog = two.getByRole('dialog');
    await dialog.getByText('Somebody else answered this question').waitFor();
    await dialog.getByRole('button', { name: 'Save mine' }).click();
    await saved(two);
    await expectStored(two, before, 3);
  });

  test('keeps answers while the network is away, and sends them after', async ({
    openTab,
  }) => {
    const page = await openTab();
    const before = await history();
    await page.context().setOffline(true);
    await choice(page).click({ force: true });
    await status(page)
      .getByText(/The portal cannot be reached/)
      .waitFor();
    await choice(page, 1).click({ force: true });
    await status(page)
      .getByText(/Your answer is kept here/)
      .waitFor();
    await page.context().setOffline(false);
    await saved(page);
    await expectStored(page, before, 1);
  });

  test('needs no room in the storage of the browser', async ({ openTab }) => {
    const page = await openTab();
    const before = await history();
    await page.evaluate(() => {
      for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let n = 0; ; n++) {
            localStorage.setItem(`filler-${size}-${n}`, 'x'.repeat(size));
          }
        } catch {
          // Full for this size.
        }
      }
    });
    await choice(page).click({ force: true });
    await saved(page);
    await expectStored(page, before, 1);
    await page.reload();
    await choice(page).waitFor();
    await page.goto('/ml-lens/workloads');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await page
      .getByRole('link', { name: 'Markdown Pricing' })
      .first()
      .waitFor();
  });

  test('saves the last of quick clicks once over a slow network', async ({
    openTab,
  }) => {
    const page = await openTab();
    const before = await history();
    await page.route(ANSWERS, async route => {
      const response = await route.fetch();
      await new Promise(resolve => {
        setTimeout(resolve, 2_000);
      });
      await route.fulfill({ response });
    });
    for (const at of [0, 1, 0]) await choice(page, at).click({ force: true });
    await status(page).getByText('Saving…').waitFor();
    await saved(page);
    await expectStored(page, before, 2);
    await page.unroute(ANSWERS);
  });

  test('stores an answer once whose acknowledgement never came', async ({
    openTab,
  }) => {
    const page = await openTab();
    const before = await history();
    let isFirst = true;
    await page.route(ANSWERS, async route => {
      if (!isFirst) return await route.continue();
      isFirst = false;
      // It arrives and is stored; nothing comes back.
      return await route.fetch();
    });
    await choice(page).click({ force: true });
    await status(page)
      .getByText(/The server does not answer/)
      .waitFor();
    expect(await history()).toHaveLength(before.length + 1);
    await saved(page);
    await expectStored(page, before, 1);
  });

  test('saves what was given while the backend was started anew', async ({
    backend,
    pageAs,
    portal,
  }) => {
    const page = await pageAs('mika');
    await page.context().route(`${portal.apiUrl}/**`, route =>
      route.continue({
        url: route.request().url().replace(portal.apiUrl, `${backend.url}/api`),
      }),
    );
    await page.goto(tabOf('w-0', `?question=${QUESTION}`));
    await choice(page).waitFor();
    const marks = async () => {
      const { text } = await backend.ask('/workloads/w-0/history/export');
      return text.split('\n').filter(line => line.includes(QUESTION)).length;
    };

    const asked = page.waitForRequest(ANSWERS);
    await choice(page).click({ force: true });
    await asked;
    await backend.kill();
    await choice(page, 1).click({ force: true });
    await status(page)
      .getByText(/Your answer is kept here/)
      .waitFor();
    backend.launch();
    await backend.ready();
    await saved(page);
    const { answers } = await backend.get('/workloads/w-0/reviews/aws-ml-lens');
    expect(answers[QUESTION].selectedChoices).toHaveLength(2);
    expect(answers[QUESTION].revision).toBe(await marks());
    expect(answers[QUESTION].revision).toBeLessThanOrEqual(2);
  });
});
