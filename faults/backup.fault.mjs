// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Databases that are brought back from a backup under people who answer.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { createSite, startBackend, undoing } from './lib/backend.mjs';
import { startDatabase } from './lib/postgres.mjs';
import { startStorm } from './lib/storm.mjs';

const run = promisify(execFile);
const require = createRequire(
  path.resolve(import.meta.dirname, '../packages/backend/package.json'),
);

/** Where a server and the tools of its version are: Debian's `postgresql`. */
const [tools] = globSync('/usr/lib/postgresql/*/bin/{pg_dump,postgres}')
  .filter(file => file.endsWith('postgres'))
  .map(path.dirname);

/** What is said about the whole organisation; kept until a scorecard changes. */
async function organisation(backend, site) {
  const query = `lens=${site.lens}`;
  const [list, summary] = await Promise.all([
    backend.get(`/scorecards/by-query?${query}&limit=100`),
    backend.get(`/scorecards/summary?${query}&groupBy=owner`),
  ]);
  return JSON.stringify([list.items, summary]);
}

/** Each of the answers given before the backup is there, none of those after. */
async function assertAsBackedUp(backend, { kept, gone }) {
  const notes = new Set();
  for (const id of new Set([...kept, ...gone].map(answer => answer.id))) {
    const { text } = await backend.ask(`/workloads/${id}/history/export`);
    for (const line of text.split('\n').filter(Boolean)) {
      notes.add(JSON.parse(line).notes);
    }
  }
  assert.deepEqual(
    kept.filter(answer => !notes.has(answer.notes)),
    [],
  );
  assert.deepEqual(
    gone.filter(answer => notes.has(answer.notes)),
    [],
  );
}

const options = tools
  ? {}
  : { skip: 'No pg_dump with its server (Debian: apt-get install postgresql)' };

test('pg_dump and pg_restore under two backends', options, async t => {
  const undo = undoing(t);
  const server = await startDatabase({ home: tools });
  undo(server.stop);
  const site = createSite({ workloads: 8, database: server.database });
  undo(site.remove);
  const backends = [];
  for (let count = 0; count < 2; count++) {
    backends.push(await startBackend(site));
    undo(backends.at(-1).kill);
  }
  const { host, port, user, password } = server.database.connection;
  const file = path.join(site.folder, 'ml-lens.dump');
  const tool = (name, ...args) =>
    run(
      path.join(tools, name),
      [`--host=${host}`, `--port=${port}`, `--username=${user}`, ...args],
      { env: { ...process.env, PGPASSWORD: password } },
    );

  const storm = startStorm(site, backends);
  await storm.more(100);
  // While people answer: what was acknowledged by then is in it.
  const kept = storm.acknowledged();
  const dumped = tool(
    'pg_dump',
    '--format=custom',
    `--file=${file}`,
    'backstage_plugin_ml-lens',
  );
  await Promise.all([dumped, storm.more(20)]);
  await storm.stop();

  const later = startStorm(site, backends);
  await later.more(200);
  const gone = await later.stop();
  const seen = await organisation(backends[0], site);
  const started = performance.now();
  await tool(
    'pg_restore',
    '--clean',
    '--if-exists',
    '--single-transaction',
    '--dbname=backstage_plugin_ml-lens',
    file,
  );
  await assertAsBackedUp(backends[0], { kept, gone });
  const restored = await organisation(backends[0], site);
  assert.notEqual(restored, seen);
  assert.equal(await organisation(backends[1], site), restored);

  // Counts up through the numbers there were before, with other answers.
  const again = startStorm(site, backends);
  const recovered =
    (performance.now() - started) / 1000 + (await again.more(1));
  await again.more(200);
  await again.stop();
  const [one, other] = await Promise.all(
    backends.map(backend => organisation(backend, site)),
  );
  assert.equal(one, other);
  const fresh = await startBackend(site);
  undo(fresh.kill);
  assert.equal(await organisation(fresh, site), one);
  await again.settle('pg_dump and pg_restore', recovered);
});

test('an SQLite file copied while people answer, and put back', async t => {
  const undo = undoing(t);
  const site = createSite({ workloads: 8 });
  undo(site.remove);
  const backend = await startBackend(site);
  undo(backend.kill);
  const folder = site.database.connection.directory;
  const [live] = globSync(path.join(folder, '**/ml-lens.sqlite'));
  const copy = path.join(site.folder, 'ml-lens.backup');

  const storm = startStorm(site, [backend]);
  await storm.more(100);
  const kept = storm.acknowledged();
  const Database = require('better-sqlite3');
  const database = new Database(live, { readonly: true });
  // SQLite's own online backup, as `sqlite3 FILE .backup` does it.
  await Promise.all([database.backup(copy), storm.more(20)]);
  database.close();
  await storm.stop();

  const later = startStorm(site, [backend]);
  await later.more(100);
  const gone = await later.stop();
  await backend.kill();
  for (const file of globSync(`${live}*`)) rmSync(file);
  cpSync(copy, live);
  const started = performance.now();
  backend.launch();
  await backend.ready();
  await assertAsBackedUp(backend, { kept, gone });
  const again = startStorm(site, [backend]);
  const recovered = (performance.now() - started) / 1000;
  await again.more(100);
  await again.settle('SQLite file put back', recovered);
});
