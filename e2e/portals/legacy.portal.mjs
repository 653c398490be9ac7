// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// An app on the previous frontend system (`createApp` of app-defaults) beside
// that of the shared portal, served by the same backend.
import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  answerNext,
  enter,
  openFromSidebar,
  openTab,
  useBrowser,
} from './lib/browser.mjs';
import { currentWithMlLens, deployedCurrent } from './lib/current.mjs';
import { blocksOf } from '../lib/docs.mjs';
import { Portal } from './lib/portal.mjs';
import { startDeployed } from './lib/production.mjs';
import { tool } from './lib/registry.mjs';
import { exec } from './lib/work.mjs';

const APP = 'packages/app-legacy';
const README = 'plugins/ml-lens/README.md';

/** What the README's elements are put in front of. */
const PLACES = {
  'App.tsx': /<\/FlatRoutes>/g,
  'EntityPage.tsx': /<\/EntityLayout>/g,
  'Root.tsx': /<SidebarSpace \/>/g,
};

/** Copies the app that `create-app --legacy` writes into a portal. */
async function addLegacyApp(portal) {
  const template = new Portal('legacy-template');
  if (!template.exists()) {
    await exec(
      tool('backstage-create-app'),
      ['--legacy', '--skip-install', '--path', template.folder],
      { env: { BACKSTAGE_APP_NAME: 'stranger' } },
    );
  }
  cpSync(template.path('packages/app'), portal.path(APP), { recursive: true });
  portal.changeJson(`${APP}/package.json`, manifest => {
    manifest.name = 'app-legacy';
    // Of the same release as the rest of the portal.
    for (const name of Object.keys(manifest.dependencies)) {
      if (name.startsWith('@backstage/')) manifest.dependencies[name] = '*';
    }
    delete manifest.devDependencies['@backstage/test-utils'];
  });
}

/** Pastes the blocks of the README: imports on top, elements in their places. */
function paste(portal) {
  const blocks = blocksOf(README, 'On the previous frontend system');
  for (const { file, text } of blocks) {
    const target = file.replace('packages/app', APP);
    const [imports, element] = text.split('\n\n');
    const place = PLACES[path.basename(file)];
    const code = portal.read(target).replace(place, `${element}$&`);
    portal.write(target, `${imports}\n${code}`);
  }
}

describe('an app on the previous frontend system', () => {
  const openPage = useBrowser();
  let portal;
  let running;
  let page;
  before(async () => {
    ({ portal } = await currentWithMlLens());
  });
  after(() => running?.stop());

  it('is built with the lines of the README', async () => {
    if (!portal.exists(APP, 'dist')) {
      rmSync(portal.path(APP), { recursive: true, force: true });
      await addLegacyApp(portal);
      const [{ text }] = blocksOf(README, 'Install');
      await portal.type(text.replace('packages/app', APP));
      paste(portal);
      await portal.yarn('tsc');
      await portal.yarn('workspace', 'app-legacy', 'build');
    }
  });

  it('opens the page and the tab, where a question is answered', async () => {
    const folder = await deployedCurrent();
    const app = path.join(folder, 'node_modules/app-legacy');
    for (const part of ['package.json', 'dist']) {
      cpSync(portal.path(APP, part), path.join(app, part), { recursive: true });
    }
    running = await startDeployed(folder, 'legacy', {
      config: { app: { packageName: 'app-legacy' } },
    });
    page = await openPage(running.url);
    await enter(page);
    await openFromSidebar(page);
    await page.goto('ml-lens/workloads');
    await page.getByText('example-website').first().waitFor();
    await openTab(page);
    await answerNext(page);
  });

  it('makes the browser complain of nothing', () => {
    assert.deepEqual(page.complaints, []);
  });
});
