// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import {
  buildOrganisation,
  clearOrganisation,
  organisation,
  someFilters,
  someSight,
} from '../__testUtils__/orgFixture';
import { active, FOREVER, type ModelRow } from '../__testUtils__/orgModel';
import { caller } from '../__testUtils__/reviewFixtures';
import { dayOf } from '../clock';
import { endOfDay } from './query/days';
import { withoutFigures } from './query/orgFilters';

jest.setTimeout(600_000);

const databases = testDatabases();

type World = Awaited<ReturnType<typeof buildOrganisation>>;

const DAY_MS = 86_400_000;
const NOW = '2036-01-01T00:00:00.000Z';

const request = fc.record({
  filters: someFilters,
  at: fc.constantFrom(
    undefined,
    '2026-02-20T12:00:00.000Z',
    '2027-05-01T00:00:00.000Z',
  ),
  limit: fc.integer({ min: 1, max: 4 }),
});
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

const openOf = ({ state }: ModelRow, phase: string) => {
  const last = state.phases.get(phase)?.iterations.at(-1);
  return last?.endedAt === null ? last.startedAt : undefined;
};

const daysOf = (since: string, at: string) =>
  Math.floor((Date.parse(at) - Date.parse(since)) / DAY_MS);

/** Where everybody stands, counted one by one. */
function standing(rows: readonly ModelRow[], at: string) {
  const phases = new Set(
    rows.flatMap(({ lens }) => lens.phases.map(({ id }) => id)),
  );
  return [...phases].sort().map(id => {
    const open = rows
      .flatMap(row => openOf(row, id) ?? [])
      .map(since => daysOf(since, at));
    const within = (from: number, to: number) =>
      open.filter(days => days > from && days <= to).length;
    return {
      id,
      here: rows.filter(row => row.scorecard.currentPhase === id).length,
      open: open.length,
      ages: [
        within(-1, 14),
        within(14, 30),
        within(30, 90),
        within(90, 180),
        within(180, Infinity),
      ],
      meanDays:
        open.length === 0
          ? null
          : Math.round(open.reduce((sum, days) => sum + days) / open.length),
      longestDays: open.length === 0 ? null : Math.max(...open),
      stuck: within(60, Infinity),
      late: 0,
    };
  });
}

/** What changed from one end of a day to another, review by review. */
function flowing({ model }: World, asked: Request, see?: Set<string>) {
  const filters = withoutFigures(asked.filters);
  const today = dayOf(asked.at ?? NOW);
  const flow: Record<string, number> = {};
  const first = Date.parse('2026-01-01T00:00:00Z');
  const days = Array.from({ length: 500 }, (_, index) =>
    new Date(first + index * DAY_MS).toISOString().slice(0, 10),
  ).filter(day => day <= today);
  let before = new Map<string, Record<string, string>>();
  for (const day of days) {
    const rows = active(model.rows(filters, see, endOfDay(day)), filters);
    const now = new Map(rows.map(row => [row.id, row.phases]));
    for (const [id, phases] of now) {
      for (const [phase, status] of Object.entries(phases)) {
        const was = before.get(id)?.[phase] ?? 'NOT_STARTED';
        const add = (what: string) => {
          const key = `${day.slice(0, 7)} ${phase} ${what}`;
          flow[key] = (flow[key] ?? 0) + 1;
        };
        if (was !== status) {
          if (was === 'NOT_STARTED') add('entered');
          if (status === 'COMPLETE') add('passed');
          else if (was === 'COMPLETE') add('returned');
        }
      }
    }
    before = now;
  }
  return flow;
}

async function check(world: World, asked: Request, see?: Set<string>) {
  const { filters, at, limit } = asked;
  const expected = active(
    world.model.rows(filters, see, at ?? FOREVER),
    filters,
  );
  const items = [];
  let cursor: string | undefined;
  let first;
  do {
    const page = await world.org.timeline(
      filters,
      { months: 36, sort: 'since', cursor, limit, at },
      caller,
    );
    expect(mlLensRoutes.getOrgTimeline.response.parse(page)).toEqual(page);
    first ??= page;
    items.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor !== undefined);
  expect(first.totalItems).toBe(expected.length);
  expect([...first.phases].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    standing(expected, at ?? NOW),
  );
  const sinceOf = (row: ModelRow) =>
    openOf(row, row.scorecard.currentPhase ?? '');
  expect(
    items.map(item => [
      `${item.workloadId}/${item.lens.id}`,
      item.phases[item.currentPhase ?? '']?.since ?? undefined,
    ]),
  ).toEqual(
    expected
      .map(row => [row.id, sinceOf(row)] as const)
      .sort(([a, s], [b, z]) => {
        const order = (s ?? '9') < (z ?? '9') ? -1 : Number(s !== z);
        return order || (a < b ? -1 : 1);
      }),
  );
  if (at !== undefined) {
    const found: Record<string, number> = {};
    for (const { month, phases } of first.flow) {
      for (const [phase, moved] of Object.entries(phases)) {
        for (const [what, count] of Object.entries(moved)) {
          if (count > 0) {
            found[`${month} ${phase} ${what}`] = count;
          }
        }
      }
    }
    expect(found).toEqual(flowing(world, asked, see));
  }
}

describe.each(databases.ids)('the timeline of the organisation on %s', id => {
  it('agrees with counting one by one', async () => {
    const knex = await databases.create(id);
    let compared = 0;
    await fc.assert(
      fc
        .asyncProperty(
          organisation,
          someSight,
          fc.array(request, { minLength: 1, maxLength: 3 }),
          async (described, sight, requests) => {
            const see = sight && new Set(sight);
            const world = await buildOrganisation(knex, described, see);
            for (const asked of requests) {
              await check(world, asked, see);
              compared += 1;
            }
          },
        )
        .afterEach(() => clearOrganisation(knex)),
      { numRuns: id === 'SQLITE_3' ? 12 : 5 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('says what gates wait for, of what the caller may see', async () => {
    const knex = await databases.create(id);
    const workload = {
      title: 'Ranking' as const,
      owner: null,
      system: null,
      domain: null,
      lifecycle: 'production',
      tags: [],
      lensIds: ['phased'],
    };
    const described = { workloads: [workload, workload], happenings: [] };
    const ask = async (review: string, requestedAt: string) =>
      await knex('gate_requests').insert({
        review_id: review,
        gate_id: 'ready',
        number: 1,
        status: 'OPEN',
        comment: '',
        requested_at: requestedAt,
        requested_by: 'user:default/kim',
        conditions: '[]',
      });
    const { org } = await buildOrganisation(knex, described, new Set(['w-0']));
    await ask('w-0/phased', '2035-12-22T00:00:00.000Z');
    await ask('w-1/phased', '2035-12-02T00:00:00.000Z');
    const page = { months: 1, sort: '-title', limit: 10 };
    const now = await org.timeline({}, page, caller);
    expect(now.gates).toEqual([{ gate: 'ready', waiting: 1, longestDays: 10 }]);
    expect(now.items).toMatchObject([
      {
        workloadId: 'w-0',
        days: null,
        waiting: [{ gate: 'ready', since: '2035-12-22T00:00:00.000Z' }],
      },
    ]);
    const earlier = await org.timeline(
      {},
      { ...page, at: '2035-12-10T00:00:00.000Z' },
      caller,
    );
    expect(earlier.gates).toEqual([]);
    await knex('gate_requests').delete();
  });
});
