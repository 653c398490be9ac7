// What a person sees when something breaks while they answer, and that nothing
// they gave is lost or stored twice.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSite, startBackend, undoing } from '../faults/lib/backend.mjs';
import { api, openQuestion, tabOf, useBrowser } from './lib/browser.mjs';

const { PORTAL_URL, PORTAL_API_URL } = process.env;
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
async function assertStored(page, before, count) {
  const events = await history();
  assert.equal(events.length, before.length + count);
  const selected = await openQuestion(page)
    .getByRole('checkbox', { checked: true })
    .count();
  assert.equal(events[0].after.selectedChoices.length, selected);
}

describe('when something breaks while somebody answers', () => {
  const pageAs = useBrowser();

  async function openTab(options) {
    const page = await pageAs('mika', options);
    await page.goto(tabOf(WORKLOAD, `?question=${QUESTION}`));
    await choice(page).waitFor();
    return page;
  }

  it('keeps the answer of somebody whose token has expired', async () => {
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
    assert.equal((await history()).length, before.length);

    await page.unroute(ANSWERS);
    await openQuestion(page).getByRole('button', { name: 'Try again' }).click();
    await saved(page);
    await assertStored(page, before, 1);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  it('lets two tabs give the same answer, and asks about two', async () => {
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
    await assertStored(two, before, 1);

    await choice(one, 1).click({ force: true });
    await saved(one);
    await choice(two, 2).click({ force: true });
    const dialog = two.getByRole('dialog');
    await dialog.getByText('Somebody else answered this question').waitFor();
    await dialog.getByRole('button', { name: 'Save mine' }).click();
    await saved(two);
    await assertStored(two, before, 3);
    await one.context().close();
  });

  it('keeps answers while the network is away, and sends them after', async () => {
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
    await assertStored(page, before, 1);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  it('needs no room in the storage of the browser', async () => {
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
    await assertStored(page, before, 1);
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
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  it('saves the last of quick clicks once over a slow network', async () => {
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
    await assertStored(page, before, 2);
    await page.unroute(ANSWERS);
    await page.context().close();
  });

  it('stores an answer once whose acknowledgement never came', async () => {
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
    assert.equal((await history()).length, before.length + 1);
    await saved(page);
    await assertStored(page, before, 1);
    await page.context().close();
  });

  it('saves what was given while the backend was started anew', async t => {
    const undo = undoing(t);
    const site = createSite({ workloads: 1 });
    undo(site.remove);
    const backend = await startBackend(site, { origin: PORTAL_URL });
    undo(backend.kill);
    const page = await pageAs('mika');
    undo(() => page.context().close());
    await page.context().route(`${PORTAL_API_URL}/**`, route =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(PORTAL_API_URL, `${backend.url}/api`),
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
    assert.equal(answers[QUESTION].selectedChoices.length, 2);
    assert.equal(answers[QUESTION].revision, await marks());
    assert.ok(answers[QUESTION].revision <= 2);
  });
});
