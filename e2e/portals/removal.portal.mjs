// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// ML Lens is taken out again: the portal builds and starts, and what its pages
// load without it shows what they loaded more.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enter, sidebar, useBrowser } from './lib/browser.mjs';
import { deployedCurrent } from './lib/current.mjs';
import { loadedBy } from './lib/measure.mjs';
import { startDeployed } from './lib/production.mjs';
import { withoutMlLens } from './lib/removed.mjs';

const KILOBYTES = 60;

/** Until the list of the catalog is there, and has what it loads late. */
const visit = async page => {
  await enter(page);
  await page.getByText('example-website').first().waitFor();
};

describe('a portal that ML Lens was taken out of', () => {
  const openPage = useBrowser();
  let deployed;
  let loadedBefore;
  let running;
  before(async () => {
    deployed = await deployedCurrent();
    const earlier = await startDeployed(deployed, 'before-removal');
    loadedBefore = await loadedBy(openPage, earlier.url, visit);
    earlier.stop();
  });
  after(() => running?.stop());

  it('builds', async () => {
    deployed = await withoutMlLens();
  });

  it('starts and shows nothing of it', async () => {
    running = await startDeployed(deployed, 'removed');
    const page = await openPage(running.url);
    await visit(page);
    assert.equal(await sidebar(page).getByText('ML Lens').count(), 0);
    assert.deepEqual(page.complaints, []);
  });

  it(`had pages that loaded at most ${KILOBYTES} kB more`, async () => {
    const loaded = await loadedBy(openPage, running.url, visit);
    const more = (loadedBefore - loaded) / 1000;
    console.log(
      `With ML Lens every page loads ${more.toFixed(1)} kB more, gzipped`,
    );
    assert.ok(more <= KILOBYTES);
  });
});
