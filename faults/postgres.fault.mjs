// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What happens to answers when PostgreSQL, a backend or a lens changes meanwhile.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { createSite, startBackend, until } from './lib/backend.mjs';
import { startDatabase } from './lib/postgres.mjs';
import { startStorm } from './lib/storm.mjs';

const pg = createRequire(
  new URL('../packages/backend/package.json', import.meta.url),
)('pg');

const isShort = Boolean(process.env.FAULTS_SHORT);

const QUESTION = 'bg_goal';

let server;
let site;
let backends = [];

before(async () => {
  server = await startDatabase();
  site = createSite({
    workloads: isShort ? 12 : 40,
    database: server.database,
  });
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

/** A storm that ends with its test, whatever becomes of it. */
function stormOf(t, on, ids) {
  const storm = startStorm(site, on, ids);
  t.after(storm.stop);
  return storm;
}

test('kill -9 of one of two backends on PostgreSQL', async t => {
  const [, killed] = backends;
  const storm = stormOf(t, backends, site.ids.slice(0, 8));
  await storm.more(100);
  await killed.kill();
  const recovered = await storm.more(20);
  killed.launch();
  await killed.ready();
  await storm.more(50);
  await storm.settle('kill -9, PostgreSQL', recovered);
});

test('PostgreSQL stopped and started', async t => {
  const storm = stormOf(t, backends, site.ids.slice(0, 8));
  await storm.more(100);
  await server.halt();
  await server.resume();
  const recovered = await storm.more(100);
  await storm.settle('PostgreSQL restarted', recovered);
});

test('a frozen backend', async t => {
  const [serving, frozen] = backends;
  const storm = stormOf(t, [serving], site.ids.slice(0, 8));
  const other = stormOf(t, [frozen], site.ids.slice(0, 8));
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

test('lenses published', async t => {
  const [backend] = backends;
  const writers = site.ids.slice(0, isShort ? 8 : 30);
  const storm = stormOf(t, backends, writers);
  await storm.more(20);
  const { text } = await backend.ask(`/lenses/${site.lens}/export`);
  const document = JSON.parse(text);
  const versions = isShort ? 3 : 20;
  for (let version = 1; version <= versions; version++) {
    const body = { ...document, id: site.lens, version: `race-${version}` };
    const imported = await backend.ask('/lenses', { method: 'POST', body });
    assert.equal(imported.status, 201, imported.text);
    const published = await backend.ask(
      `/lenses/${site.lens}/versions/race-${version}/publish`,
      { method: 'POST' },
    );
    assert.equal(published.status, 200, published.text);
    await storm.more(isShort ? 20 : 100);
  }
  // A sync moves every review that nobody has begun.
  const started = performance.now();
  const waiting = site.ids.slice(writers.length);
  await until('a sync that saw the last lens', async () => {
    const found = await Promise.all(
      waiting.map(id => backend.get(`/workloads/${id}`)),
    );
    return found.every(({ reviews }) =>
      reviews.every(({ lens }) => lens.version === `race-${versions}`),
    );
  });
  const synced = (performance.now() - started) / 1000;
  assert.deepEqual(storm.unexpected(), []);
  await storm.settle(
    `${versions} lenses published (synced ${synced.toFixed(
      1,
    )} s after the last)`,
    0,
  );
  assert.ok(synced < 30);
});

test('reviews that somebody does not let go of', async () => {
  const [backend, other] = backends;
  const held = site.ids.slice(0, 10);
  const free = site.ids.at(-1);
  const answer = async (id, revision) =>
    await other.ask(
      `/workloads/${id}/reviews/${site.lens}/answers/${QUESTION}`,
      {
        method: 'PUT',
        body: { revision, selectedChoices: [], notes: `held-${revision}` },
      },
    );
  const revisionOf = async id =>
    (await backend.get(`/workloads/${id}/reviews/${site.lens}`)).answers[
      QUESTION
    ].revision;
  let revision = await revisionOf(free);
  /** Everything a person does elsewhere meanwhile, with how long each took. */
  const elsewhere = async () => {
    const times = [];
    for (const request of [
      () => other.ask('/saved-views'),
      () => other.ask(`/scorecards/summary?lens=${site.lens}&groupBy=owner`),
      () => other.ask(`/workloads/${free}`),
      () => other.ask(`/workloads/${held[0]}/reviews/${site.lens}`),
      () => other.ask('/lenses'),
      () => answer(free, revision++),
    ]) {
      const sent = performance.now();
      const { status, text } = await request();
      assert.equal(status, 200, text);
      times.push(performance.now() - sent);
    }
    return times;
  };
  await elsewhere();
  const usual = Math.max(...(await elsewhere()));

  const [before] = await Promise.all(held.map(revisionOf));
  const session = new pg.Client({
    ...site.database.connection,
    database: 'backstage_plugin_ml-lens',
  });
  await session.connect();
  const ends = performance.now() + (isShort ? 8_000 : 75_000);
  const refused = [];
  const times = [];
  try {
    await session.query('begin');
    await session.query(
      'select 1 from reviews where review_id = any($1) for update',
      [held.map(id => `${id}/${site.lens}`)],
    );
    const people = held
      .flatMap(id => [id, id])
      .map(async id => {
        while (performance.now() < ends) {
          const sent = performance.now();
          const { status } = await answer(id, before);
          refused.push({ status, ms: performance.now() - sent });
        }
      });
    while (performance.now() < ends) times.push(...(await elsewhere()));
    await Promise.all(people);
  } finally {
    await session.query('rollback');
    await session.end();
  }
  const [after] = await Promise.all(held.map(revisionOf));
  const given = performance.now();
  const { status, text } = await answer(held[0], after);
  const longest = list => Math.round(Math.max(...list));
  process.stdout.write(
    `# 10 reviews held: ${
      refused.length
    } answers to them refused, each within ${longest(
      refused.map(({ ms }) => ms),
    )} ms; ${times.length} other requests, each within ${longest(
      times,
    )} ms (${longest([usual])} ms before); ${(
      (performance.now() - given) /
      1000
    ).toFixed(1)} s to recover\n`,
  );
  assert.equal(status, 200, text);
  assert.equal(after, before);
  assert.deepEqual(
    refused.filter(({ status, ms }) => status !== 503 || ms > 4_000),
    [],
  );
  assert.ok(longest(times) < Math.max(1_000, 5 * usual));
});
