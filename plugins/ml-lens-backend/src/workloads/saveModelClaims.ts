// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { insertAll, selectIn } from '../database/sql';
import type { WorkloadEntity } from './entities';
import type { ModelClaimRow } from './rows';

/**
 * Keeps which models workloads name, and since when. Workloads without an
 * entity keep what they named: nobody takes it over while they are away.
 *
 * @param workloads - the entities that belong to each
 */
export async function saveModelClaims(
  tx: Knex.Transaction,
  workloads: ReadonlyMap<string, { members: readonly WorkloadEntity[] }>,
  at: string,
): Promise<void> {
  const keyOf = (row: Omit<ModelClaimRow, 'since'>) =>
    JSON.stringify([row.workload_id, row.source, row.model_name]);
  const wanted = new Map(
    [...workloads].flatMap(([workloadId, { members }]) =>
      members.flatMap(({ facts }) =>
        Object.entries(facts.models ?? {}).flatMap(([source, names]) =>
          names.map(name => {
            const row = {
              source: source as ModelClaimRow['source'],
              model_name: name,
              workload_id: workloadId,
              since: at,
              decision: null,
              owner_ref: null,
              decided_by: null,
            };
            return [keyOf(row), row] as const;
          }),
        ),
      ),
    ),
  );
  const rows = await selectIn<ModelClaimRow>(
    tx,
    'model_claims',
    'workload_id',
    workloads.keys(),
  );
  for (const row of rows) {
    if (!wanted.delete(keyOf(row))) {
      await tx('model_claims')
        .where({
          source: row.source,
          model_name: row.model_name,
          workload_id: row.workload_id,
        })
        .delete();
    }
  }
  await insertAll(tx, 'model_claims', [...wanted.values()]);
}
