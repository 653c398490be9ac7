// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What `create-app` writes today is a mix of Backstage 1.55 and newer packages.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { refreshService } from './lib/api.mjs';
import {
  answerNext,
  enter,
  openFromSidebar,
  openTab,
  ours,
  useBrowser,
} from './lib/browser.mjs';
import {
  addMlLens,
  addTheme,
  createPortal,
  linkService,
  removeFeatures,
  startDevelopment,
  THEME,
} from './lib/portal.mjs';

// ML Lens needs none of these. Without a lockfile, signals-backend is newer than
// the backend that `create-app` asks for, and stops it; the storage of user
// settings wants signals.
const FEATURES = [
  'signals',
  'notifications',
  'search',
  'app-module-user-settings',
];

describe('a portal as create-app writes it, without optional features', () => {
  const openPage = useBrowser();
  let portal;
  let running;
  let page;
  let since;
  before(async () => {
    portal = await createPortal('mix', {
      adapt: made => {
        removeFeatures(made, FEATURES);
        addTheme(made);
      },
    });
    since = Date.now();
  });
  after(() => running?.stop());

  it('takes ML Lens by at most four commands of the README', async () => {
    const { commands, pasted } = await addMlLens(portal);
    console.log(
      `${commands.length} commands and ${
        pasted.length
      } pasted line:\n  ${commands.join('\n  ')}`,
    );
    assert.ok(commands.length <= 4);
  });

  it('starts and has the page, which says how to link a service', async () => {
    running = await startDevelopment(portal);
    page = await openPage(running.url, { theme: THEME.id });
    await enter(page);
    await openFromSidebar(page);
    await page.getByText('ml-lens.io/workload').first().waitFor();
  });

  it('has the tab of a linked service, where a question is answered', async () => {
    linkService(portal);
    await refreshService(running.backendUrl);
    await openTab(page);
    await answerNext(page);
    const minutes = (Date.now() - since) / 60_000;
    console.log(
      `${minutes.toFixed(1)} minutes from create-app to the first answer`,
    );
  });

  it('shows it in the theme of the portal', async () => {
    const drawn = await page.evaluate(
      colour =>
        [...document.querySelectorAll('main *')].some(element => {
          const { color, backgroundColor } = getComputedStyle(element);
          return color === colour || backgroundColor === colour;
        }),
      THEME.primary,
    );
    assert.ok(drawn, 'Nothing is drawn in its primary colour');
  });

  it('has nothing of ours to complain about', () => {
    assert.deepEqual(ours(page.complaints), []);
  });
});
