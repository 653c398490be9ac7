// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A hundred thousand events, half of them imported at once, while people answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSite, startBackend, undoing } from './lib/backend.mjs';
import { startDatabase } from './lib/postgres.mjs';
import { startStorm } from './lib/storm.mjs';

const LINES = 50_000;

/** How long an import or a rebuild of so much may take, in milliseconds. */
const PATIENCE = 8 * 60_000;

/** Longest that anybody else waits for an answer meanwhile, in milliseconds. */
const LONGEST_WAIT = 10_000;

/** Answers from two years ago on, a minute apart, of several workloads in turn. */
function historyOf(ids, lens, questions, count) {
  const start = Date.now() - 730 * 24 * 3_600_000;
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      type: 'answer',
      workload: ids[index % ids.length],
      lens,
      question: questions[Math.floor(index / ids.length) % questions.length],
      at: new Date(start + index * 20_000).toISOString(),
      by: 'user:default/mika',
      selectedChoices: [],
      notes: `imported-${index}`,
    }),
  ).join('\n');
}

/** Runs one long request; gives its text and the seconds it took. */
async function long(backend, target, body) {
  const started = performance.now();
  const { status, text } = await backend.ask(target, {
    method: 'POST',
    body,
    patienceMs: PATIENCE,
  });
  assert.ok(status < 300, `${status}: ${text.slice(0, 2_000)}`);
  return { text, seconds: (performance.now() - started) / 1000 };
}

async function manyEvents(undo, name, { database, replicas = 1 } = {}) {
  const site = createSite({ workloads: 60, database });
  undo(site.remove);
  const backends = [];
  for (let count = 0; count < replicas; count++) {
    backends.push(await startBackend(site));
    undo(backends.at(-1).kill);
  }
  const [backend] = backends;
  const answered = site.ids.slice(0, 8);
  const [longest, ...others] = site.ids.slice(8);
  const { answers } = await backend.get(
    `/workloads/${longest}/reviews/${site.lens}`,
  );
  const questions = Object.keys(answers);
  const storm = startStorm(site, backends, answered);
  await storm.more(20);
  for (const [what, ids] of [
    ['50 reviews', others],
    ['one review', [longest]],
  ]) {
    const body = historyOf(ids, site.lens, questions, LINES);
    const before = storm.acknowledged().length;
    const { text, seconds } = await long(backend, '/history/import', body);
    assert.equal(JSON.parse(text).events, LINES);
    const meanwhile = storm.acknowledged().length - before;
    process.stdout.write(
      `# ${LINES} lines of ${what} imported in ${seconds.toFixed(
        1,
      )} s, ${name}; ${meanwhile} answers meanwhile\n`,
    );
  }
  const review = `${longest}/${site.lens}`;
  const rebuilt = await long(backend, `/history/rebuild?workload=${longest}`);
  assert.deepEqual(rebuilt.text.split('\n').filter(Boolean).map(JSON.parse), [
    { review, differed: false },
  ]);
  process.stdout.write(
    `# a review of ${LINES} events rebuilt in ${rebuilt.seconds.toFixed(
      1,
    )} s\n`,
  );
  const recovered = await storm.more(20);
  assert.deepEqual(storm.unexpected(), []);
  process.stdout.write(
    `# longest anybody waited: ${(storm.longest() / 1000).toFixed(1)} s\n`,
  );
  await storm.settle(`100,000 events, ${name}`, recovered);
  // SQLite has one connection, which an import keeps until it is done.
  if (database) assert.ok(storm.longest() < LONGEST_WAIT);
}

test('100,000 events, SQLite', async t => {
  await manyEvents(undoing(t), 'SQLite');
});

test('100,000 events, PostgreSQL', async t => {
  const undo = undoing(t);
  const server = await startDatabase();
  undo(server.stop);
  await manyEvents(undo, 'PostgreSQL', {
    database: server.database,
    replicas: 2,
  });
});
