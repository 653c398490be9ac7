// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// PostgreSQL for a portal, and what companies put around it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../provision/lib/postgres.mjs';
import { freePort } from '../../lib/net.mjs';
import { serve, stop, work } from './work.mjs';

export { startPostgres };

/** The `backend.database` of a server. */
export function databaseOf(server, more = {}) {
  const { connection, ...rest } = more;
  const { hostname, username, password } = new URL(server.connectionString);
  return {
    client: 'pg',
    connection: {
      host: hostname,
      port: Number(server.port),
      user: username,
      password,
      ...connection,
    },
    ...rest,
  };
}

/** Runs statements as the administrator. */
export async function administrate(server, database, statements) {
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const accepts = port =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

/** Puts PgBouncer in front of a server, in transaction mode. */
export async function startPgBouncer(server) {
  const port = await freePort();
  const { username, password } = new URL(server.connectionString);
  const folder = path.join(work, 'pgbouncer');
  mkdirSync(folder, { recursive: true });
  const users = path.join(folder, 'users.txt');
  const config = path.join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"${username}" "${password}"\n`);
  writeFileSync(
    config,
    `[databases]
* = host=127.0.0.1 port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 5
max_client_conn = 500
`,
  );
  // It does not run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const { child } = await serve('pgbouncer', 'pgbouncer', [...user, config], {
    cwd: folder,
    isReady: () => accepts(port),
    minutes: 0.5,
  });
  return {
    port,
    connectionString: server.connectionString,
    stop: () => stop(child),
  };
}
