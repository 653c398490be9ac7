// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type TargetFields } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import fc from 'fast-check';
import { systemClock } from '../../clock';
import { testDatabases } from '../../__testUtils__/databases';
import {
  buildOrganisation,
  organisation,
  someSight,
} from '../../__testUtils__/orgFixture';
import {
  FOREVER,
  ModelRow,
  RETIRED,
  scopeOf,
} from '../../__testUtils__/orgModel';
import { caller, projectionsOf } from '../../__testUtils__/reviewFixtures';
import { endOfDay } from '../query/days';
import { TargetService } from './TargetService';
import { TargetStore } from './TargetStore';

jest.setTimeout(300_000);

const databases = testDatabases();

const aim = fc.record({
  filter: fc.constantFrom<TargetFields['filter'][]>(
    {},
    { owner: ['group:default/science'] },
    { tag: ['nlp', 'vision'], lifecycle: [] },
    { system: ['system:default/x'], lifecycle: ['production'] },
    { lifecycle: ['production', 'deprecated'] },
  ),
  lens: fc.constantFrom('phased', 'other'),
  minScore: fc.constantFrom(0, 30, 50, 75, 100),
  minCoverage: fc.constantFrom(0, 0.5, 1),
  phases: fc.subarray(['frame', 'prepare', 'run']),
});
type Aim = typeof aim extends fc.Arbitrary<infer T> ? T : never;

const atWork = (rows: ModelRow[]) =>
  rows.filter(({ record }) => !RETIRED.includes(record.lifecycle ?? ''));

/** Whether a scorecard reaches an aim, by the words of the aim. */
function reaches(row: ModelRow, { minScore, minCoverage, phases }: Aim) {
  if (phases.length === 0) {
    const { score, coverage } = row.scorecard;
    return score !== null && score >= minScore && coverage >= minCoverage;
  }
  return phases.every(id => {
    const { score, coverage } = scopeOf(row, id)!;
    return score === null || (score >= minScore && coverage >= minCoverage);
  });
}

