// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { testDatabases } from '../__testUtils__/databases';
import { componentOf } from '../__testUtils__/startMlLens';
import { systemClock } from '../clock';
import { FamilyStore } from '../workloads/FamilyStore';
import { syncOn } from '../__testUtils__/syncOn';

jest.setTimeout(120_000);

const databases = testDatabases();

const system = (name: string, spec: object = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name, namespace: 'default' },
  spec: { owner: 'group:default/sys-owner', ...spec },
});

describe.each(databases.ids)('WorkloadSync on %p', databaseId => {
  const start = async (...entities: Entity[]) =>
    await syncOn(await databases.create(databaseId), entities);

  it('makes a workload of the entities that name it', async () => {
    const { syncWith, workloads, knex } = await start();

    await syncWith(
      componentOf('fraud', {
        name: 'scorer',
        title: 'Fraud scoring',
        tags: ['tier-1', 'pytorch'],
        spec: { system: 'card-payments' },
        annotations: {
          'aws.amazon.com/wellarchitected-workload-arn':
            'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef',
        },
      }),
      componentOf('fraud', { name: 'data', kind: 'Resource' }),
      system('card-payments', { domain: 'payments' }),
    );

    expect(await workloads.workload('fraud')).toMatchObject({
      id: 'fraud',
      title: 'Fraud scoring',
      entityRef: 'component:default/scorer',
      entityRefs: ['component:default/scorer', 'resource:default/data'],
      owner: 'group:default/supply-science',
      system: 'system:default/card-payments',
      domain: 'domain:default/payments',
      lifecycle: 'production',
      tags: ['tier-1', 'pytorch'],
      lenses: ['small'],
      awsWorkloadArn:
        'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef',
      orphaned: false,
      problems: [],
    });
    const cards = await knex('scorecards').select();
    expect(cards).toEqual([
      expect.objectContaining({
        workload_id: 'fraud',
        lens_id: 'small',
        title: 'Fraud scoring',
      }),
    ]);
  });

  it('follows the relations the catalog made before what a spec says', async () => {
    const { syncWith, workloads } = await start();
    await syncWith({
      ...componentOf('fraud', { owner: 'payments', spec: { system: 'wrong' } }),
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/Payments' },
        { type: 'partOf', targetRef: 'system:default/right' },
        { type: 'partOf', targetRef: 'component:default/other' },
      ],
    });
    expect(await workloads.workload('fraud')).toMatchObject({
      owner: 'group:default/payments',
      system: 'system:default/right',
      domain: null,
    });
  });

  it('says what annotations and the catalog do not give', async () => {
    const { sync, setEntities, catalog, workloads } = await start();
    setEntities([
      {
        ...componentOf('fraud', {
          annotations: {
            'aws.amazon.com/wellarchitected-workload-arn': 'arn:aws:wa:1',
            'ml-lens.io/lenses': ' , ',
          },
        }),
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/ghost' },
          { type: 'partOf', targetRef: 'system:default/ghost' },
        ],
      },
      componentOf('churn', { name: 'other' }),
    ]);
    await sync.syncAll();
    const problems = await workloads.problems();
    expect(
      problems.map(({ workloadId, problem }) => [
        workloadId,
        problem.code,
        problem.value,
      ]),
    ).toEqual([
      ['fraud', 'INVALID_LENSES', ' , '],
      ['fraud', 'INVALID_ARN', 'arn:aws:wa:1'],
      ['fraud', 'UNKNOWN_OWNER', 'group:default/ghost'],
      ['fraud', 'UNKNOWN_SYSTEM', 'system:default/ghost'],
    ]);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  it('writes nothing when nothing changed', async () => {
    const { syncWith, workloads, knex } = await start();
    const entity = componentOf('fraud');
    await syncWith(entity);
    const before = await knex('workloads').first();
    const generation = await workloads.links.generation();

    expect(await syncWith(entity)).toEqual({
      entities: 1,
      changedWorkloads: 0,
    });

    expect(await knex('workloads').first()).toEqual(before);
    expect(await workloads.links.generation()).toBe(generation);
  });

  it('keeps a workload whose entities are gone, and takes it back', async () => {
    const { syncWith, workloads, knex } = await start();
    const entity = componentOf('fraud', { title: 'Fraud' });
    await syncWith(entity);

    await syncWith();
    expect(await workloads.workload('fraud')).toMatchObject({
      orphaned: true,
      title: 'Fraud',
      entityRefs: [],
    });
    expect(await workloads.orphans()).toHaveLength(1);
    expect(await knex('scorecards').first('orphaned')).toMatchObject({
      orphaned: databaseId === 'SQLITE_3' ? 1 : true,
    });

    await syncWith(entity);
    expect(await workloads.workload('fraud')).toMatchObject({
      orphaned: false,
      entityRefs: ['component:default/fraud'],
    });
    expect(await workloads.orphans()).toEqual([]);
  });

  it('moves an entity from one workload to another', async () => {
    const { syncWith, workloads } = await start();
    await syncWith(componentOf('old', { name: 'x' }));
    await syncWith(componentOf('new', { name: 'x' }));
    expect(await workloads.workload('old')).toMatchObject({ orphaned: true });
    expect(await workloads.workload('new')).toMatchObject({ orphaned: false });
  });

  it('reports annotations that cannot be used and goes on', async () => {
    const { syncWith, workloads } = await start();
    const primary = { 'ml-lens.io/primary': 'true' };
    await syncWith(
      componentOf('Bad Id!', { name: 'bad' }),
      componentOf('two', { name: 'a', owner: 'group:a', annotations: primary }),
      componentOf('two', { name: 'b', owner: 'group:b', annotations: primary }),
      componentOf('lensless', {
        annotations: { 'ml-lens.io/lenses': 'small, nope' },
      }),
      componentOf('ownerless', { owner: '' }),
      componentOf('\u0000', { name: 'nul', title: 'N\u0000L' }),
      componentOf('shy', { annotations: { 'ml-lens.io/primary': 'yes' } }),
      componentOf('modest', { annotations: { 'ml-lens.io/primary': 'false' } }),
    );

    const problems = await workloads.problems();
    expect(
      problems.map(({ workloadId, problem }) => [
        workloadId,
        problem.code,
        problem.entityRef,
      ]),
    ).toEqual([
      [null, 'INVALID_WORKLOAD_ID', 'component:default/bad'],
      [null, 'INVALID_WORKLOAD_ID', 'component:default/nul'],
      ['shy', 'INVALID_PRIMARY', 'component:default/shy'],

      ['lensless', 'UNKNOWN_LENS', 'component:default/lensless'],
      ['ownerless', 'NO_OWNER', 'component:default/ownerless'],
      ['two', 'FOREIGN_PRIMARY', 'component:default/b'],
    ]);
    expect(await workloads.workload('two')).toMatchObject({
      owner: 'group:default/a',
    });
  });

  it('keeps what lies below what, and forgets what does not any more', async () => {
    const { syncWith, knex } = await start();
    const below = async (ref: string) => {
      const store = new FamilyStore(knex, systemClock);
      return [...(await store.families()).below([ref])].sort();
    };
    const group = (name: string, parent?: string): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [], ...(parent && { parent }) },
    });
    const domain = (name: string, relations: string[]): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Domain',
      metadata: { name, namespace: 'default' },
      relations: relations.map(targetRef => ({ type: 'partOf', targetRef })),
    });
    await syncWith(
      group('division'),
      group('Data', 'division'),
      group('vision', 'data'),
      domain('retail', []),
      domain('online', ['domain:default/retail']),
    );
    expect(await below('group:default/division')).toEqual([
      'group:default/data',
      'group:default/division',
      'group:default/vision',
    ]);
    expect(await below('domain:default/retail')).toEqual([
      'domain:default/online',
      'domain:default/retail',
    ]);

    await syncWith(
      ...Array.from({ length: 11 }, (_, index) => componentOf(`w-${index}`)),
      group('division'),
      group('data', 'division'),
    );
    // A catalog that is suddenly empty is not believed.
    await syncWith();
    expect(await below('group:default/division')).toEqual([
      'group:default/data',
      'group:default/division',
    ]);
    expect(await below('domain:default/retail')).toEqual([
      'domain:default/retail',
    ]);
  });

  it('sees lenses that are published later', async () => {
    const { syncWith, publish, workloads, knex } = await start();
    const entity = componentOf('fraud', {
      annotations: { 'ml-lens.io/lenses': 'later' },
    });
    await syncWith(entity);
    expect((await workloads.workload('fraud')).problems).toHaveLength(1);
    expect(await knex('reviews').select()).toEqual([]);

    await publish('later');
    await syncWith(entity);
    expect((await workloads.workload('fraud')).problems).toEqual([]);
    expect(await knex('reviews').pluck('lens_id')).toEqual(['later']);
  });

  it('stops when it is told to', async () => {
    const { sync, workloads } = await start(componentOf('fraud'));
    await expect(
      sync.syncAll(AbortSignal.abort(new Error('shutting down'))),
    ).rejects.toThrow('shutting down');
    await expect(workloads.workload('fraud')).rejects.toThrow('fraud');
  });

  // The larger number on one engine is enough to tell the order of growth.
  const COUNT = databaseId === 'SQLITE_3' ? 20_000 : 2_000;

  it(`reads ${COUNT} entities page by page`, async () => {
    const { sync, catalog, knex } = await start();
    const PAGE = 500;
    let largestPage = 0;
    async function* pages() {
      for (let from = 0; from < COUNT; from += PAGE) {
        const page = Array.from({ length: PAGE }, (_, index) =>
          componentOf(`w-${from + index}`, {
            spec: { system: `system-${(from + index) % 300}` },
          }),
        );
        largestPage = Math.max(largestPage, page.length);
        yield page;
      }
    }
    catalog.streamEntities.mockImplementation(pages);
    catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
      items: entityRefs.map(entityRef =>
        system(entityRef.split('/')[1], { domain: 'one' }),
      ),
    }));

    const first = Date.now();
    expect(await sync.syncAll()).toEqual({
      entities: COUNT,
      changedWorkloads: COUNT,
    });
    const firstMs = Date.now() - first;
    const heapBefore = process.memoryUsage().heapUsed;
    const second = Date.now();
    expect(await sync.syncAll()).toEqual({
      entities: COUNT,
      changedWorkloads: 0,
    });
    const secondMs = Date.now() - second;

    expect(await knex('workload_entities').select()).toHaveLength(COUNT);
    const [{ count }] = await knex('scorecards')
      .where('domain_ref', 'domain:default/one')
      .count({ count: '*' });
    expect(Number(count)).toBe(COUNT);
    // Systems are asked for once, not once an entity.
    expect(catalog.getEntitiesByRefs.mock.calls.length).toBeLessThanOrEqual(2);
    expect(largestPage).toBe(PAGE);
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(
      150_000_000,
    );
    expect(firstMs).toBeLessThan(90_000);
    expect(secondMs).toBeLessThan(20_000);
  });
});
