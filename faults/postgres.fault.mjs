// What happens to answers when PostgreSQL, a backend or a lens changes meanwhile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createSite, startBackend } from './lib/backend.mjs';
import { startDatabase } from './lib/postgres.mjs';
import { startStorm } from './lib/storm.mjs';

let server;
let site;
let backends = [];

before(async () => {
  server = await startDatabase();
  site = createSite({ workloads: 8, database: server.database });
  // One after the other: both would migrate the databases of Backstage.
  for (let count = 0; count < 2; count++) {
    backends.push(await startBackend(site));
  }
});
after(async () => {
  await Promise.all(backends.map(({ kill }) => kill()));
  site?.remove();
  await server?.stop();
});

test('kill -9 of one of two backends on PostgreSQL', async () => {
  const [, killed] = backends;
  const storm = startStorm(site, backends);
  await storm.more(100);
  await killed.kill();
  const recovered = await storm.more(20);
  killed.launch();
  await killed.ready();
  await storm.more(50);
  await storm.settle('kill -9, PostgreSQL', recovered);
});

test('PostgreSQL stopped and started', async () => {
  const storm = startStorm(site, backends);
  await storm.more(100);
  await server.halt();
  await server.resume();
  const recovered = await storm.more(100);
  await storm.settle('PostgreSQL restarted', recovered);
});

test('a frozen backend', async () => {
  const [serving, frozen] = backends;
  const storm = startStorm(site, [serving]);
  const other = startStorm(site, [frozen]);
  await Promise.all([storm.more(50), other.more(50)]);
  frozen.freeze();
  let recovered;
  try {
    recovered = await storm.more(100);
  } finally {
    frozen.thaw();
  }
  await other.more(1);
  await other.settle('frozen, the frozen one', 0);
  await storm.settle('frozen, the serving one', recovered);
});

test('lenses published', async () => {
  const [backend] = backends;
  const storm = startStorm(site, backends);
  await storm.more(20);
  const { text } = await backend.ask(`/lenses/${site.lens}/export`);
  const document = JSON.parse(text);
  const versions = process.env.FAULTS_SHORT ? 3 : 20;
  for (let version = 1; version <= versions; version++) {
    const body = { ...document, id: site.lens, version: `race-${version}` };
    const imported = await backend.ask('/lenses', { method: 'POST', body });
    assert.equal(imported.status, 201, imported.text);
    const published = await backend.ask(
      `/lenses/${site.lens}/versions/race-${version}/publish`,
      { method: 'POST' },
    );
    assert.equal(published.status, 200, published.text);
    await storm.more(20);
  }
  assert.equal(storm.status(500), 0);
  await storm.settle('lenses published', 0);
});