describe.each(databases.ids)('targets on %s', id => {
  it('are as far as the events say, now and in every week', async () => {
    const knex = await databases.create(id);
    await fc.assert(
      fc
        .asyncProperty(
          organisation,
          someSight,
          fc.array(aim, { minLength: 4, maxLength: 4 }),
          async (described, sight, aims) => {
            const see = sight && new Set(sight);
            const { access, lenses, model, reader } = await buildOrganisation(
              knex,
              described,
              see,
            );
            const targets = new TargetService({
              clock: systemClock,
              reader,
              access,
              lenses,
            });
            for (const asked of aims) {
              const { lifecycle, ...filter } = asked.filter as Record<
                string,
                string[]
              >;
              const filters = {
                ...filter,
                ...(lifecycle?.length && { lifecycle }),
                lens: [asked.lens],
              };
              const rows = atWork(model.rows(filters, see));
              const target = await targets.create(
                {
                  name: 'An aim',
                  description: '',
                  startDate: '2026-01-01',
                  dueDate: '2026-06-10',
                  ...asked,
                },
                caller,
              );
              const reached = rows.filter(row => reaches(row, asked));
              expect(target).toMatchObject({
                workloads: rows.length,
                reached: reached.length,
              });

              const pages = [];
              let cursor: string | undefined;
              do {
                const page = await targets.progress(
                  target.id,
                  { cursor, limit: 2 },
                  caller,
                );
                expect(
                  mlLensRoutes.getTargetProgress.response.parse(page),
                ).toEqual(page);
                pages.push(page);
                cursor = page.pageInfo.nextCursor;
              } while (cursor !== undefined);
              const [{ points, totalItems }] = pages;
              const behind = rows.filter(row => !reaches(row, asked));
              expect(totalItems).toBe(behind.length);
              const shown = pages.flatMap(page => page.behind);
              expect(shown.map(({ workloadId }) => workloadId).sort()).toEqual(
                behind.map(({ record }) => record.workloadId).sort(),
              );
              const scores = shown.map(({ score }) => score ?? Infinity);
              expect(scores).toEqual([...scores].sort((a, b) => a - b));

              expect(points.at(-1)!.date).toBe('2026-06-10');
              expect(points).toHaveLength(24);
              for (const { date, ...point } of points) {
                const then = atWork(model.rows(filters, see, endOfDay(date)));
                expect([date, point]).toEqual([
                  date,
                  {
                    workloads: then.length,
                    reached: then.filter(row => reaches(row, asked)).length,
                  },
                ]);
              }

              for (const { record } of rows.slice(0, 1)) {
                const mine = await targets.list(
                  { workload: record.workloadId },
                  caller,
                );
                expect(mine.find(one => one.id === target.id)).toMatchObject({
                  workloads: 1,
                  reached: reached.some(row => row.record === record) ? 1 : 0,
                });
              }
              await targets.delete(target.id);
            }
            expect(model.rows({}, undefined, FOREVER)).not.toEqual([]);
          },
        )
        .afterEach(async () => {
          for (const table of [
            'answer_events',
            'workloads',
            'workload_tags',
            'org_targets',
            ...Object.keys(await projectionsOf(knex)),
          ]) {
            await knex(table).delete();
          }
        }),
      { numRuns: id === 'SQLITE_3' ? 20 : 6 },
    );
  });

  it('that begin later have no past, and orphans are nobody’s to improve', async () => {
    const knex = await databases.create(id);
    const world = await buildOrganisation(knex, {
      workloads: [
        {
          title: 'Ranking',
          owner: null,
          system: null,
          domain: null,
          lifecycle: null,
          tags: [],
          lensIds: ['phased'],
        },
      ],
      happenings: [],
    });
    const targets = new TargetService({ ...world, clock: systemClock });
    const target = await targets.create(
      {
        name: 'Later',
        description: '',
        lens: 'phased',
        filter: {},
        minScore: 50,
        minCoverage: 0.5,
        phases: [],
        startDate: '2095-01-01',
        dueDate: '2095-06-01',
      },
      caller,
    );
    const page = { limit: 20 };
    expect(await targets.progress(target.id, page, caller)).toMatchObject({
      points: [],
      totalItems: 1,
    });
    await world.workloads.transaction(tx =>
      world.workloads.markOrphaned(tx, ['w-0'], '2026-08-01T00:00:00.000Z'),
    );
    expect(await targets.list({}, caller)).toMatchObject([
      { workloads: 0, reached: 0 },
    ]);
    expect(await targets.list({ workload: 'w-0' }, caller)).toEqual([]);
  });

  it('are for no retired workload, even where a target names its lifecycle', async () => {
    const knex = await databases.create(id);
    const world = await buildOrganisation(knex, {
      workloads: ['production', 'deprecated'].map(lifecycle => ({
        title: 'Ranking' as const,
        owner: null,
        system: null,
        domain: null,
        lifecycle,
        tags: [],
        lensIds: ['phased'],
      })),
      happenings: [],
    });
    const targets = new TargetService({ ...world, clock: systemClock });
    const target = await targets.create(
      {
        name: 'Everybody',
        description: '',
        lens: 'phased',
        filter: { lifecycle: ['production', 'deprecated'] },
        minScore: 50,
        minCoverage: 0.5,
        phases: [],
        startDate: '2026-01-01',
        dueDate: '2026-06-10',
      },
      caller,
    );
    expect(target.workloads).toBe(1);
    const { behind, totalItems } = await targets.progress(
      target.id,
      { limit: 20 },
      caller,
    );
    expect([totalItems, behind.map(({ workloadId }) => workloadId)]).toEqual([
      1,
      ['w-0'],
    ]);
    expect(await targets.list({ workload: 'w-0' }, caller)).toHaveLength(1);
    expect(await targets.list({ workload: 'w-1' }, caller)).toEqual([]);
  });

  it('are shown to those they are for, and to who manages them', async () => {
    const knex = await databases.create(id);
    const world = await buildOrganisation(
      knex,
      {
        workloads: ['science', 'pay'].map(team => ({
          title: 'Ranking' as const,
          owner: `group:default/${team}`,
          system: null,
          domain: null,
          lifecycle: null,
          tags: [],
          lensIds: ['phased'],
        })),
        happenings: [],
      },
      new Set(['w-0']),
    );
    const manager = new TargetService({ ...world, clock: systemClock });
    const member = new TargetService({
      ...world,
      clock: systemClock,
      access: { ...world.access, mayManageTargets: async () => false },
    });
    const made = [];
    for (const team of ['science', 'pay']) {
      made.push(
        await manager.create(
          {
            name: `For ${team}`,
            description: '',
            lens: 'phased',
            filter: { owner: [`group:default/${team}`] },
            minScore: 50,
            minCoverage: 0.5,
            phases: [],
            startDate: '2026-01-01',
            dueDate: '2026-06-10',
          },
          caller,
        ),
      );
    }
    const names = async (service: TargetService) =>
      (await service.list({}, caller)).map(({ name }) => name).sort();
    expect(await names(manager)).toEqual(['For pay', 'For science']);
    expect(await names(member)).toEqual(['For science']);
    const page = { limit: 20 };
    await member.progress(made[0].id, page, caller);
    await expect(member.progress(made[1].id, page, caller)).rejects.toThrow(
      `There is no target '${made[1].id}'`,
    );
  });

  it('stand at a revision, whatever a writer says', async () => {
    const store = new TargetStore(await databases.create(id));
    const who = { at: '2026-01-01T00:00:00.000Z', by: 'user:default/mei' };
    const fields: TargetFields = {
      name: 'An aim',
      description: '',
      lens: 'phased',
      filter: {},
      minScore: 50,
      minCoverage: 0.5,
      phases: [],
      startDate: '2026-01-01',
      dueDate: '2026-06-10',
    };
    await store.create('aim', fields, who);
    expect(await store.update('aim', 1, fields, who)).toBe(true);
    // The greatest revision a column holds has no next one.
    for (const stale of [1, 2 ** 31 - 1]) {
      expect(await store.update('aim', stale, fields, who)).toBe(false);
    }
    expect(await store.find('aim')).toMatchObject({ revision: 2 });
  });
});
