// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { testDatabases } from '../__testUtils__/databases';
import { componentOf } from '../__testUtils__/startMlLens';
import { syncOn } from '../__testUtils__/syncOn';

jest.setTimeout(120_000);

const databases = testDatabases();
const A = 'group:default/a';
const B = 'group:default/b';
const X = 'group:default/x';
const PRIMARY = { 'ml-lens.io/primary': 'true' };
const of = (name: string, owner: string, annotations = {}) =>
  componentOf('fraud', { name, owner, annotations });

describe.each(databases.ids)('who belongs to a workload, on %p', id => {
  async function start(
    options: Parameters<typeof syncOn>[2] & { entities?: Entity[] } = {},
  ) {
    const knex = await databases.create(id);
    const used = await syncOn(knex, options.entities, options);
    return {
      ...used,
      knex,
      /** Owner, primary and members after a sync with these entities. */
      async after(...entities: Entity[]) {
        await used.syncWith(...entities);
        const fraud = await used.workloads.workload('fraud');
        const names = fraud.entityRefs.map(ref => ref.split('/')[1]);
        return [
          fraud.owner?.split('/')[1],
          fraud.orphaned ? 'orphan' : fraud.entityRef?.split('/')[1],
          names.join(),
        ];
      },
    };
  }

  it('outlives renames, in one sync or in two', async () => {
    const { after } = await start();
    expect(await after(of('p', A))).toEqual(['a', 'p', 'p']);
    expect(await after(of('q', A))).toEqual(['a', 'q', 'q']);
    expect(await after()).toEqual(['a', 'orphan', '']);
    expect(await after(of('r', A))).toEqual(['a', 'r', 'r']);
  });

  it('follows the primary to another team, and takes the others in', async () => {
    const { after } = await start();
    await after(of('p', A), of('q', A));
    expect(await after(of('p', B), of('q', A))).toEqual(['b', 'p', 'p,q']);
    expect(await after(of('p', B), of('q', B))).toEqual(['b', 'p', 'p,q']);
    expect(await after(of('p', B), of('q', X))).toEqual(['b', 'p', 'p']);
  });

  it('is the same when its entities come back', async () => {
    const { after, workloads, knex } = await start();
    await after(of('p', A), of('q', A), of('r', X));
    await knex.transaction(async tx => {
      await workloads.memberships.remember(tx, 'fraud', {
        entityRef: 'component:default/r',
        decision: 'ALLOWED',
        owner: X,
        by: 'user:default/lena',
        at: '2026-01-01T00:00:00.000Z',
      });
    });
    expect(await after()).toEqual(['a', 'orphan', '']);
    expect(await after(of('q', A))).toEqual(['a', 'q', 'q']);
    expect(await after(of('p', A), of('q', A), of('r', X))).toEqual([
      'a',
      'p',
      'p,q,r',
    ]);
  });

  it('leaves an orphan to its owner', async () => {
    const { after } = await start();
    await after(of('p', A));
    await after();
    expect(await after(of('evil', X, PRIMARY))).toEqual(['a', 'orphan', '']);
    expect(await after(of('evil', X, PRIMARY), of('p', A))).toEqual([
      'a',
      'p',
      'p',
    ]);
  });

  it('is not carried off under the name of its owner', async () => {
    const { after } = await start();
    await after(of('p', A));
    expect(await after(of('p', A), of('evil', A, PRIMARY))).toEqual([
      'a',
      'evil',
      'evil,p',
    ]);
    expect(await after(of('p', A), of('evil', X, PRIMARY))).toEqual([
      'a',
      'p',
      'p',
    ]);
    // While the primary is being renamed.
    await after(of('evil', A, PRIMARY));
    expect(await after(of('evil', X, PRIMARY))).toEqual(['a', 'orphan', '']);
    expect(await after(of('evil', X, PRIMARY), of('p2', A))).toEqual([
      'a',
      'p2',
      'p2',
    ]);
  });

  it('does not depend on the order of pages when it is first seen', async () => {
    const { sync, catalog, workloads } = await start();
    catalog.streamEntities.mockImplementationOnce(async function* pages() {
      yield [of('z', X)];
      yield [of('b', A), of('c', A)];
      yield [of('p', A, PRIMARY)];
    });
    await sync.syncAll();
    expect(await workloads.workload('fraud')).toMatchObject({
      owner: A,
      entityRef: 'component:default/p',
      entityRefs: ['b', 'c', 'p'].map(name => `component:default/${name}`),
    });
  });

  it('is open to every entity where the configuration says so, until it does not', async () => {
    const open = await start({ policy: 'anyEntity' });
    expect(await open.after(of('p', A), of('q', X))).toEqual(['a', 'p', 'p,q']);
    const strict = await syncOn(open.knex, [of('p', A), of('q', X)]);
    await strict.sync.syncAll();
    expect(await strict.workloads.workload('fraud')).toMatchObject({
      entityRefs: ['component:default/p'],
    });
  });
});
