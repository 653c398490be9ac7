// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { startPostgres } from './postgres.mjs';
import { root } from './provision.mjs';

const pg = createRequire(path.join(root, 'packages/backend/package.json'))(
  'pg',
);

test('starts a server that sorts as people do, and leaves nothing behind', async () => {
  const server = await startPostgres();
  try {
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    const { rows } = await client.query(
      "select x from (values ('b'), ('A'), ('a'), ('B')) t(x) order by x",
    );
    await client.end();
    assert.deepEqual(
      rows.map(row => row.x),
      ['a', 'A', 'b', 'B'],
    );
  } finally {
    await server.stop();
  }
  const own = fs
    .readdirSync(path.join(root, '.cache/postgres'))
    .filter(name => name.startsWith(`run-${process.pid}-`));
  assert.deepEqual(own, []);
});
