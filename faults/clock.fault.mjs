// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Clocks that jump, or of which one is minutes away from the others.
import assert from 'node:assert/strict';
import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createSite, startBackend, undoing, until } from './lib/backend.mjs';
import { startDatabase } from './lib/postgres.mjs';
import { startStorm } from './lib/storm.mjs';

/** libfaketime, as Debian's package `libfaketime` installs it. */
const [library] = globSync('/usr/lib/*/faketime/libfaketime.so.1');

/** A clock that is set while a process runs. */
function createClock(site) {
  const file = path.join(site.folder, 'clock');
  const set = offset => writeFileSync(file, offset);
  set('+0');
  return {
    set,
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // Timers go by another clock, which no administrator sets.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  };
}

/**
 * What is edited arrives. Not on SQLite: the scheduler of Backstage goes by the
 * database's clock, and there that is the one that jumped back.
 */
async function followsCatalog(site, backends, offset) {
  const title = `Edited at ${offset}`;
  site.edit(title);
  await until(`what was edited at ${offset}`, async () => {
    // Whoever opens a tab reads the catalog on either replica.
    await Promise.all(
      backends.map(backend =>
        backend.get(`/entities/component/default/${site.ids[0]}/workload`),
      ),
    );
    const last = await backends.at(-1).get(`/workloads/${site.ids.at(-1)}`);
    return last.title === title;
  });
}

async function jumpingClock(t, name, { database, replicas = 1 } = {}) {
  const undo = undoing(t);
  const site = createSite({ workloads: 8, database: await database?.(undo) });
  undo(site.remove);
  const clock = createClock(site);
  const backends = [];
  for (let count = 1; count <= replicas; count++) {
    // The last one has the clock.
    const env = count === replicas ? clock.env : {};
    backends.push(await startBackend(site, { env }));
    undo(backends.at(-1).kill);
  }
  const jumping = backends.at(-1);
  const storm = startStorm(site, backends);
  await storm.more(50);
  let longest = 0;
  for (const offset of ['-15m', '+10m', '-3m']) {
    clock.set(offset);
    longest = Math.max(longest, await storm.more(50));
    if (database) await followsCatalog(site, backends, offset);
    const { orphans, removal } = await jumping.get('/lens-reports');
    assert.deepEqual({ orphans, removal }, { orphans: [], removal: null });
  }
  assert.deepEqual(storm.unexpected(), []);
  await storm.settle(`clock jumps, ${name}`, longest);
}

const options = library
  ? {}
  : {
      skip: 'libfaketime is not installed (Debian: apt-get install libfaketime)',
    };

test('a clock that jumps back and forth, SQLite', options, async t => {
  await jumpingClock(t, 'SQLite');
});

test('one of two clocks that jumps, PostgreSQL', options, async t => {
  const database = async undo => {
    const server = await startDatabase();
    undo(server.stop);
    return server.database;
  };
  await jumpingClock(t, 'PostgreSQL', { database, replicas: 2 });
});
