// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Starts real systems for a test, and asks them through our own modules.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { setTimeout as delay } from 'node:timers/promises';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');

/** A file of a module's sources. */
export const source = (module, file) =>
  require(`../plugins/ml-lens-backend-module-${module}/src/${file}`);

/** A file of the backend's sources. */
const backend = file => require(`../plugins/ml-lens-backend/src/${file}`);

/** The Python of the environment, and what to say where there is none. */
export const python = process.env.SYSTEMS_PYTHON;
export const withoutPython = python
  ? false
  : 'No Python environment with MLflow and moto can be made';

/** How many models there are, with how many versions each. */
export const MANY = process.env.SYSTEMS_QUICK ? 20 : 200;
export const EACH = 20;

/** A program of that environment. */
export const pythonProgram = name => path.join(path.dirname(python), name);

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

/** Starts a Prometheus with a configuration. @returns where it answers */
export async function startPrometheus(t, { folder, port, config }) {
  const file = path.join(folder, 'prometheus.yml');
  // YAML understands JSON.
  writeFileSync(file, JSON.stringify(config));
  const url = `http://127.0.0.1:${port}`;
  await start(t, {
    command: 'prometheus',
    args: [
      `--config.file=${file}`,
      `--storage.tsdb.path=${folder}/data`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    ready: `${url}/-/ready`,
  });
  return url;
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

/** Everything a source says goes wrong, by name. */
export async function problemsOf(modelSource, names) {
  const facts = await factsOf(modelSource, names);
  return Object.fromEntries(
    [...facts].map(([name, { problem }]) => [name, problem]),
  );
}

/** Makes a certificate for this moment; undefined where there is no openssl. */
function certificateIn(folder, name) {
  const made = spawnSync(
    'openssl',
    `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=${name} -addext subjectAltName=IP:127.0.0.1 -keyout ${name}.key -out ${name}.pem`.split(
      ' ',
    ),
    { cwd: folder, stdio: 'ignore' },
  );
  if (made.status !== 0) return undefined;
  const [key, cert] = ['key', 'pem'].map(kind =>
    readFileSync(path.join(folder, `${name}.${kind}`), 'utf8'),
  );
  return { key, cert };
}

/** A certificate that this process trusts from now on, and one that it does not. */
export async function twoCertificates(t) {
  const folder = folderFor(t);
  const [good, bad] = ['good', 'bad'].map(name => certificateIn(folder, name));
  if (!good || !bad) return undefined;
  setDefaultCACertificates([...getCACertificates('default'), good.cert]);
  return { good, bad };
}

/**
 * A server whose certificate nobody trusts.
 *
 * @returns its address; undefined where there is no openssl
 */
export async function untrustedServer(t) {
  const certificate = certificateIn(folderFor(t), 'untrusted');
  if (!certificate) return undefined;
  const server = createServer(certificate, (request, response) =>
    response.end('{}'),
  );
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => server.close());
  return `https://127.0.0.1:${server.address().port}`;
}

/** What the backend's own collector and store know of a model after each run. */
export async function knowledgeOf(t, name) {
  const { connectDatabase } = backend('database/migrate');
  const { ModelCollector } = backend('models/ModelCollector');
  const { ModelStore } = backend('models/ModelStore');
  const knex = require('knex')({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  t.after(() => knex.destroy());
  await connectDatabase({ getClient: async () => knex });
  await knex('model_claims').insert({
    source: 'mlflow',
    model_name: name,
    workload_id: 'fraud',
    since: new Date().toISOString(),
  });
  const logger = { warn() {}, debug() {}, child: () => logger };
  const models = new ModelStore(knex);
  const collector = new ModelCollector({
    clock: () => new Date().toISOString(),
    logger,
    models,
    counts: { updateAll: async () => {} },
    versions: { take: async () => {} },
    changes: { changed() {} },
  });
  return {
    async after(modelSource) {
      await collector.run(modelSource, AbortSignal.timeout(60_000));
      const known = await models.known([{ source: 'mlflow', name }]);
      return known.get(`mlflow:${name}`);
    },
  };
}
