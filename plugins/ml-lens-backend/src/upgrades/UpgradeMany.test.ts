// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { UpgradeLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  onlyWorkloads,
  phasedLens,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import {
  laterLens,
  otherLens,
  reviewInUse,
  statementsDuring,
} from '../__testUtils__/serviceFixtures';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('upgrades of many reviews on %s', id => {
  /** Reviews of `a`, `b` and `c` are begun, that of `pricing` is not. */
  async function setUp(access = accessOf()) {
    const used = await reviewInUse(await databases.create(id), { access });
    const names = ['a', 'b', 'c'];
    await used.addWorkloads(...names.map(name => workloadRecord(name)));
    await used.importer.import(
      names
        .map(name =>
          JSON.stringify({
            workload: name,
            lens: 'phased',
            at: '2026-02-01T10:00:00.000Z',
            by: 'user:default/kim',
            type: 'answer',
            question: 'goal',
            selectedChoices: ['goal_a', 'goal_b'],
          }),
        )
        .join('\n'),
    );
    used.publish(laterLens());
    const run = async (
      body: Parameters<typeof used.many.start>[1] = {},
    ): Promise<UpgradeLine[]> => {
      const lines: UpgradeLine[] = [];
      for await (const line of await used.many.start('phased', body, caller)) {
        lines.push(mlLensRoutes.upgradeMany.lines.parse(line));
      }
      return lines;
    };
    const outlook = async (target = {}) =>
      mlLensRoutes.previewUpgradeMany.response.parse(
        await used.many.outlook('phased', target, caller),
      );
    const versions = async () =>
      Object.fromEntries(
        (await used.knex('reviews').select('workload_id', 'lens_version')).map(
          row => [row.workload_id, row.lens_version],
        ),
      );
    const undo = async (
      workloads: string[],
      lensId = 'phased',
    ): Promise<UpgradeLine[]> => {
      const lines: UpgradeLine[] = [];
      for await (const line of used.many.undo(lensId, workloads, caller)) {
        lines.push(mlLensRoutes.undoUpgradeMany.lines.parse(line));
      }
      return lines;
    };
    const list = async (query: Parameters<typeof used.candidates.list>[1]) =>
      mlLensRoutes.listUpgradeCandidates.response.parse(
        await used.candidates.list('phased', query, caller),
      );
    return { ...used, run, outlook, versions, undo, list };
  }

  it('move every begun review that is not there yet', async () => {
    const { run, versions } = await setUp();
    const lines = await run();
    expect(lines).toEqual(
      ['a', 'b', 'c'].map(workloadId => ({
        workloadId,
        ok: true,
        before: {
          lens: 'phased',
          version: '1',
          score: 17,
          coverage: 0.25,
          level: 'Not assessed',
        },
        after: expect.objectContaining({ lens: 'phased', version: '2' }),
      })),
    );
    expect(await versions()).toMatchObject({ a: '2', b: '2', c: '2' });
    expect(await run()).toEqual([]);
  });

  it('go on where a page of them ends', async () => {
    const { run, addWorkloads, knex, versions } = await setUp();
    const names = Array.from({ length: 600 }, (_, index) => `w${index}`);
    // Moved to and fro, so that all are begun: `run` itself names unbegun ones.
    await addWorkloads(...names.map(name => workloadRecord(name)));
    await knex('reviews').update({ lens_version: '1' });
    await run({ workloads: names });
    await run({ toVersion: '1' });

    const lines = await run();

    expect(lines).toHaveLength(603);
    expect(new Set(Object.values(await versions()))).toEqual(
      new Set(['1', '2']),
    );
    expect(await run()).toEqual([]);
  });

  it('say what became of each workload named', async () => {
    const { run, versions } = await setUp();
    await run({ workloads: ['b'] });
    const lines = await run({ workloads: ['c', 'missing', 'b', 'c'] });
    expect(
      lines.map(({ workloadId, ok, error }) => [workloadId, ok, error?.name]),
    ).toEqual([
      ['c', true, undefined],
      ['missing', false, 'NotFoundError'],
      ['b', false, 'ConflictError'],
    ]);
    expect(await versions()).toMatchObject({ a: '1', b: '2', c: '2' });
  });

  it('move what the caller may update, of what the caller may see', async () => {
    const access = accessOf({
      outcomes: async ids =>
        new Map(
          ids.map(workloadId => [
            workloadId,
            workloadId === 'b' ? 'denied' : 'allowed',
          ]),
        ),
      listFilter: async (_, action) =>
        onlyWorkloads(() => (action === 'update' ? ['a'] : ['a', 'b'])),
    });
    const { run, outlook, versions } = await setUp(access);
    expect(await outlook()).toEqual({ moving: 1, there: 0, readOnly: 1 });
    expect((await run()).map(({ workloadId }) => workloadId)).toEqual(['a']);
    expect(await run({ workloads: ['b'] })).toEqual([
      {
        workloadId: 'b',
        ok: false,
        error: {
          name: 'NotAllowedError',
          message: "You may see the workload 'b', but not update its reviews",
        },
      },
    ]);
    expect(await versions()).toMatchObject({ a: '2', b: '1', c: '1' });
    expect(await outlook()).toEqual({ moving: 0, there: 1, readOnly: 1 });
  });

  it('say beforehand how many they are', async () => {
    const { run, outlook } = await setUp();
    expect(await outlook()).toEqual({ moving: 3, there: 0, readOnly: 0 });
    await run({ workloads: ['b'] });
    expect(await outlook()).toEqual({ moving: 2, there: 1, readOnly: 0 });
    expect(await outlook({ toVersion: '1' })).toEqual({
      moving: 1,
      there: 2,
      readOnly: 0,
    });
    expect(await outlook({ toLens: 'other' })).toEqual({
      moving: 3,
      there: 0,
      readOnly: 0,
    });
    await expect(outlook({ toVersion: '9' })).rejects.toThrow(NotFoundError);
    await run();
    expect(await outlook()).toEqual({ moving: 0, there: 3, readOnly: 0 });
  });

  it('carry many reviews over to another lens', async () => {
    const { run } = await setUp();
    const lines = await run({ toLens: 'other' });
    expect(lines.map(({ ok, after }) => [ok, after?.lens])).toEqual([
      [true, 'other'],
      [true, 'other'],
      [true, 'other'],
    ]);
  });

  it('fail before they begin where the target cannot be used', async () => {
    const { run, publish } = await setUp();
    await expect(run({ toVersion: '9' })).rejects.toThrow(NotFoundError);
    publish(phasedLens({ version: '3-archived' }));
    await expect(run({ toVersion: '3-archived' })).rejects.toThrow(/archived/);
  });

  it('stop where the reader stops', async () => {
    const { many, versions } = await setUp();
    for await (const line of await many.start('phased', {}, caller)) {
      expect(line.workloadId).toBe('a');
      break;
    }
    expect(await versions()).toMatchObject({ a: '2', b: '1', c: '1' });
  });

  it('show each review with what moving would do to it', async () => {
    const access = accessOf({
      outcomes: async ids =>
        new Map(
          ids.map(workloadId => [
            workloadId,
            workloadId === 'b' ? 'denied' : 'allowed',
          ]),
        ),
      listFilter: async () => onlyWorkloads(() => ['a', 'b']),
      readableEntities: async () => new Set(['component:default/a']),
    });
    const { list, run } = await setUp(access);
    const first = await list({ limit: 1 });
    expect(first).toMatchObject({
      totalItems: 2,
      items: [
        {
          workloadId: 'a',
          entityRef: 'component:default/a',
          may: true,
          before: { version: '1', score: 17, coverage: 0.25 },
          after: { version: '2', coverage: 0.25 },
          problem: null,
          toCheck: ['audit'],
          dropped: [],
        },
      ],
    });
    const second = await list({ limit: 1, cursor: first.pageInfo.nextCursor });
    expect(second).toMatchObject({
      items: [{ workloadId: 'b', entityRef: null, may: false }],
      pageInfo: { prevCursor: expect.any(String) },
    });
    expect(second.pageInfo.nextCursor).toBeUndefined();
    await expect(
      list({ limit: 1, toVersion: '1', cursor: first.pageInfo.nextCursor }),
    ).rejects.toThrow(InputError);
    const [{ after }] = await run({ workloads: ['a'] });
    expect(after).toEqual(first.items[0].after);
    expect((await list({ limit: 9 })).items).toMatchObject([
      { workloadId: 'b' },
    ]);
  });

  it('ask no more of the database for many reviews than for few', async () => {
    const { list, addWorkloads, knex, run } = await setUp();
    const asked = async () =>
      (await statementsDuring(knex, () => list({ limit: 100 }))).length;
    const forThree = await asked();
    const names = Array.from({ length: 50 }, (_, index) => `w${index}`);
    await addWorkloads(...names.map(name => workloadRecord(name)));
    await knex('reviews').update({ lens_version: '1' });
    await run({ workloads: names });
    await run({ workloads: names, toVersion: '1' });
    expect((await list({ limit: 100 })).items).toHaveLength(53);
    expect(await asked()).toBe(forThree);
  });

  it('say which reviews cannot be carried over, and why', async () => {
    const { list, run, publish } = await setUp();
    await run({ workloads: ['a'], toLens: 'other' });
    publish(otherLens({ version: '8' }));
    const target = { toLens: 'other', toVersion: '8', limit: 9 };
    const { items } = await list(target);
    expect(
      items.map(({ workloadId, after, problem }) => [
        workloadId,
        after?.version,
        problem?.name,
      ]),
    ).toEqual([
      ['a', undefined, 'ConflictError'],
      ['b', '8', undefined],
      ['c', '8', undefined],
    ]);
    expect(items[1]).toMatchObject({
      toCheck: expect.arrayContaining(['source']),
    });
    const unmapped = await list({ toLens: 'unmapped', limit: 9 }).catch(
      error => error,
    );
    expect(unmapped).toBeInstanceOf(NotFoundError);
  });

  it('are taken back as far as nothing happened since', async () => {
    const { run, undo, versions, answer, addWorkloads } = await setUp();
    await run();
    await addWorkloads(workloadRecord('z'));
    const lines = await undo(['a', 'c', 'z', 'missing', 'a']);
    expect(
      lines.map(({ workloadId, ok, before, after, error }) => [
        workloadId,
        ok ? [before?.version, after?.version] : error?.name,
      ]),
    ).toEqual([
      ['a', ['2', '1']],
      ['c', ['2', '1']],
      ['z', 'ConflictError'],
      ['missing', 'NotFoundError'],
    ]);
    expect(await versions()).toMatchObject({ a: '1', b: '2', c: '1' });
    await run({ workloads: ['pricing'] });
    await answer('goal', 'goal_a');
    expect(await undo(['pricing'])).toMatchObject([
      { ok: false, error: { name: 'ConflictError' } },
    ]);
  });

  it('are taken back by those alone who may change them', async () => {
    const access = accessOf({
      outcomes: async ids => new Map(ids.map(id_ => [id_, 'denied'])),
    });
    const { undo } = await setUp(access);
    expect(await undo(['a'])).toMatchObject([
      { ok: false, error: { name: 'NotAllowedError' } },
    ]);
  });
});
