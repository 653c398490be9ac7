// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  onlyWorkloads,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import {
  reviewInUse,
  statementsDuring,
} from '../__testUtils__/serviceFixtures';
import type { Access } from '../auth/Access';
import type { PlanQuery } from './PlanBoard';

jest.setTimeout(120_000);

const databases = testDatabases();

const entities = [
  { kind: 'User', name: 'mika' },
  { kind: 'Group', name: 'risk' },
].map(({ kind, name }) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'default', name },
}));

type Body = MlLensRequest<'planMany'>['body'];

describe.each(databases.ids)('plans of many workloads on %s', id => {
  /** Workloads `a` (of risk), `b` (of search) and `c` (of nobody). */
  async function setUp(access: Access = accessOf()) {
    const used = await reviewInUse(await databases.create(id), {
      access,
      entities,
      clock: () => '2026-11-29T08:00:00.000Z',
    });
    await used.addWorkloads(
      workloadRecord('a', { owner: 'group:default/risk' }),
      workloadRecord('b', { owner: 'group:default/search' }),
      workloadRecord('c', { owner: null }),
    );
    const item = (workloadId: string, choiceId = 'goal_a') => ({
      workloadId,
      lens: 'phased',
      questionId: choiceId.split('_')[0],
      choiceId,
    });
    const plan = async (items: Body['items'], set: Body['set']) =>
      mlLensRoutes.planMany.response.parse(
        await used.planMany.plan(
          mlLensRoutes.planMany.body.parse({ items, set }),
          caller,
        ),
      ).items;
    const board = async (query: Partial<PlanQuery> = {}) =>
      mlLensRoutes.listPlanItems.response.parse(
        await used.planBoard.list(
          { scope: 'all', limit: 20, ...query },
          caller,
        ),
      );
    const shown = async (query: Partial<PlanQuery> = {}) =>
      (await board(query)).items.map(
        ({ workloadId, choiceId }) => `${workloadId}/${choiceId}`,
      );
    return { ...used, item, plan, board, shown };
  }

  it('are made at once, each for itself', async () => {
    const { item, plan, board } = await setUp();
    const first = await plan(
      [item('a'), item('b'), item('c'), item('a', 'goal_x'), item('gone')],
      { assignOwner: true, dueDate: '2027-03-31' },
    );
    expect(
      first.map(({ workloadId, choiceId, title, ok, error, revision }) => [
        `${workloadId}/${choiceId}`,
        title,
        ok ? revision : error?.name,
      ]),
    ).toEqual([
      ['a/goal_a', 'a', 1],
      ['b/goal_a', 'b', 1],
      ['c/goal_a', 'c', 'InputError'],
      ['a/goal_x', 'a', 'NotFoundError'],
      ['gone/goal_a', null, 'NotFoundError'],
    ]);
    expect((await board()).items).toMatchObject([
      {
        workloadId: 'a',
        title: 'a',
        owner: 'group:default/risk',
        lens: { id: 'phased', version: '1' },
        revision: 1,
        status: 'NOT_STARTED',
        assignee: 'group:default/risk',
        dueDate: '2027-03-31',
        link: null,
        late: false,
        inPlace: false,
        may: true,
        updatedBy: 'user:default/mei',
      },
      { workloadId: 'b', assignee: 'group:default/search' },
    ]);
  });

  it('keep what is not set, and the revision that was seen', async () => {
    const { item, plan, board } = await setUp();
    await plan([item('a'), item('b')], {
      assignee: 'user:mika',
      link: 'https://tracker.example/1',
    });
    await plan([item('a')], { dueDate: '2026-12-01' });
    const changed = await plan(
      [
        { ...item('a'), revision: 2 },
        { ...item('b'), revision: 2 },
      ],
      { status: 'IN_PROGRESS' },
    );
    expect(changed.map(({ ok, error }) => ok || error?.name)).toEqual([
      true,
      'ConflictError',
    ]);
    expect((await board()).items).toMatchObject([
      {
        workloadId: 'a',
        revision: 3,
        status: 'IN_PROGRESS',
        assignee: 'user:default/mika',
        dueDate: '2026-12-01',
        link: 'https://tracker.example/1',
      },
      { workloadId: 'b', revision: 1, status: 'NOT_STARTED' },
    ]);
    await plan([item('a'), item('b')], { assignee: null });
    expect(
      (await board()).items.map(({ assignee, revision }) => [
        assignee,
        revision,
      ]),
    ).toEqual([
      [null, 4],
      [null, 2],
    ]);
  });

  it('let one of racing writers win each of them', async () => {
    const { item, plan } = await setUp();
    const items = [item('a'), item('b'), item('c')];
    const races = await Promise.all(
      [1, 2, 3].map(() =>
        plan(
          items.map(one => ({ ...one, revision: 0 })),
          { status: 'IN_PROGRESS' },
        ),
      ),
    );
    for (const index of items.keys()) {
      expect(races.filter(lines => lines[index].ok)).toHaveLength(1);
    }
  });

  it('are for those who may change the workload, and name no hidden one', async () => {
    const outcomes = { a: 'allowed', b: 'denied' } as const;
    const access = accessOf({
      outcomes: async ids =>
        new Map(ids.map(one => [one, outcomes[one as 'a' | 'b'] ?? 'hidden'])),
      listFilter: async () => onlyWorkloads(() => ['a', 'b']),
      readableEntities: async () => new Set(),
    });
    const { item, plan, board, knex } = await setUp(access);
    const lines = await plan([item('a'), item('b'), item('c')], {
      dueDate: '2027-01-01',
    });
    expect(lines).toMatchObject([
      { ok: true, title: 'a' },
      { ok: false, title: 'b', error: { name: 'NotAllowedError' } },
      { ok: false, title: null, error: { name: 'NotFoundError' } },
    ]);
    await knex('improvements').insert(
      ['b', 'c'].map(workload => ({
        review_id: `${workload}/phased`,
        question_id: 'goal',
        choice_id: 'goal_b',
        revision: 1,
        status: 'NOT_STARTED',
        updated_at: '2026-11-01T00:00:00.000Z',
        updated_by: 'user:default/kim',
      })),
    );
    const { items, totalItems } = await board();
    expect(totalItems).toBe(2);
    expect(
      items.map(({ workloadId, may, entityRef }) => [
        workloadId,
        may,
        entityRef,
      ]),
    ).toEqual([
      ['a', true, null],
      ['b', false, null],
    ]);
  });

  it('are shown to whom they are assigned, to teams and as late', async () => {
    const { item, plan, shown, board, answer, addWorkloads } = await setUp();
    await addWorkloads(workloadRecord('pricing'));
    await plan([item('b')], {
      assignee: 'group:default/risk',
      dueDate: '2026-11-28',
    });
    await plan([item('a', 'goal_b'), item('c')], { dueDate: '2026-11-29' });
    await plan([item('a', 'data_a')], { status: 'COMPLETE' });
    await plan([item('pricing')], { status: 'IN_PROGRESS' });
    const all = ['b/goal_a', 'a/goal_b', 'c/goal_a', 'pricing/goal_a'];
    expect(await shown()).toEqual(all);
    expect(await shown({ scope: 'team' })).toEqual(['b/goal_a', 'a/goal_b']);
    expect(await shown({ scope: 'mine' })).toEqual([]);
    expect(await shown({ late: 'true' })).toEqual(['b/goal_a']);
    expect(await shown({ late: 'false' })).toEqual(all.slice(1));
    expect(await shown({ status: ['COMPLETE'] })).toEqual(['a/data_a']);
    expect(await shown({ assignee: [''] })).toEqual(all.slice(1));
    expect(
      await shown({ assignee: ['', 'group:default/risk'], workload: ['b'] }),
    ).toEqual(['b/goal_a']);
    expect(await shown({ owner: ['group:default/search'] })).toEqual([
      'b/goal_a',
    ]);
    expect(await shown({ lens: ['other'] })).toEqual([]);

    expect((await board({ workload: ['pricing'] })).items).toMatchObject([
      { inPlace: false },
    ]);
    await answer('goal', 'goal_a');
    expect((await board({ workload: ['pricing'] })).items).toMatchObject([
      { inPlace: true },
    ]);
  });

  it('are turned page by page, with as many questions to the database', async () => {
    const { item, plan, board, addWorkloads, knex } = await setUp();
    const names = Array.from({ length: 30 }, (_, index) => `w${index}`);
    await addWorkloads(...names.map(name => workloadRecord(name)));
    await plan(
      names.map(name => item(name)),
      { status: 'NOT_STARTED' },
    );
    await plan(
      names.slice(0, 10).map(name => item(name)),
      { dueDate: '2027-01-01' },
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await board({ limit: 7, cursor });
      expect(page.totalItems).toBe(30);
      seen.push(...page.items.map(({ workloadId }) => workloadId));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(seen.slice(0, 10).sort()).toEqual(names.slice(0, 10).sort());
    expect(new Set(seen).size).toBe(30);
    const { pageInfo } = await board({ limit: 7 });
    await expect(
      board({ limit: 7, late: 'true', cursor: pageInfo.nextCursor }),
    ).rejects.toThrow(InputError);

    const asked = async (limit: number) =>
      (await statementsDuring(knex, () => board({ limit }))).length;
    expect(await asked(30)).toBe(await asked(12));
  });

  it('are found by their indexes', async () => {
    const { board, knex } = await setUp();
    const plansOf = async (query: Partial<PlanQuery>) => {
      const plans: string[] = [];
      const statements: { sql: string; bindings: unknown[] }[] = [];
      const listen = (asked: { sql: string; bindings: unknown[] }) =>
        statements.push(asked);
      knex.on('query', listen);
      await board(query);
      knex.removeListener('query', listen);
      for (const { sql, bindings } of statements) {
        if (/from "?`?improvements/.test(sql)) {
          const told = await knex.raw(
            `explain ${id === 'SQLITE_3' ? 'query plan' : ''} ${
              id === 'SQLITE_3' ? sql : sql.replace(/\$\d+/g, '?')
            }`,
            bindings as string[],
          );
          plans.push(JSON.stringify(told.rows ?? told));
        }
      }
      return plans;
    };
    if (id !== 'SQLITE_3') {
      // A small table is read whole unless that is made dear.
      await knex.raw('set enable_seqscan = off');
    }
    const mine = await plansOf({ scope: 'mine' });
    expect(mine.length).toBeGreaterThan(0);
    for (const plan of mine) {
      expect(plan).toContain('improvements_assignee_status_idx');
    }
    const [first] = await plansOf({ late: 'true' });
    expect(first).toMatch(/improvements_(due_date|assignee_status)_idx/);
    expect(first).not.toMatch(/Seq Scan|SCAN i\b/);
  });

  it('set something, for somebody who can be found', async () => {
    const { item, plan } = await setUp();
    await expect(
      plan([item('a')], { assignee: 'user:default/nobody' }),
    ).rejects.toThrow(InputError);
    const { body } = mlLensRoutes.planMany;
    const items = [item('a')];
    expect(body.safeParse({ items, set: {} }).success).toBe(false);
    expect(
      body.safeParse({ items, set: { assignOwner: true, assignee: null } })
        .success,
    ).toBe(false);
    expect(body.safeParse({ items: [], set: { link: null } }).success).toBe(
      false,
    );
    expect(await plan([item('a'), item('a')], { link: null })).toMatchObject([
      { ok: true },
      { ok: false, error: { name: 'InputError' } },
    ]);
  });
});
