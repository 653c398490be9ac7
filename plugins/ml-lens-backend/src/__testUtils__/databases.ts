// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { connectDatabase } from '../database/migrate';

/**
 * The engines stores are tested on: SQLite always, PostgreSQL where the
 * environment names a server. Called at the top of a test file.
 */
export function testDatabases() {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
  return {
    ids: databases.eachSupportedId(),
    /** An empty database with the plugin's schema. */
    async create(id: TestDatabaseId) {
      const knex = await databases.init(id);
      return await connectDatabase(mockServices.database({ knex }));
    },
  };
}
