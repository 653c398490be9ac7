// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInForeground } from './process.mjs';

const node = process.execPath;
const here = path.dirname(fileURLToPath(import.meta.url));

test('passes the exit code on', async () => {
  assert.equal(await runInForeground(node, ['-e', 'process.exit(3)']), 3);
});

test('reports a signal as the shell does', async () => {
  const script = 'process.kill(process.pid, "SIGTERM")';
  assert.equal(await runInForeground(node, ['-e', script]), 143);
});

test('rejects when the command does not exist', async () => {
  await assert.rejects(runInForeground('no-such-command', []), /ENOENT/);
});

test(
  'a signal ends the command and what it started',
  { timeout: 15_000 },
  async () => {
    // The command starts a process of its own, which prints its pid and waits.
    const inner = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const command = `
    require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
      inner,
    )}], { stdio: 'inherit' });
    setInterval(() => {}, 1000);`;
    const outer = `
    import { runInForeground } from ${JSON.stringify(
      path.join(here, 'process.mjs'),
    )};
    process.exitCode = await runInForeground(process.execPath, ['-e', ${JSON.stringify(
      command,
    )}]);`;
    const child = spawn(node, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [chunk] = await once(child.stdout, 'data');
    const grandchild = Number(String(chunk));
    process.kill(grandchild, 0); // it runs

    child.kill('SIGTERM');
    // The pipe closes when the last process that holds it has ended.
    await once(child, 'close');
  },
);
