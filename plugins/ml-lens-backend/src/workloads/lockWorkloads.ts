// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { chunksOf } from '../database/sql';
import { WorkloadRow } from './rows';

/**
 * Holds workloads until the transaction ends. Whoever adds reviews to
 * workloads, or takes them away, holds the workloads first, so that no two do
 * so at once. Always in the same order; SQLite has one writer anyway.
 */
export async function lockWorkloads(
  tx: Knex.Transaction,
  workloadIds: Iterable<string>,
): Promise<WorkloadRow[]> {
  const rows: WorkloadRow[] = [];
  for (const chunk of chunksOf([...new Set(workloadIds)].sort(), 500)) {
    rows.push(
      ...(await tx<WorkloadRow>('workloads')
        .whereIn('workload_id', chunk)
        .orderBy('workload_id')
        .forUpdate()
        .select()),
    );
  }
  return rows;
}
