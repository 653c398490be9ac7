// Starts real systems for a test, and asks them through our own modules.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');

/** A file of a module's sources. */
export const source = (module, file) =>
  require(`../plugins/ml-lens-backend-module-${module}/src/${file}`);

/** A folder that goes with the test. */
export function folderFor(t) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-lens-systems-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a program and waits until it answers; ends with the test. */
export async function start(
  t,
  { command, args, ready, env, patienceMs = 90_000 },
) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
    detached: true,
  });
  let said = '';
  child.stderr.on('data', data => {
    said = `${said}${data}`.slice(-2000);
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    }
  };
  t.after(stop);
  const end = Date.now() + patienceMs;
  for (;;) {
    const ok = await fetch(ready).then(
      response => response.ok,
      () => false,
    );
    if (ok) return { stop };
    if (child.exitCode !== null || Date.now() > end) {
      throw new Error(`${command} does not start: ${said}`);
    }
    await delay(250);
  }
}

/** Runs a program to its end; gives the lines it printed. */
export async function linesOf(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let said = '';
  child.stdout.on('data', data => {
    out += data;
  });
  child.stderr.on('data', data => {
    said = `${said}${data}`.slice(-2000);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} failed: ${said}`);
  return out.split('\n').filter(Boolean);
}

/** Everything a source says of some names, by name. */
export async function factsOf(modelSource, names) {
  const facts = new Map();
  const request = {
    names,
    logger: { warn() {}, debug() {}, info() {}, error() {} },
    signal: AbortSignal.timeout(120_000),
  };
  for await (const fact of modelSource.read(request)) {
    facts.set(fact.name, fact);
  }
  return facts;
}
