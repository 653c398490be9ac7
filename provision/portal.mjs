// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The first command of a newcomer: `npm start` and `npm test` on a machine with
// no more than Node.js 20 and npm.
//
//   node provision/portal.mjs setup              install what is missing
//   node provision/portal.mjs start              … and run the demo portal
//   node provision/portal.mjs test [args]        … and run the tests
//   node provision/portal.mjs exec <cmd> [args]  … and run a command with Node.js 24 and Yarn 4

import path from 'node:path';
import { PortalError, provision, root, say } from './lib/provision.mjs';
import { runInForeground } from './lib/process.mjs';
import { assertPortsAreFree, buildApp, serveApp } from './lib/app.mjs';
import { announceWhenReady, readUrls } from './lib/ready.mjs';

const backstageCli = path.join(
  root,
  'node_modules/@backstage/cli/bin/backstage-cli',
);

// A build of the app, so that pages open as in production. `yarn dev` is for
// those who change it.
async function start(tools) {
  const urls = readUrls(tools);
  await assertPortsAreFree(urls);
  const stopServing = await serveApp(urls);
  let stopWaiting = () => {};
  try {
    await buildApp(tools);
    say('Starting the backend, Ctrl-C stops it …');
    stopWaiting = announceWhenReady(urls);
    return await runInForeground(
      tools.node,
      [backstageCli, 'package', 'start'],
      { cwd: path.join(root, 'packages/backend'), env: tools.env },
    );
  } finally {
    stopWaiting();
    stopServing();
  }
}

function test(tools, args) {
  const has = (...flags) => args.some(a => flags.includes(a.split('=')[0]));
  const defaults = [
    // Once, also in a terminal. `--watch` asks for more.
    ...(has('--watch', '--watchAll', '--no-watch') ? [] : ['--no-watch']),
    ...(has('--maxWorkers', '-w', '--runInBand', '-i')
      ? []
      : ['--maxWorkers=2']),
    // Jest's five seconds are short on a busy machine, in milliseconds.
    ...(has('--testTimeout') ? [] : ['--testTimeout=30000']),
  ];
  return runInForeground(
    tools.node,
    [
      path.join(root, 'provision/with-postgres.mjs'),
      tools.node,
      backstageCli,
      'repo',
      'test',
      ...defaults,
      ...args,
    ],
    { cwd: root, env: tools.env },
  );
}

function exec(tools, [command, ...args]) {
  if (!command) {
    throw new PortalError('exec needs a command');
  }
  return runInForeground(command, args, {
    cwd: root,
    env: tools.env,
    shell: process.platform === 'win32',
  });
}

const commands = { setup: () => 0, start, test, exec };

async function main([name, ...args]) {
  const command = commands[name];
  if (!command) {
    throw new PortalError(`use one of: ${Object.keys(commands).join(', ')}`);
  }
  return command(await provision(), args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PortalError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
