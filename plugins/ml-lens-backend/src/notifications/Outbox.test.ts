// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { inTransaction } from '../database/transaction';
import { type Message, Outbox } from './Outbox';

jest.setTimeout(60_000);

const databases = testDatabases();

const audit: Message = {
  id: 'waiver/1/audit',
  kind: 'AUDIT',
  body: { eventId: 'waiver-mutate', actionType: 'expire' },
};
const notification: Message = {
  id: 'waiver/1/notification',
  kind: 'NOTIFICATION',
  body: {
    entityRef: 'group:default/science',
    payload: { title: 'Over', scope: 'waiver:1' },
  },
};

describe.each(databases.ids)('The outbox on %s', id => {
  async function setUp() {
    const knex = await databases.create(id);
    let now = Date.parse('2026-11-02T08:00:00.000Z');
    const told: string[] = [];
    let reachable = true;
    let stops = false;
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ meta }) => ({
        success: async () => {
          told.push(`${meta?.messageId}`);
        },
        fail: async () => {},
      }),
    });
    const replica = () =>
      new Outbox({
        clock: () => new Date(now).toISOString(),
        knex,
        auditor,
        notifier: {
          notify: async (_, { scope }) => {
            if (stops) {
              throw new Error('The process ends here');
            }
            told.push(reachable ? scope! : 'unreachable');
            return reachable;
          },
        },
      });
    return {
      knex,
      told,
      replica,
      add: (...messages: Message[]) =>
        inTransaction(knex, tx => replica().add(tx, messages)),
      later: (ms: number) => {
        now += ms;
      },
      set: (state: { reachable?: boolean; stops?: boolean }) => {
        reachable = state.reachable ?? reachable;
        stops = state.stops ?? stops;
      },
    };
  }

  it('tells everything once, however many replicas look', async () => {
    const { add, replica, told, knex } = await setUp();
    await add(audit, notification);
    await Promise.all([1, 2, 3].map(() => replica().deliver()));
    expect(told.sort()).toEqual(['waiver/1/audit', 'waiver:1']);
    expect(await knex('outbox')).toEqual([]);
    expect(await replica().deliver()).toBe(0);
  });

  it('tells nothing of what did not happen', async () => {
    const { replica, told, knex } = await setUp();
    await expect(
      inTransaction(knex, async tx => {
        await replica().add(tx, [audit]);
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await replica().deliver()).toBe(0);
    expect(told).toEqual([]);
  });

  it('leaves to others what a replica did not finish', async () => {
    const { add, replica, told, later, set } = await setUp();
    await add(notification);
    set({ stops: true });
    await expect(replica().deliver()).rejects.toThrow('ends here');
    set({ stops: false });
    expect(await replica().deliver()).toBe(0);
    later(60_000);
    expect(await replica().deliver()).toBe(1);
    expect(told).toEqual(['waiver:1']);
  });

  it('tries a few times to notify, and no more', async () => {
    const { add, replica, told, later, set, knex } = await setUp();
    set({ reachable: false });
    await add(notification);
    for (let minute = 0; minute < 10; minute++, later(60_000)) {
      await replica().deliver();
    }
    expect(told).toEqual(Array(5).fill('unreachable'));
    expect(await knex('outbox')).toEqual([]);
  });
});
