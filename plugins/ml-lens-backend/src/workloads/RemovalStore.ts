// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { toNumber } from '../database/sql';
import type { HeldRemoval } from './removal';
import type { HeldRemovalRow } from './rows';

/** There is one catalog, so one removal that waits. */
const NAME = 'linked_entities';

/** The removal that waits until it is believed, for all replicas. */
export class RemovalStore {
  constructor(private readonly knex: Knex) {}

  /** The removal that waits, if one does. */
  async held(knex: Knex = this.knex): Promise<HeldRemoval | undefined> {
    const row = await knex<HeldRemovalRow>('held_removals')
      .where('name', NAME)
      .first();
    return (
      row && {
        workloads: toNumber(row.workloads),
        of: toNumber(row.of_workloads),
        since: row.since,
        confirmed: Boolean(row.confirmed),
      }
    );
  }

  /** Keeps a removal that waits. */
  async hold(held: HeldRemoval): Promise<void> {
    await this.knex('held_removals')
      .insert({
        name: NAME,
        workloads: held.workloads,
        of_workloads: held.of,
        since: held.since,
        confirmed: held.confirmed,
      })
      .onConflict(['name'])
      .merge();
  }

  /**
   * Says of a removal that it is right.
   *
   * @param since - which one was looked at
   * @returns whether it still waits
   */
  async confirm(since: string): Promise<boolean> {
    const changed = await this.knex('held_removals')
      .where({ name: NAME, since })
      .update({ confirmed: true });
    return changed > 0;
  }

  /** Forgets a removal: it was done, or what was missing is back. */
  async settle(): Promise<void> {
    await this.knex('held_removals').where('name', NAME).delete();
  }

  /**
   * How many workloads have entities, and how many of them none that the sync
   * with this id, or whatever wrote later, saw.
   */
  async missing(syncId: string): Promise<{ missing: number; of: number }> {
    const lastSeen = this.knex('workload_entities')
      .whereNotNull('workload_id')
      .groupBy('workload_id')
      .select('workload_id')
      .max('sync_id as sync_id')
      .as('last_seen');
    const row = await this.knex(lastSeen)
      .count('* as of')
      .select(
        this.knex.raw(
          'sum(case when sync_id < ? then 1 else 0 end) as missing',
          [syncId],
        ),
      )
      .first();
    return { missing: toNumber(row?.missing), of: toNumber(row?.of) };
  }
}
