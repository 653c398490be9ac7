// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The folder the portals are made in, outside of the repository: nothing of
// ours may be found from there by walking up. Downloads alone are kept, in
// .cache/portals.
import { spawn } from 'node:child_process';
import {
  closeSync,
  createWriteStream,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { followNpmRegistry, root } from '../../../provision/lib/provision.mjs';

export { root };
export const cache = path.join(root, '.cache/portals');

/** Set by `e2e/portals/run`. */
export const work = process.env.ML_LENS_PORTALS_WORK;

const MINUTES = 10;

/**
 * What a stranger has: Node.js and Yarn, none of the commands and variables of
 * this repository.
 */
export function strangersEnv(more = {}) {
  const own = path.join(root, 'node_modules');
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_|INIT_CWD|PROJECT_CWD|BERRY_|NODE_OPTIONS|NODE_TEST_|ML_LENS_|APP_CONFIG_)/.test(
          name,
        ),
    ),
  );
  followNpmRegistry(env);
  return {
    ...env,
    PATH: env.PATH.split(path.delimiter)
      .filter(folder => !folder.startsWith(own))
      .join(path.delimiter),
    CI: '',
    YARN_ENABLE_TELEMETRY: '0',
    YARN_GLOBAL_FOLDER: path.join(cache, 'yarn'),
    ...more,
  };
}

const running = new Set();

/** Ends a process and everything it has started. */
export function stop(child) {
  running.delete(child);
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

// What was started ends with us, however we end.
process.on('exit', () => running.forEach(stop));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => process.exit(1));
}

/** Starts a process in a group of its own, with a stranger's environment. */
export function start(command, args, options) {
  const child = spawn(command, args, {
    ...options,
    env: strangersEnv(options.env),
    detached: true,
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** The log of a step; its name says which. */
export function logFile(name) {
  const folder = path.join(work, 'logs');
  mkdirSync(folder, { recursive: true });
  return path.join(
    folder,
    `${name.replace(/[^\w.-]+/g, '-').slice(0, 100)}.log`,
  );
}

/** The last lines of a log, without those that say nothing about a failure. */
const tailOf = file =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => !line.includes('/.backstage/health/'))
    .slice(-40)
    .map(line => line.slice(0, 300))
    .join('\n');

/**
 * Starts a server and waits until it is ready.
 *
 * @param name of its log
 * @param isReady asked again and again
 * @param minutes it may take
 * @returns the process, and the path of its log
 */
export async function serve(name, command, args, options) {
  const { cwd, env, isReady, minutes = 3 } = options;
  const log = logFile(name);
  const output = openSync(log, 'w');
  const child = start(command, args, {
    cwd,
    env,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const end = Date.now() + minutes * 60_000;
  // A backend that cannot start says so and may stay.
  const failed = () =>
    child.exitCode !== null ||
    /Unhandled rejection|startup failed/.test(readFileSync(log, 'utf8'));
  while (!(await isReady())) {
    if (Date.now() > end || failed()) {
      stop(child);
      throw new Error(`${name} did not start:\n${tailOf(log)}`);
    }
    await delay(500);
  }
  return { child, log };
}

/**
 * Runs a command to its end, or ten minutes at most.
 *
 * @returns what it printed
 * @throws with the end of its output, where it fails
 */
export async function exec(command, args, options = {}) {
  const { cwd = work, env, minutes = MINUTES } = options;
  const words = [command, ...args].join(' ');
  const log = logFile(`${Date.now()} ${path.basename(cwd)} ${words}`);
  const file = createWriteStream(log);
  let output = '';
  const code = await new Promise((resolve, reject) => {
    const child = start(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => stop(child), minutes * 60_000);
    const keep = chunk => {
      output += chunk;
      file.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', status => {
      clearTimeout(timer);
      file.end(() => resolve(status));
    });
  });
  if (code !== 0) {
    throw new Error(
      `${words} failed in ${cwd} (${code ?? 'stopped'}):\n${tailOf(log)}`,
    );
  }
  return output;
}
