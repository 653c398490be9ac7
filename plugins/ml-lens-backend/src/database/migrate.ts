// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readdir } from 'node:fs/promises';

/** Where the migrations of this package are. */
export const migrationsDir = resolvePackagePath(
  '@ml-lens/backstage-plugin-ml-lens-backend',
  'migrations',
);

/**
 * Migrations of a newer version do not stop this one: while a portal is
 * upgraded one replica at a time, or taken back, the schema is ahead of some of
 * the code. What a migration may do is chosen so that this works.
 */
const MIGRATIONS = {
  directory: migrationsDir,
  disableMigrationsListValidation: true,
};

/**
 * The plugin's database client with the newest schema applied, unless the
 * operator runs migrations apart (`backend.database.skipMigrations`).
 */
export async function connectDatabase(
  database: DatabaseService,
  logger?: LoggerService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrateToLatest(knex);
    const newer = await newerMigrations(knex);
    if (newer.length > 0) {
      logger?.warn(
        `The database is that of a newer version of ML Lens (${newer.join(
          ', ',
        )}). This version goes on with it, and should not for long`,
      );
    }
  }
  return knex;
}

/** Names of the migrations that were done and that this version does not know. */
async function newerMigrations(knex: Knex): Promise<string[]> {
  const known = new Set(await readdir(migrationsDir));
  const done: string[] = await knex('knex_migrations').pluck('name');
  return done.filter(name => !known.has(name));
}

/**
 * Knex refuses to migrate while somebody else does, so that of several replicas
 * that start at once all but one would fail. On PostgreSQL they wait in line:
 * for a lock that ends with the transaction, or with a process that dies.
 */
async function migrateToLatest(knex: Knex): Promise<void> {
  if (knex.client.config.client !== 'pg') {
    await knex.migrate.latest(MIGRATIONS);
    return;
  }
  await knex.transaction(async tx => {
    // Plugins may share a database, each in a schema of its own.
    await tx.raw(
      `select pg_advisory_xact_lock(hashtext(concat('ml-lens migrations of ', current_schema())))`,
    );
    await tx.migrate.latest(MIGRATIONS);
  });
}
