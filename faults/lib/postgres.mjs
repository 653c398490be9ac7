// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A PostgreSQL of one's own for the backends of a scenario.
import { startPostgres } from '../../provision/lib/postgres.mjs';

/**
 * Starts one; `database` is what the configuration of a backend says of it.
 *
 * @param options.home - folder of its binaries; those of this repository unless told
 */
export async function startDatabase(options) {
  const server = await startPostgres(options);
  const { hostname, port, username, password } = new URL(
    server.connectionString,
  );
  return {
    ...server,
    database: {
      client: 'pg',
      connection: {
        host: hostname,
        port: Number(port),
        user: username,
        password,
      },
    },
  };
}
