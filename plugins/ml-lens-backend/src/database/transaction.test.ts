// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { inTransaction } from './transaction';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('A transaction on %s', id => {
  const contended = () =>
    Object.assign(new Error('deadlock detected'), {
      code: id === 'SQLITE_3' ? 'SQLITE_BUSY' : '40P01',
    });

  it('starts over from nothing when others were in its way', async () => {
    const knex = await databases.create(id);
    const pauses: number[] = [];
    let attempts = 0;
    const result = await inTransaction(
      knex,
      async tx => {
        attempts += 1;
        await tx('org_changes').insert({ counter: 100, changes: attempts });
        if (attempts < 3) {
          throw contended();
        }
        return 'done';
      },
      { pause: async ms => pauses.push(ms) },
    );
    expect(result).toBe('done');
    expect(pauses).toHaveLength(2);
    expect(pauses[0]).toBeLessThanOrEqual(25);
    expect(pauses[1]).toBeLessThanOrEqual(50);
    expect(
      await knex('org_changes').where('counter', 100).pluck('changes'),
    ).toEqual([id === 'SQLITE_3' ? 3 : '3']);
  });

  it('gives up after a few times, and at once for anything else', async () => {
    const knex = await databases.create(id);
    const run = async (error: Error) => {
      let attempts = 0;
      const failing = inTransaction(
        knex,
        async () => {
          attempts += 1;
          throw error;
        },
        { pause: async () => {} },
      );
      await expect(failing).rejects.toBe(error);
      return attempts;
    };
    expect(await run(contended())).toBe(5);
    expect(await run(new Error('something else'))).toBe(1);
  });

  it('says why it failed, not why it could not be taken back', async () => {
    const knex = await databases.create(id);
    const full = Object.assign(new Error('database or disk is full'), {
      code: 'SQLITE_FULL',
    });
    await expect(
      inTransaction(knex, async tx => {
        // As SQLite does by itself when its disk is full.
        await tx.raw('rollback');
        throw full;
      }),
    ).rejects.toBe(full);
  });

  if (id !== 'SQLITE_3') {
    it('waits for a row no longer than it is told', async () => {
      const knex = await databases.create(id);
      const counter = knex('org_changes').where('counter', 0).forUpdate();
      await inTransaction(knex, async holder => {
        await counter.clone().transacting(holder);
        const waiting = inTransaction(
          knex,
          tx => counter.clone().transacting(tx).select(),
          { lockTimeoutMs: 50 },
        );
        await expect(waiting).rejects.toMatchObject({ code: '55P03' });
      });
    });

    it('comes back for a row as long as its patience lasts', async () => {
      const knex = await databases.create(id);
      const counter = knex('org_changes').where('counter', 0).forUpdate();
      let attempts = 0;
      const patient = (patienceMs: number, pause?: () => Promise<void>) =>
        inTransaction(
          knex,
          async tx => {
            attempts += 1;
            return await counter.clone().transacting(tx).select();
          },
          { patienceMs, pause },
        );
      const held = await knex.transaction();
      await counter.clone().transacting(held);
      await expect(patient(300)).rejects.toMatchObject({ code: '55P03' });
      expect(attempts).toBeGreaterThan(1);
      const found = await patient(60_000, async () => {
        await held.rollback();
      });
      expect(found).toHaveLength(1);
    });

    it('sets its limits for itself alone', async () => {
      const knex = await databases.create(id);
      const limits = async (db = knex) =>
        (
          await db.raw(
            `select current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`,
          )
        ).rows[0];
      const before = await limits();
      expect(await inTransaction(knex, tx => limits(tx))).toEqual({
        lock: '3s',
        idle: '30s',
      });
      expect(await limits()).toEqual(before);
    });

    it('sets them before it looks at any row of what it begins with', async () => {
      const knex = await databases.create(id);
      const begin = (
        counters: number[],
        step: (tx: Knex.Transaction, rows: object[]) => Promise<unknown>,
      ) =>
        inTransaction(knex, step, {
          lockTimeoutMs: 40,
          first: tx =>
            tx('org_changes')
              .whereIn('counter', counters)
              .orderBy('counter')
              .forUpdate(),
        });
      const lock = async (tx: Knex.Transaction, rows: object[]) => [
        rows.length,
        (await tx.raw('show lock_timeout')).rows[0].lock_timeout,
      ];
      expect(await begin([0, 1, 2], lock)).toEqual([3, '40ms']);
      expect(await begin([99], lock)).toEqual([0, '40ms']);
      const held = await knex.transaction();
      await held('org_changes').where('counter', 0).forUpdate();
      await expect(begin([0, 1], lock)).rejects.toMatchObject({
        code: '55P03',
      });
      await held.rollback();
    });
  }
});
