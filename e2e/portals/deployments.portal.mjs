// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Ways in which companies run their portal. Each starts the deployed portal anew.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { freePort } from '../lib/net.mjs';
import { answerFirst, call, worksFor } from './lib/api.mjs';
import {
  answerNext,
  enter,
  openFromSidebar,
  openTab,
  useBrowser,
} from './lib/browser.mjs';
import { deployedCurrent } from './lib/current.mjs';
import { blocksOf } from '../lib/docs.mjs';
import {
  databaseOf,
  administrate,
  startPgBouncer,
  startPostgres,
} from './lib/postgres.mjs';
import { startDeployed } from './lib/production.mjs';
import { startStrippingProxy } from './lib/proxy.mjs';
import { root, work } from './lib/work.mjs';

const PLUGINS = [
  'app',
  'auth',
  'catalog',
  'events',
  'kubernetes',
  'mcp-actions',
  'ml-lens',
  'notifications',
  'permission',
  'proxy',
  'scaffolder',
  'search',
  'signals',
  'techdocs',
  'user-settings',
];

describe('a portal in production', () => {
  const openPage = useBrowser();
  let folder;
  let postgres;
  before(async () => {
    folder = await deployedCurrent();
    postgres = await startPostgres();
  });
  after(() => postgres?.stop());

  /** Starts the portal for as long as something is tried on it. */
  async function on(name, options, attempt) {
    const running = await startDeployed(folder, name, options);
    try {
      return await attempt(running);
    } finally {
      running.stop();
    }
  }

  it('works below a path, behind a proxy that strips it', async () => {
    const [port, outside] = [await freePort(), await freePort()];
    const proxy = await startStrippingProxy(outside, '/portal', port);
    const url = `http://localhost:${outside}/portal`;
    try {
      await on('sub-path', { port, url }, async () => {
        const page = await openPage(url);
        await enter(page);
        await openFromSidebar(page);
        assert.match(page.url(), /\/portal\/ml-lens\//);
        await openTab(page);
        await answerNext(page);
        assert.deepEqual(page.complaints, []);
      });
    } finally {
      proxy.stop();
    }
  });

  it('works in schemas, with a role that may create none', async () => {
    await administrate(postgres, 'postgres', [
      "CREATE ROLE limited LOGIN PASSWORD 'limited'",
      'CREATE DATABASE portal',
    ]);
    await administrate(postgres, 'portal', [
      'REVOKE ALL ON SCHEMA public FROM PUBLIC',
      // Migrations of the catalog need temporary tables.
      'REVOKE CREATE ON DATABASE portal FROM PUBLIC',
      ...PLUGINS.map(id => `CREATE SCHEMA "${id}" AUTHORIZATION limited`),
    ]);
    const database = databaseOf(postgres, {
      pluginDivisionMode: 'schema',
      ensureExists: false,
      ensureSchemaExists: false,
      connection: { database: 'portal', user: 'limited', password: 'limited' },
    });
    await on('schema', { config: { backend: { database } } }, ({ url }) =>
      worksFor(url),
    );
  });

  it('works behind PgBouncer in transaction mode', async () => {
    const bouncer = await startPgBouncer(postgres);
    try {
      const database = databaseOf(bouncer, { prefix: 'bounced_' });
      await on('pgbouncer', { config: { backend: { database } } }, ({ url }) =>
        worksFor(url),
      );
    } finally {
      bouncer.stop();
    }
  });

  it('works on a root file system that nobody can write to', async t => {
    const wrap = [
      'bwrap',
      ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc'],
      ...['--tmpfs', '/tmp', '--ro-bind', root, root],
      ...['--ro-bind', work, work, '--chdir', folder],
    ];
    const { status, stderr } = spawnSync(wrap[0], [...wrap.slice(1), 'true'], {
      encoding: 'utf8',
    });
    if (status !== 0) {
      t.skip(`bubblewrap cannot make one here: ${stderr}`);
      return;
    }
    const database = databaseOf(postgres, { prefix: 'read_only_' });
    await on(
      'read-only',
      { wrap, config: { backend: { database } } },
      ({ url }) => worksFor(url),
    );
  });

  it('gives a token of the documents what it is for, and no more', async () => {
    const [{ text }] = blocksOf('docs/operations.md', 'Tokens for pipelines');
    const config = parse(text);
    const env = {
      ML_LENS_REPORT_TOKEN: 'reads-and-nothing-else-0000000000',
      ML_LENS_PIPELINE_TOKEN: 'may-do-all-of-ml-lens-0000000000',
    };
    await on('tokens', { config, env }, async ({ url }) => {
      await worksFor(url);
      const reader = env.ML_LENS_REPORT_TOKEN;
      const list = '/ml-lens/scorecards/by-query?lens=aws-ml-lens';
      const read = await call(url, reader, 'GET', list);
      assert.equal(read.status, 200);
      assert.equal(read.body.items.length, 1);
      assert.equal((await answerFirst(url, reader)).status, 403);
      const pipeline = env.ML_LENS_PIPELINE_TOKEN;
      assert.equal((await answerFirst(url, pipeline)).status, 200);
      for (const token of Object.values(env)) {
        const other = await call(url, token, 'GET', '/catalog/entities');
        assert.equal(other.status, 403);
      }
    });
  });
});
