// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A backend that is killed while people answer.
import { test } from 'node:test';
import { createSite, startBackend, undoing } from './lib/backend.mjs';
import { startStorm } from './lib/storm.mjs';

test('kill -9 of a backend on SQLite', async t => {
  const undo = undoing(t);
  const site = createSite({ workloads: 8 });
  undo(site.remove);
  const backend = await startBackend(site);
  undo(backend.kill);
  const storm = startStorm(site, [backend]);
  const times = process.env.FAULTS_SHORT ? 1 : 3;
  let longest = 0;
  for (let time = 0; time < times; time++) {
    await storm.more(150);
    await backend.kill();
    backend.launch();
    longest = Math.max(longest, await storm.more(1));
  }
  await storm.more(50);
  await storm.settle('kill -9, SQLite', longest);
});
