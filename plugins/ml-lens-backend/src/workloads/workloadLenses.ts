// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';
import { chunksOf, selectIn, upsertAll } from '../database/sql';
import { WorkloadLensRow } from './rows';

/** Makes the lenses those of the records, beside the ones that were added. */
export async function saveLenses(
  tx: Knex.Transaction,
  records: readonly { workloadId: string; lensIds: readonly string[] }[],
): Promise<void> {
  for (const chunk of chunksOf(records, 500)) {
    const rowsOf = (added: boolean) =>
      tx<WorkloadLensRow>('workload_lenses')
        .whereIn(
          'workload_id',
          chunk.map(record => record.workloadId),
        )
        .where({ added });
    await rowsOf(false).delete();
    await rowsOf(true).update({ place: null });
  }
  await upsertAll(
    tx,
    'workload_lenses',
    ['workload_id', 'lens_id'],
    records.flatMap(({ workloadId, lensIds }) =>
      [...new Set(lensIds)].map((lensId, place) => ({
        workload_id: workloadId,
        lens_id: lensId,
        place,
      })),
    ),
  );
}

/** Lenses of workloads, by workload id: those of the annotation in front. */
export async function lensesOf(
  knex: Knex,
  workloadIds: Iterable<string>,
): Promise<Map<string, string[]>> {
  return byWorkload(
    await selectIn<WorkloadLensRow>(
      knex,
      'workload_lenses',
      'workload_id',
      workloadIds,
    ),
  );
}

/** Lenses of workloads from rows of `workload_lenses`, likewise. */
export function byWorkload(rows: WorkloadLensRow[]): Map<string, string[]> {
  const places = ({ place }: WorkloadLensRow) => place ?? Infinity;
  rows.sort(
    (a, b) => places(a) - places(b) || (a.lens_id < b.lens_id ? -1 : 1),
  );
  return new Map(
    [...Map.groupBy(rows, row => row.workload_id)].map(([id, own]) => [
      id,
      own.map(row => row.lens_id),
    ]),
  );
}
