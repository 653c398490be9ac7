// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundError } from '@backstage/errors';
import { testDatabases } from '../__testUtils__/databases';
import { reviewsOn, workloadRecord } from '../__testUtils__/reviewFixtures';
import { containsPattern, foldText } from '../database/sql';
import { EntityFacts, WorkloadEntity } from './entities';

jest.setTimeout(120_000);

const databases = testDatabases();
const AT = '2026-02-01T00:00:00.000Z';

function entity(
  entityRef: string,
  workloadId: string | null,
  changes: Partial<WorkloadEntity> = {},
): WorkloadEntity {
  const facts: EntityFacts = {
    kind: 'Component',
    title: entityRef,
    description: null,
    owner: null,
    system: null,
    domain: null,
    lifecycle: null,
    tags: [],
    primary: false,
    lenses: [],
    awsWorkloadArn: null,
  };
  return {
    entityRef,
    workloadId,
    facts,
    factsHash: `${entityRef}/${workloadId}`,
    problems: [],
    ...changes,
  };
}

describe.each(databases.ids)('WorkloadStore on %s', id => {
  it('tells which workloads the entities of a sync change', async () => {
    const { workloads } = reviewsOn(await databases.create(id));
    const step = <T>(run: Parameters<typeof workloads.transaction<T>>[0]) =>
      workloads.transaction(run);
    const a = entity('component:default/a', 'one');
    const b = entity('component:default/b', 'one');
    const c = entity('component:default/c', 'two');

    expect(
      await step(tx => workloads.links.upsertEntities(tx, [c, a, b], 's1')),
    ).toEqual(new Set(['one', 'two']));
    const generation = await workloads.links.generation();
    expect(generation).toBeGreaterThan(0);

    expect(
      await step(tx => workloads.links.upsertEntities(tx, [a, b], 's2')),
    ).toEqual(new Set());
    expect(await workloads.links.generation()).toBe(generation);

    const moved = entity('component:default/b', 'three');
    expect(
      await step(tx => workloads.links.upsertEntities(tx, [moved], 's2')),
    ).toEqual(new Set(['one', 'three']));
    expect(await workloads.links.generation()).toBe(generation + 1);

    const unseen = () => step(tx => workloads.links.removeUnseen(tx, 's2', 10));
    expect(await unseen()).toEqual({
      entities: 1,
      workloadIds: new Set(['two']),
    });
    expect(await unseen()).toEqual({ entities: 0, workloadIds: new Set() });
    expect(
      await step(tx => workloads.links.removeEntities(tx, [a.entityRef])),
    ).toEqual(new Set(['one']));
    expect(await workloads.links.entitiesOf(['one', 'two', 'three'])).toEqual(
      new Map([['three', [{ ...moved, state: 'PENDING' }]]]),
    );
    expect(await workloads.links.entity(moved.entityRef)).toEqual({
      ...moved,
      state: 'PENDING',
    });
    expect(await workloads.links.entity(c.entityRef)).toBeUndefined();
  });

  it('keeps reviews, profile and scorecard columns in step', async () => {
    const { knex, workloads, addWorkloads } = reviewsOn(
      await databases.create(id),
    );
    await addWorkloads(workloadRecord('pricing', { tags: ['b', 'a'] }));
    expect(
      await workloads.saveProfile(knex, 'pricing', 0, {
        layer: 'ml-services',
        skill: 'low',
        timeToMarket: null,
        customization: null,
        updatedAt: AT,
        updatedBy: 'user:default/mei',
      }),
    ).toBe(true);
    await workloads.transaction(tx =>
      workloads.markOrphaned(tx, ['pricing'], AT),
    );
    await workloads.transaction(tx =>
      workloads.markOrphaned(tx, ['pricing'], '2026-05-01T00:00:00.000Z'),
    );
    // It is one since the first sync that said so.
    expect(await workloads.orphans()).toEqual([
      { workloadId: 'pricing', title: 'pricing', since: AT },
    ]);
    expect(await knex('scorecards').select('orphaned')).toEqual([
      { orphaned: id === 'SQLITE_3' ? 1 : true },
    ]);

    await addWorkloads(
      workloadRecord('pricing', {
        title: 'Ｐricing 価格',
        owner: 'group:default/market',
        tags: ['c'],
      }),
    );
    expect(await workloads.orphans()).toEqual([]);
    expect(
      await knex('scorecards').first(
        'title',
        'title_sort',
        'owner_ref',
        'tags',
        'orphaned',
      ),
    ).toEqual({
      title: 'Ｐricing 価格',
      title_sort: 'pricing 価格',
      owner_ref: 'group:default/market',
      tags: '["c"]',
      orphaned: id === 'SQLITE_3' ? 0 : false,
    });
    expect(await knex('workload_tags').pluck('tag')).toEqual(['c']);
    const workload = await workloads.workload('pricing');
    expect(workload).toMatchObject({
      id: 'pricing',
      owner: 'group:default/market',
      lenses: ['phased'],
      orphaned: false,
      profile: { revision: 1, layer: 'ml-services', updatedAt: AT },
    });
    expect(await workloads.resources(['no', 'pricing'])).toEqual([
      undefined,
      {
        workloadId: 'pricing',
        owner: 'group:default/market',
        lensIds: ['phased'],
        lifecycle: 'production',
      },
    ]);
    await expect(workloads.workload('no')).rejects.toThrow(NotFoundError);
  });

  it('keeps lenses in the order of the annotation, and those that were added', async () => {
    const { workloads } = reviewsOn(await databases.create(id));
    const lensesAfter = async (...lensIds: string[]) => {
      await workloads.transaction(tx =>
        workloads.saveWorkloads(tx, [workloadRecord('one', { lensIds })], AT),
      );
      return (await workloads.workload('one')).lenses;
    };
    expect(await lensesAfter('z', 'a', 'z')).toEqual(['z', 'a']);
    await workloads.transaction(async tx => {
      await workloads.addLens(tx, 'one', 'a');
      await workloads.addLens(tx, 'one', 'b');
    });
    expect(await lensesAfter('y', 'z')).toEqual(['y', 'z', 'b']);
    expect(await lensesAfter('b', 'y')).toEqual(['b', 'y']);
    expect(await lensesAfter('y')).toEqual(['y', 'b']);
    expect((await workloads.resources(['one']))[0]?.lensIds).toEqual([
      'y',
      'b',
    ]);
  });

  it('reports what cannot be used', async () => {
    const { knex, workloads, addWorkloads } = reviewsOn(
      await databases.create(id),
    );
    const problem = (entityRef: string) => ({
      code: 'INVALID_WORKLOAD_ID' as const,
      entityRef,
      message: 'is not an id',
    });
    await workloads.transaction(tx =>
      workloads.links.upsertEntities(
        tx,
        [
          entity('component:default/x', null, {
            problems: [problem('component:default/x')],
          }),
          entity('component:default/y', 'y'),
        ],
        's1',
      ),
    );
    await knex('workload_entities').update({ link_state: 'PRIMARY' });
    await addWorkloads(
      workloadRecord('y', { problems: [problem('component:default/y')] }),
    );
    expect(await workloads.problems()).toEqual([
      { workloadId: null, problem: problem('component:default/x') },
      { workloadId: 'y', problem: problem('component:default/y') },
    ]);
  });

  it('makes many workloads at once', async () => {
    const { knex, addWorkloads } = reviewsOn(await databases.create(id));
    const ids = Array.from({ length: 650 }, (_, index) => `w-${index}`);
    await addWorkloads(...ids.map(w => workloadRecord(w, { tags: ['t'] })));
    const [{ count }] = await knex('scorecards').count({ count: '*' });
    expect(Number(count)).toBe(650);
  });
});

describe('texts', () => {
  it('folds case and width', () => {
    expect(foldText('ＭＬ Ranking ﾗﾝｸ')).toBe('ml ranking ランク');
  });

  it('escapes what LIKE would read as a pattern', () => {
    expect(containsPattern('50%_\\x')).toBe('%50\\%\\_\\\\x%');
  });
});
