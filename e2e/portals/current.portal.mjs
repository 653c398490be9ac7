// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A portal of the newest Backstage, built for production, whose policy is that
// of docs/permissions.md.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  answerNext,
  chooseLanguage,
  enter,
  openFromSidebar,
  openTab,
  TAB,
  useBrowser,
  watchForCode,
} from './lib/browser.mjs';
import { currentWithMlLens, deployedCurrent, SINGLE } from './lib/current.mjs';
import { growth } from './lib/measure.mjs';
import { SERVICE } from './lib/portal.mjs';
import { startDeployed } from './lib/production.mjs';

const MEGABYTES = 40;

const megabytes = bytes => (bytes / 1e6).toFixed(1);

describe('a portal of the newest Backstage', () => {
  const openPage = useBrowser();
  let portal;
  let earlier;
  let later;
  let folder;
  before(async () => {
    ({ portal, before: earlier, after: later } = await currentWithMlLens());
  });

  it('has one copy of what must exist once', () => {
    for (const name of SINGLE) {
      const [own, copies] = [earlier.copies[name], later.copies[name]];
      console.log(`${name}: ${copies.join(', ')}`);
      // Backstage's core-app-api 1.20 brings a react-aria of its own.
      assert.equal(copies.length, Math.max(1, own.length), copies.join(', '));
    }
  });

  it(`has grown by at most ${MEGABYTES} MB`, () => {
    const { total, grown } = growth(earlier.sizes, later.sizes);
    console.log(`ML Lens adds ${megabytes(total)} MB:`);
    for (const { name, bytes } of grown.slice(0, 12)) {
      console.log(`  ${megabytes(bytes).padStart(6)}  ${name}`);
    }
    assert.ok(total <= MEGABYTES * 1e6);
  });

  it('compiles, the policy of the documents included', async () => {
    await portal.yarn('tsc');
  });

  it('builds and installs for production', async () => {
    folder = await deployedCurrent();
  });

  describe('with permissions', () => {
    let running;
    let page;
    before(async () => {
      running = await startDeployed(folder, 'permissions');
      page = await openPage(running.url);
    });
    after(() => running?.stop());

    it('opens the page from the sidebar', async () => {
      await enter(page);
      await openFromSidebar(page);
      await page.goto('ml-lens/workloads');
      await page.getByText(SERVICE).first().waitFor();
    });

    it('lets an owner answer on the tab', async () => {
      await openTab(page);
      await answerNext(page);
    });

    it('speaks Japanese, dates included', async () => {
      await chooseLanguage(page, 'English', '日本語');
      await page.goto(TAB);
      const date = page.getByRole('group', { name: '時点' }).first();
      await date.waitFor();
      // Year first, where English has the month.
      assert.match((await date.innerText()).replace(/\s/g, ''), /^20\d\d/);
    });

    it('makes the browser complain of nothing', () => {
      assert.deepEqual(page.complaints, []);
    });

    // Backstage's policy has to allow `unsafe-eval`, because it compiles JSON
    // Schemas and checks of its own on every page. ML Lens gets along without.
    it('makes no code from text', async () => {
      const watched = await openPage(running.url);
      const callers = await watchForCode(watched);
      await enter(watched);
      await openFromSidebar(watched);
      await openTab(watched);
      await answerNext(watched);
      assert.deepEqual(callers(), ['module-backstage']);
    });
  });

  it('lets nobody answer who is no owner', async () => {
    const running = await startDeployed(folder, 'no-owner', {
      guest: 'user:development/guest',
    });
    try {
      const page = await openPage(running.url);
      await enter(page);
      await openTab(page);
      await page.keyboard.press('n');
      const box = page.getByRole('checkbox').first();
      await box.waitFor();
      assert.equal(await box.isDisabled(), true);
    } finally {
      running.stop();
    }
  });

  it('lets everybody answer without permissions', async () => {
    const running = await startDeployed(folder, 'no-permissions', {
      guest: 'user:development/guest',
      config: { permission: { enabled: false } },
    });
    try {
      const page = await openPage(running.url);
      await enter(page);
      await openTab(page);
      await answerNext(page);
      assert.deepEqual(page.complaints, []);
    } finally {
      running.stop();
    }
  });
});
