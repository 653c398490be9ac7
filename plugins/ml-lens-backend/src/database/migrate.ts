/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Where the migrations of this package are. */
export const migrationsDir = resolvePackagePath(
  '@ml-lens/backstage-plugin-ml-lens-backend',
  'migrations',
);

/**
 * The plugin's database client with the newest schema applied, unless the
 * operator runs migrations apart (`backend.database.skipMigrations`).
 */
export async function connectDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrateToLatest(knex);
  }
  return knex;
}

/**
 * Knex refuses to migrate while somebody else does, so that of several replicas
 * that start at once all but one would fail. On PostgreSQL they wait in line:
 * for a lock that ends with the transaction, or with a process that dies.
 */
async function migrateToLatest(knex: Knex): Promise<void> {
  if (knex.client.config.client !== 'pg') {
    await knex.migrate.latest({ directory: migrationsDir });
    return;
  }
  await knex.transaction(async tx => {
    // Plugins may share a database, each in a schema of its own.
    await tx.raw(
      `select pg_advisory_xact_lock(hashtext(concat('ml-lens migrations of ', current_schema())))`,
    );
    await tx.migrate.latest({ directory: migrationsDir });
  });
}
