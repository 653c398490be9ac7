// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CompiledLens, LensLevel } from '@ml-lens/lens-model';
import { Knex } from 'knex';
import { lockWorkloads } from '../workloads/lockWorkloads';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { ensureReviews } from './ensureReviews';

/**
 * Begins the review of a workload with a lens its annotation does not name.
 * The lens is listed with the workload from then on. Does nothing where the
 * review exists.
 *
 * @param lens - a published version
 */
export async function beginReview(
  tx: Knex.Transaction,
  workloadId: string,
  lens: CompiledLens,
  at: string,
  levels: (lens: CompiledLens) => readonly LensLevel[],
): Promise<void> {
  await lockWorkloads(tx, [workloadId]);
  await new WorkloadStore(tx).addLens(tx, workloadId, lens.id);
  await ensureReviews(
    tx,
    { lenses: new Map([[lens.id, lens]]), levels },
    [workloadId],
    at,
  );
}
