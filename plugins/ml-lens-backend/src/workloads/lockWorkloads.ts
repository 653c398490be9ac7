// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { selectForUpdate } from '../database/sql';
import { WorkloadRow } from './rows';

/**
 * Holds workloads until the transaction ends. Whoever adds reviews to
 * workloads, or takes them away, holds the workloads first, so that no two do
 * so at once. SQLite has one writer anyway.
 */
export async function lockWorkloads(
  tx: Knex.Transaction,
  workloadIds: Iterable<string>,
): Promise<WorkloadRow[]> {
  return await selectForUpdate<WorkloadRow>(
    tx,
    'workloads',
    'workload_id',
    workloadIds,
  );
}
