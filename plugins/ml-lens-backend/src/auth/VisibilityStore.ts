// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { insertAll } from '../database/sql';
import { inTransaction } from '../database/transaction';
import { MEMBER_STATES } from '../workloads/membership';

/** The workloads a viewer may see, kept for a short while for lists. */
export class VisibilityStore {
  constructor(private readonly knex: Knex) {}

  /** When a viewer's set expires, if it is of this generation and has not. */
  async findFresh(
    viewerKey: string,
    generation: number,
    at: string,
  ): Promise<string | undefined> {
    const row = await this.knex('viewer_sets')
      .where({ viewer_key: viewerKey, generation })
      .where('expires_at', '>', at)
      .first('expires_at');
    return row?.expires_at;
  }

  /** Ids of the workloads that entities belong to; pending links do not count. */
  async workloadsOf(entityRefs: readonly string[]): Promise<string[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const rows = await this.knex('workload_entities')
      .whereIn('entity_ref', [...entityRefs])
      .whereNotNull('workload_id')
      .whereIn('link_state', MEMBER_STATES)
      .distinct('workload_id');
    return rows.map(row => row.workload_id);
  }

  /** Entities of workloads after `after`, by ref, at most `limit`. */
  async linksOf(
    workloadIds: readonly string[],
    options: { after?: string; limit: number },
  ): Promise<{ entityRef: string; workloadId: string }[]> {
    if (workloadIds.length === 0) {
      return [];
    }
    const { after, limit } = options;
    return await this.knex('workload_entities')
      .whereIn('workload_id', [...workloadIds])
      .whereIn('link_state', MEMBER_STATES)
      .modify(
        query =>
          after !== undefined && query.andWhere('entity_ref', '>', after),
      )
      .orderBy('entity_ref')
      .limit(limit)
      .select({ entityRef: 'entity_ref', workloadId: 'workload_id' });
  }

  /** The workloads of a viewer's set, as it is now. */
  async load(viewerKey: string): Promise<Set<string>> {
    const ids: string[] = await this.knex('viewer_visibility')
      .where('viewer_key', viewerKey)
      .pluck('workload_id');
    return new Set(ids);
  }

  /** Replaces a viewer's set. Readers see the old one until it is complete. */
  async save(
    viewerKey: string,
    workloadIds: ReadonlySet<string>,
    generation: number,
    expiresAt: string,
  ): Promise<void> {
    await inTransaction(this.knex, async tx => {
      // Taking the row of the set first makes concurrent writers wait in line.
      await tx('viewer_sets')
        .insert({
          viewer_key: viewerKey,
          generation,
          expires_at: expiresAt,
        })
        .onConflict(['viewer_key'])
        .merge();
      await tx('viewer_visibility').where('viewer_key', viewerKey).delete();
      await insertAll(
        tx,
        'viewer_visibility',
        [...workloadIds].map(id => ({
          viewer_key: viewerKey,
          workload_id: id,
        })),
      );
    });
  }

  /** Drops the sets that expired before an instant. */
  async dropExpired(before: string): Promise<void> {
    await inTransaction(this.knex, async tx => {
      const expired = tx('viewer_sets')
        .where('expires_at', '<', before)
        .select('viewer_key');
      await tx('viewer_visibility').whereIn('viewer_key', expired).delete();
      await tx('viewer_sets').where('expires_at', '<', before).delete();
    });
  }
}
