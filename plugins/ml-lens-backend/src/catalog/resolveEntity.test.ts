// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { testDatabases } from '../__testUtils__/databases';
import { componentOf } from '../__testUtils__/startMlLens';
import { syncOn } from '../__testUtils__/syncOn';

jest.setTimeout(120_000);

const databases = testDatabases();
const credentials = mockCredentials.user();

describe.each(databases.ids)('resolve on %p', databaseId => {
  const start = async (...entities: Entity[]) =>
    await syncOn(await databases.create(databaseId), entities);

  const ref = { kind: 'Component', namespace: 'default', name: 'fraud' };

  it('knows an entity before the next sync does', async () => {
    const { sync, workloads } = await start(componentOf('fraud'));
    expect(await sync.resolve(ref, credentials)).toEqual({
      entityRef: 'component:default/fraud',
      workloadId: 'fraud',
      problems: [],
    });
    expect(await workloads.workload('fraud')).toMatchObject({
      orphaned: false,
    });
  });

  it('is not undone by a sync under way on a replica whose clock is ahead', async () => {
    const { replica, catalog, setEntities, workloads } = await start();
    const ahead = replica(() => '2030-01-01T00:00:00.000Z');
    const behind = replica(() => '2020-01-01T00:00:00.000Z');
    catalog.streamEntities.mockImplementationOnce(async function* pages() {
      yield [componentOf('pricing')];
      // Too late for the pages that are being read.
      setEntities([componentOf('fraud')]);
      await behind.resolve(ref, credentials);
    });
    await ahead.syncAll();
    expect(await workloads.workload('fraud')).toMatchObject({
      orphaned: false,
    });
    setEntities([]);
    await behind.syncAll();
    expect(await workloads.workload('fraud')).toMatchObject({
      orphaned: true,
    });
  });

  it('sees that an entity changed or lost its annotation', async () => {
    const { sync, syncWith, setEntities, workloads } = await start();
    await syncWith(componentOf('fraud'));

    setEntities([componentOf('fraud', { title: 'New title' })]);
    await sync.resolve(ref, credentials);
    expect(await workloads.workload('fraud')).toMatchObject({
      title: 'New title',
    });

    const bare = componentOf('fraud');
    delete bare.metadata.annotations;
    setEntities([bare]);
    await expect(sync.resolve(ref, credentials)).rejects.toThrow(
      'is not linked to a workload',
    );
    expect(await workloads.workload('fraud')).toMatchObject({
      orphaned: true,
    });
  });

  it('reads the entity as the caller, so that hidden is missing', async () => {
    const { sync, catalog } = await start();
    await expect(sync.resolve(ref, credentials)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(ref, { credentials });
  });

  it('tells what is wrong with the entity and its workload', async () => {
    const { sync } = await start(
      componentOf('NO', { name: 'fraud' }),
      componentOf('free', { owner: '' }),
    );
    expect(await sync.resolve(ref, credentials)).toMatchObject({
      workloadId: null,
      problems: [{ code: 'INVALID_WORKLOAD_ID', value: 'NO' }],
    });
    expect(
      await sync.resolve({ ...ref, name: 'free' }, credentials),
    ).toMatchObject({
      workloadId: 'free',
      problems: [{ code: 'NO_OWNER' }],
    });
  });

  it('is not undone by a sync that began before', async () => {
    const { sync, syncWith, setEntities, catalog, workloads } = await start();
    await syncWith(componentOf('other'));
    catalog.streamEntities.mockImplementationOnce(async function* pages() {
      yield [componentOf('other')];
      setEntities([componentOf('other'), componentOf('fraud')]);
      await sync.resolve(ref, credentials);
    });
    await sync.syncAll();
    expect(await workloads.workload('fraud')).toMatchObject({
      orphaned: false,
    });
  });
});
