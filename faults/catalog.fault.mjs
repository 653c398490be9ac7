// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A catalog that is empty, slow or gives half of what it has, while people answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSite, startBackend, undoing, until } from './lib/backend.mjs';
import { BEHAVIOURS, startCatalogProxy } from './lib/catalogProxy.mjs';
import { startDatabase } from './lib/postgres.mjs';
import { startStorm } from './lib/storm.mjs';

/** How often the catalog is looked at while it is not well. */
const LOOKS = 2;

test('a catalog that is emptied and filled again', async t => {
  const undo = undoing(t);
  const site = createSite({ workloads: 20 });
  undo(site.remove);
  const backend = await startBackend(site);
  undo(backend.kill);
  const storm = startStorm(site, [backend]);
  await storm.more(20);
  const reports = async () => await backend.get('/lens-reports');

  site.empty();
  const { removal, orphans } = await until('a removal that waits', async () => {
    const found = await reports();
    return found.removal && found;
  });
  assert.equal(removal.workloads, 20);
  assert.deepEqual(orphans, []);
  const recovered = await storm.more(20);

  site.fill();
  await until(
    'nothing that waits',
    async () => (await reports()).removal === null,
  );
  assert.deepEqual((await reports()).orphans, []);
  await storm.settle('catalog emptied', recovered);
});

const ALL = [
  ['slow', BEHAVIOURS.slow(3_000)],
  ['cut off', BEHAVIOURS.cut],
  ['failing after a page', BEHAVIOURS.failing],
  ['half a page', BEHAVIOURS.half],
];

async function spoiledCatalog(undo, name, { ways = ALL, database } = {}) {
  const site = createSite({ workloads: 24, database });
  undo(site.remove);
  const proxy = await startCatalogProxy();
  undo(proxy.stop);
  const backend = await startBackend(site, { catalog: proxy.addressFor });
  undo(backend.kill);
  const answered = site.ids.slice(0, 8);
  const last = site.ids.at(-1);
  const reports = async () => await backend.get('/lens-reports');
  const titleOf = async id => (await backend.get(`/workloads/${id}`)).title;
  const inOrder = async title =>
    await until(
      `everybody called ${title}`,
      async () =>
        (await titleOf(last)) === title &&
        (await titleOf(answered[0])) === title &&
        (await reports()).removal === null,
    );

  for (const [what, behaviour] of ways) {
    const storm = startStorm(site, [backend], answered);
    await storm.more(20);
    proxy.become(behaviour);
    const before = proxy.passed();
    const title = `Edited while ${what}`;
    site.edit(title);
    await until(
      'several looks at the catalog',
      async () => proxy.passed() >= before + LOOKS,
    );
    const recovered = await storm.more(20);
    assert.deepEqual((await reports()).orphans, []);
    assert.deepEqual(storm.unexpected(), []);
    // Whoever opens a tab meanwhile.
    const tab = await backend.ask(
      `/entities/component/default/${last}/workload`,
      { patienceMs: 40_000 },
    );
    assert.ok([200, 503].includes(tab.status), `${what}: ${tab.status}`);
    proxy.become(BEHAVIOURS.well);
    const mended = performance.now();
    await inOrder(title);
    const caughtUp = ((performance.now() - mended) / 1000).toFixed(1);
    assert.deepEqual((await reports()).orphans, []);
    await storm.settle(
      `catalog ${what}, ${name} (up to date ${caughtUp} s after)`,
      recovered,
    );
  }
}

test('a catalog that is slow, cut off, failing or half there, SQLite', async t => {
  await spoiledCatalog(undoing(t), 'SQLite');
});

test('a catalog that fails or is half there, PostgreSQL', async t => {
  const undo = undoing(t);
  const server = await startDatabase();
  undo(server.stop);
  const { database } = server;
  await spoiledCatalog(undo, 'PostgreSQL', { database, ways: ALL.slice(2) });
});
