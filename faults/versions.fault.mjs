// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Two versions side by side, as while a portal is upgraded one replica at a
// time. There is one release only, so the newer version is what the rules allow
// it to be: the same code, on a schema to which a migration has added something
// that the older one does not know, and at newer versions of the lens.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { createSite, startBackend, undoing } from './lib/backend.mjs';
import { startDatabase } from './lib/postgres.mjs';
import { startStorm } from './lib/storm.mjs';

const knex = createRequire(
  new URL('../plugins/ml-lens-backend/package.json', import.meta.url),
)('knex');

/** What a next version may do to the schema: add, and fill what it added. */
async function migrateToNext(database) {
  await database.transaction(async tx => {
    await tx.schema.createTable('next_things', table => {
      table.string('review_id').primary();
    });
    await tx.schema.alterTable('reviews', table => {
      table.string('next_note').defaultTo('none');
    });
    await tx.schema.alterTable('answer_events', table => {
      table.string('next_note').nullable();
    });
    await tx('knex_migrations').insert({
      name: '20991231000000_next.js',
      batch: 99,
      migration_time: new Date().toISOString(),
    });
  });
}

async function publishNext(backend, site) {
  const { text } = await backend.ask(`/lenses/${site.lens}/export`);
  const body = { ...JSON.parse(text), id: site.lens, version: 'next' };
  for (const [target, wanted] of [
    ['/lenses', 201],
    [`/lenses/${site.lens}/versions/next/publish`, 200],
  ]) {
    const answer = await backend.ask(target, {
      method: 'POST',
      body: wanted === 201 ? body : undefined,
    });
    assert.equal(answer.status, wanted, answer.text);
  }
}

async function sideBySide(site, name, older, newer, connection) {
  const database = knex(connection);
  try {
    const storm = startStorm(site, [...new Set([older, newer])]);
    await storm.more(50);
    await migrateToNext(database);
    const recovered = await storm.more(50);
    await publishNext(newer, site);
    // The new version writes; the old one reads and writes the same reviews.
    const moved = await newer.ask(
      `/workloads/${site.ids[0]}/reviews/${site.lens}/upgrade`,
      { method: 'POST', body: { version: 'next' } },
    );
    assert.ok(moved.status < 300, moved.text);
    await storm.more(50);
    // Restarted, or rolled back to, while the schema is ahead of it.
    await older.kill();
    older.launch();
    await older.ready();
    await storm.more(50);
    assert.deepEqual(storm.unexpected(), []);
    await storm.settle(`schema ahead of the code, ${name}`, recovered);
  } finally {
    await database.destroy();
  }
}

test('an older replica beside a newer one, PostgreSQL', async t => {
  const undo = undoing(t);
  const server = await startDatabase();
  undo(server.stop);
  const { database } = server;
  const site = createSite({ workloads: 8, database });
  undo(site.remove);
  const older = await startBackend(site);
  undo(older.kill);
  const newer = await startBackend(site);
  undo(newer.kill);
  await sideBySide(site, 'PostgreSQL', older, newer, {
    client: 'pg',
    connection: {
      ...database.connection,
      database: 'backstage_plugin_ml-lens',
    },
  });
});
