// What `create-app` writes today is a mix of Backstage 1.55 and newer packages.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
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
  createPortal,
  linkService,
  removeFeatures,
  startDevelopment,
} from './lib/portal.mjs';

// ML Lens needs none of these. Without a lockfile, signals-backend is newer than
// the backend that `create-app` asks for, and stops it. The storage of user
// settings wants signals.
const FEATURES = [
  'signals',
  'notifications',
  'search',
  'app-module-user-settings',
];

describe('a portal as create-app writes it', () => {
  const openPage = useBrowser();
  let portal;
  let running;
  let page;
  let since;
  before(async () => {
    portal = await createPortal('mix', {
      adapt: made => removeFeatures(made, FEATURES),
    });
    since = Date.now();
  });
  after(() => running?.stop());

  it('takes ML Lens by the commands of the README', async () => {
    const { commands, pasted } = await addMlLens(portal);
    console.log(
      `${commands.length} commands, ${
        pasted.length
      } pasted lines:\n  ${commands.join('\n  ')}`,
    );
    assert.ok(commands.length <= 4);
  });

  it('starts and has the page, which says how to link a service', async () => {
    running = await startDevelopment(portal);
    page = await openPage(running.url);
    await enter(page);
    await openFromSidebar(page);
    await page.getByText('ml-lens.io/workload').first().waitFor();
  });

  it('has the tab of a linked service, where a question is answered', async () => {
    linkService(portal);
    await openTab(page);
    await answerNext(page);
    const minutes = (Date.now() - since) / 60_000;
    console.log(
      `${minutes.toFixed(1)} minutes from create-app to the first answer`,
    );
  });

  it('has nothing to complain about', () => {
    assert.deepEqual(ours(page.complaints), []);
  });
});
