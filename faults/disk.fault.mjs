// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A full disk under SQLite.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createSite, startBackend, undoing, until } from './lib/backend.mjs';
import { startStorm } from './lib/storm.mjs';

/** Mounts a file system of its own; gives why not, where that cannot be. */
function mount(folder) {
  const { status, stderr, error } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder],
    { encoding: 'utf8' },
  );
  return status === 0 ? undefined : error?.message ?? stderr.trim();
}

test('a full disk under SQLite', async t => {
  const undo = undoing(t);
  const site = createSite({ workloads: 8 });
  undo(site.remove);
  const folder = path.join(site.folder, 'disk');
  mkdirSync(folder);
  const refused = mount(folder);
  if (refused) {
    t.skip(`No small file system can be mounted: ${refused}`);
    return;
  }
  undo(() => spawnSync('umount', ['--lazy', folder]));
  site.database.connection.directory = path.join(folder, 'db');
  const backend = await startBackend(site);
  undo(backend.kill);
  const storm = startStorm(site, [backend]);
  await storm.more(50);
  const filler = path.join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 32 * 1024)));
  await until('an answer that is refused', async () => storm.status(503) > 0);
  rmSync(filler);
  const recovered = await storm.more(50);
  await storm.settle('disk full', recovered);
});
