// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { testDatabases } from '../__testUtils__/databases';
import { componentOf } from '../__testUtils__/startMlLens';
import { syncOn } from '../__testUtils__/syncOn';
import { decideRemoval } from './removal';

jest.setTimeout(120_000);

const databases = testDatabases();
const at = (minutes: number) =>
  new Date(Date.UTC(2026, 0, 1, 9, minutes)).toISOString();

describe('decideRemoval', () => {
  const decide = (
    missing: number,
    of: number,
    held?: Parameters<typeof decideRemoval>[1],
    minutes = 0,
  ) =>
    decideRemoval({ missing, of }, held, { maxRemoved: 0.2, at: at(minutes) });
  const held = { workloads: 50, of: 100, since: at(0), confirmed: false };

  it('takes away up to a fifth, and up to ten of any number', () => {
    expect(decide(20, 100)).toEqual({ remove: true });
    expect(decide(10, 10)).toEqual({ remove: true });
    expect(decide(0, 0)).toEqual({ remove: true });
  });

  it('holds what is more', () => {
    expect(decide(21, 100)).toEqual({
      remove: false,
      held: { workloads: 21, of: 100, since: at(0), confirmed: false },
    });
    expect(decide(11, 11).remove).toBe(false);
  });

  it('believes it after an hour, or when somebody says so', () => {
    expect(decide(50, 100, held, 59)).toEqual({ remove: false, held });
    expect(decide(50, 100, held, 60)).toEqual({ remove: true });
    expect(decide(50, 100, { ...held, confirmed: true }, 1)).toEqual({
      remove: true,
    });
  });

  it('begins anew when a great many more are missing', () => {
    const confirmed = { ...held, confirmed: true };
    expect(decide(70, 100, confirmed, 90)).toEqual({ remove: true });
    expect(decide(71, 100, confirmed, 90)).toEqual({
      remove: false,
      held: { workloads: 71, of: 100, since: at(90), confirmed: false },
    });
  });
});

describe.each(databases.ids)('a catalog that is briefly empty on %p', id => {
  const twenty = Array.from({ length: 20 }, (_, n) => componentOf(`w-${n}`));

  async function start() {
    const time = { minutes: 0 };
    const backend = await syncOn(await databases.create(id), [], {
      clock: () => at(time.minutes),
    });
    await backend.syncWith(...twenty);
    const orphans = async () => (await backend.workloads.orphans()).length;
    return { ...backend, ...backend.workloads, orphans, time };
  }

  it('takes nothing away, and lets the rest take effect', async () => {
    const { syncWith, workloads, orphans, removals } = await start();
    await syncWith(
      componentOf('w-0', { title: 'Another title' }),
      componentOf('quite-new'),
    );
    expect(await orphans()).toBe(0);
    expect(await removals.held()).toEqual({
      workloads: 19,
      of: 21,
      since: at(0),
      confirmed: false,
    });
    expect((await workloads.workload('w-0'))?.title).toBe('Another title');
    expect(await workloads.workload('quite-new')).toBeDefined();
  });

  it('forgets about it when the catalog is back', async () => {
    const { syncWith, orphans, removals, links, sync, time } = await start();
    await syncWith();
    expect(await links.seenCatalog()).not.toBe(await sync.fingerprint());
    time.minutes = 70;
    await syncWith(...twenty);
    expect(await removals.held()).toBeUndefined();
    await syncWith();
    expect(await orphans()).toBe(0);
  });

  it('believes it after an hour', async () => {
    const { syncWith, orphans, removals, links, sync, time } = await start();
    await syncWith();
    time.minutes = 59;
    await syncWith();
    expect(await orphans()).toBe(0);
    time.minutes = 60;
    await syncWith();
    expect(await orphans()).toBe(20);
    expect(await removals.held()).toBeUndefined();
    expect(await links.seenCatalog()).toBe(await sync.fingerprint());
  });

  it('believes it when somebody says so of what is held now', async () => {
    const { syncWith, orphans, removals } = await start();
    await syncWith();
    expect(await removals.confirm(at(-1))).toBe(false);
    await syncWith();
    expect(await orphans()).toBe(0);
    expect(await removals.confirm(at(0))).toBe(true);
    await syncWith();
    expect(await orphans()).toBe(20);
  });

  it('counts a workload as missing only without any entity', async () => {
    const { syncWith, orphans, removals } = await start();
    await syncWith(
      ...twenty.slice(0, 10),
      ...Array.from({ length: 10 }, (_, n) =>
        componentOf(`w-${n + 10}`, { name: `other-${n}` }),
      ),
    );
    expect(await removals.held()).toBeUndefined();
    expect(await orphans()).toBe(0);
  });
});
