// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A backend of the demo portal, from the sources, that can be broken.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../e2e/lib/net.mjs';

const backendFolder = path.resolve(
  import.meta.dirname,
  '../../packages/backend',
);

/** How long something may take to happen, in milliseconds. */
const PATIENCE = 120_000;

const LENS = 'aws-ml-lens';

/** Waits until something is so; gives what it is. */
export async function until(what, probe) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await probe().catch(() => undefined);
    if (found) return found;
    if (Date.now() > end) throw new Error(`It took too long: ${what}`);
    await delay(250);
  }
}

/** What is to be undone at the end of a test, the last thing first. */
export function undoing(t) {
  const steps = [];
  t.after(async () => {
    for (const step of steps.reverse()) await step();
  });
  return step => steps.push(step);
}

const entity = (kind, name, spec, annotations = {}) =>
  JSON.stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations },
    spec,
  });

const described = (text, description) => {
  const { metadata, ...rest } = JSON.parse(text);
  return JSON.stringify({
    ...rest,
    metadata: { ...metadata, title: description },
  });
};

/** What backends share: a folder, a catalog of so many workloads, a database. */
export function createSite({ workloads, database }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-lens-faults-'));
  const catalog = path.join(folder, 'catalog.yaml');
  const ids = Array.from({ length: workloads }, (_, index) => `w-${index}`);
  const people = [
    entity('Group', 'crew', { type: 'team', children: [] }),
    entity('User', 'mika', { memberOf: ['crew'] }),
  ];
  const services = ids.map(id =>
    entity(
      'Component',
      id,
      { type: 'ml-service', lifecycle: 'production', owner: 'crew' },
      { 'ml-lens.io/workload': id },
    ),
  );
  const write = entities => writeFileSync(catalog, entities.join('\n---\n'));
  const fill = () => write([...people, ...services]);
  fill();
  const gone = new AbortController();
  return {
    folder,
    catalog,
    ids,
    lens: LENS,
    /** Aborted once the site is removed: nobody goes on with it. */
    gone: gone.signal,
    fill,
    /** As it is with `fill`, but other entities: a sync has something to do. */
    edit: note =>
      write([...people, ...services.map(text => described(text, note))]),
    empty: () => write(people),
    database: database ?? {
      client: 'better-sqlite3',
      connection: { directory: path.join(folder, 'db') },
    },
    remove: () => {
      gone.abort();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a backend and waits until it knows the workloads.
 *
 * @param options.env - more environment for its process
 * @param options.catalog - where it asks the catalog; by default itself.
 *   Gets its address and gives the one to ask
 * @param options.origin - of pages that may ask it
 */
export async function startBackend(site, { env = {}, catalog, origin } = {}) {
  const port = await freePort();
  const folder = path.join(site.folder, `backend-${port}`);
  mkdirSync(folder);
  const config = path.join(folder, 'app-config.yaml');
  const log = path.join(folder, 'log');
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(
    config,
    JSON.stringify({
      app: { title: 'Faults', baseUrl: url },
      organization: { name: 'Faults' },
      backend: {
        baseUrl: url,
        listen: { port, host: '127.0.0.1' },
        database: site.database,
        ...(origin && { cors: { origin, credentials: true } }),
      },
      ...(catalog && {
        discovery: {
          endpoints: [
            { target: { internal: catalog(url) }, plugins: ['catalog'] },
          ],
        },
      }),
      // Backstage's e-mail module starts with nothing less; nothing is sent.
      notifications: {
        processors: {
          email: {
            transportConfig: { transport: 'stream' },
            sender: 'portal@example.com',
          },
        },
      },
      auth: {
        environment: 'development',
        providers: { demo: { development: {} } },
      },
      permission: { enabled: true },
      catalog: {
        rules: [{ allow: ['Component', 'Location', 'Group', 'User'] }],
        processingInterval: { seconds: 3 },
        locations: [{ type: 'file', target: site.catalog }],
      },
      mlLens: {
        demo: {
          users: {
            mika: {
              entityRef: 'user:default/mika',
              role: 'platform-engineer',
              displayName: 'Petra',
              title: 'Platform engineer',
              description: 'May do everything',
            },
          },
        },
      },
    }),
  );
  let child;
  let token;
  const launch = () => {
    const output = openSync(log, 'a');
    child = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src',
        '--config',
        config,
      ],
      {
        cwd: backendFolder,
        stdio: ['ignore', output, output],
        env: {
          ...process.env,
          NODE_ENV: 'development',
          LOG_LEVEL: 'warn',
          ...env,
        },
      },
    );
  };

  const signIn = async () => {
    const response = await fetch(`${url}/api/auth/demo/refresh`, {
      headers: { 'x-demo-user': 'mika' },
      signal: AbortSignal.timeout(10_000),
    });
    token = (await response.json()).backstageIdentity.token;
  };

  /**
   * The status and the text of an answer; rejects where there is none.
   * A body is sent as JSON, text as it is.
   */
  const ask = async (
    target,
    { method = 'GET', body, patienceMs = 20_000 } = {},
  ) => {
    if (!token) await signIn();
    const isText = typeof body === 'string';
    const response = await fetch(`${url}/api/ml-lens${target}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && {
          'content-type': isText ? 'application/x-ndjson' : 'application/json',
        }),
      },
      body: isText ? body : body && JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status === 401) token = undefined;
    return { status: response.status, text: await response.text() };
  };
  const get = async target => {
    const { status, text } = await ask(target);
    if (status !== 200) throw new Error(`${target}: ${status} ${text}`);
    return JSON.parse(text);
  };
  const last = site.ids.at(-1);
  const ready = () =>
    until(`a backend that knows its workloads, see ${log}`, async () => {
      if (child.exitCode !== null) {
        throw new Error(readFileSync(log, 'utf8').slice(-2000));
      }
      return await get(`/workloads/${last}/reviews/${LENS}`);
    });
  const kill = async signal => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };

  launch();
  try {
    await ready();
  } catch (error) {
    await kill('SIGKILL');
    throw error;
  }
  return {
    url,
    ask,
    get,
    ready,
    kill: () => kill('SIGKILL'),
    launch,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
  };
}
