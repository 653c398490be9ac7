/* An empty database with the plugin's schema, on SQLite or PostgreSQL. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../lib/postgres.mjs';
import { connectDatabase, createKnex } from './sources.mts';

const folder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));

export interface Database {
  engine: 'sqlite' | 'postgres';
  knex: any;
  version: string;
  /** Connection string of a server; nothing for a file. */
  connection?: string;
  close(): Promise<void>;
}

export async function openSqlite(): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const filename = path.join(folder, `bench-${process.pid}.sqlite`);
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  await migrate(knex);
  const [{ version }] = await knex.raw('select sqlite_version() as version');
  return {
    engine: 'sqlite',
    knex,
    version: `SQLite ${version}`,
    async close() {
      await knex.destroy();
      for (const suffix of ['', '-journal', '-wal', '-shm']) {
        rmSync(filename + suffix, { force: true });
      }
    },
  };
}

export async function openPostgres(): Promise<Database> {
  const server = await startPostgres();
  const knex = createKnex({
    client: 'pg',
    connection: server.connectionString,
    pool: { min: 0, max: 10 },
  });
  await migrate(knex);
  return {
    engine: 'postgres',
    knex,
    version: `PostgreSQL ${server.version}`,
    connection: server.connectionString,
    async close() {
      await knex.destroy();
      await server.stop();
    },
  };
}

async function migrate(knex: any) {
  await connectDatabase({ getClient: async () => knex });
}
