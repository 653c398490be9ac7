// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* A PostgreSQL that writes as one whose data counts, with the plugin's tables. */
import { startPostgres } from '../provision/lib/postgres.mjs';
import { connectDatabase, createKnex } from './sources.mts';

export interface Database {
  knex: any;
  version: string;
  connection: string;
  /** The process of the server. */
  pid: number;
  close(): Promise<void>;
}

export async function openDatabase(): Promise<Database> {
  const server = await startPostgres({ durable: true });
  const knex = createKnex({
    client: 'pg',
    connection: server.connectionString,
    pool: { min: 0, max: 10 },
  });
  await connectDatabase({ getClient: async () => knex });
  return {
    knex,
    version: `PostgreSQL ${server.version}`,
    connection: server.connectionString,
    pid: server.pid,
    async close() {
      await knex.destroy();
      await server.stop();
    },
  };
}
