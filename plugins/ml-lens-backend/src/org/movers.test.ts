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
import { active, FOREVER, ModelRow } from '../__testUtils__/orgModel';
import { caller, workloadRecord } from '../__testUtils__/reviewFixtures';
import { LensMappings } from '../lenses/LensMappings';
import { UpgradeService } from '../upgrades/UpgradeService';
import { endOfDay } from './query/days';
import type { Direction } from './query/movers';

jest.setTimeout(600_000);

const databases = testDatabases();

const LEVELS = ['Initial', 'Developing', 'Defined', 'Managed', 'Optimizing'];

type World = Awaited<ReturnType<typeof buildOrganisation>>;

const request = fc.record({
  filters: someFilters,
  from: fc.constantFrom(
    '2026-01-05T12:00:00.000+02:00',
    '2026-01-12',
    '2026-04-01',
    '2026-09-01',
  ),
  to: fc.constantFrom(undefined, '2026-09-03', '2027-05-01T00:00:00.000Z'),
  direction: fc.constantFrom<Direction>('worse', 'better'),
  limit: fc.integer({ min: 1, max: 3 }),
});
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

const momentOf = (value: string) =>
  value.includes('T') ? new Date(value).toISOString() : endOfDay(value);

/** By score, then high risks, then level; above 0 for the better. */
function movesOf(before: ModelRow, after: ModelRow): [number, number, number] {
  const [was, is] = [before.scorecard, after.scorecard];
  return [
    is.score! - was.score!,
    was.counts.HIGH - is.counts.HIGH,
    LEVELS.indexOf(is.level) - LEVELS.indexOf(was.level),
  ];
}

function byHand({ model }: World, asked: Request, see?: Set<string>) {
  const { filters, from, to, direction } = asked;
  const first = new Map(
    model.rows({}, undefined, momentOf(from)).map(row => [row.id, row]),
  );
  const sign = direction === 'better' ? 1 : -1;
  const last = to === undefined ? FOREVER : momentOf(to);
  const pairs = active(model.rows(filters, see, last), filters)
    .map(after => ({ after, before: first.get(after.id)! }))
    .filter(
      ({ before, after }) =>
        before.scorecard.score !== null && after.scorecard.score !== null,
    )
    .map(pair => ({ ...pair, moves: movesOf(pair.before, pair.after) }));
  const wayOf = (moves: readonly number[]) =>
    Math.sign(moves.find(part => part !== 0) ?? 0);
  return {
    worse: pairs.filter(({ moves }) => wayOf(moves) < 0).length,
    better: pairs.filter(({ moves }) => wayOf(moves) > 0).length,
    rows: pairs
      .filter(({ moves }) => wayOf(moves) === sign)
      .map(({ before, after, moves }) => ({
        id: after.id,
        order: moves.map(part => -sign * part),
        figures: [before, after].map(({ scorecard }) => [
          scorecard.score,
          scorecard.counts.HIGH,
          scorecard.level,
        ]),
      })),
  };
}

async function check(world: World, asked: Request, see?: Set<string>) {
  const { filters, from, to, direction, limit } = asked;
  const expected = byHand(world, asked, see);
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await world.org.movers(
      filters,
      { from, to, direction, cursor, limit },
      caller,
    );
    expect(mlLensRoutes.getMovers.response.parse(page)).toEqual(page);
    expect([page.worse, page.better, page.totalItems]).toEqual([
      expected.worse,
      expected.better,
      expected[direction],
    ]);
    expect(page.from).toBe(momentOf(from));
    items.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor !== undefined);

  const found = items.map(item => ({
    id: `${item.workloadId}/${item.lens.id}`,
    figures: (['from', 'to'] as const).map(end => [
      item.score[end],
      item.high[end],
      item.level[end],
    ]),
  }));
  const named = (rows: readonly { id: string; figures: unknown }[]) =>
    rows
      .map(({ id, figures }) => ({ id, figures }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(named(found)).toEqual(named(expected.rows));
  const orders = found.map(
    ({ id }) => expected.rows.find(row => row.id === id)!.order,
  );
  expect(orders).toEqual(
    [...orders].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
  );
  return items.length;
}

/** Of the reviews below, by hand: `data` weighs 3, the others 1. */
const MOVED = [
  {
    workloadId: 'fell',
    score: { from: 100, to: 40 },
    high: 1,
    causes: ['data', 'drift'],
    version: '1',
    ofUpgrades: 0,
    upgradeOnly: false,
  },
  {
    workloadId: 'both',
    score: { from: 100, to: 67 },
    high: 1,
    causes: ['goal', 'audit'],
    version: '2',
    ofUpgrades: -17,
    upgradeOnly: false,
  },
  {
    workloadId: 'moved',
    score: { from: 100, to: 83 },
    high: 0,
    causes: ['audit'],
    version: '2',
    ofUpgrades: -17,
    upgradeOnly: true,
  },
];

describe.each(databases.ids)('movers on %s', id => {
  it('are those whose figures differ, as counted by hand', async () => {
    const knex = await databases.create(id);
    let met = 0;
    await fc.assert(
      fc
        .asyncProperty(
          organisation,
          someSight,
          fc.array(request, { minLength: 6, maxLength: 6 }),
          async (described, sight, requests) => {
            const see = sight && new Set(sight);
            const world = await buildOrganisation(knex, described, see);
            for (const asked of requests) {
              met += await check(world, asked, see);
            }
          },
        )
        .afterEach(() => clearOrganisation(knex)),
      { numRuns: id === 'SQLITE_3' ? 60 : 30 },
    );
    // Where nobody moves, nothing is shown. How many do is chance.
    expect(met).toBeGreaterThan(0);
  });

  it('name the questions that moved them, and what moves of the lens did', async () => {
    const knex = await databases.create(id);
    const world = await buildOrganisation(knex, {
      workloads: [],
      happenings: [],
    });
    await world.addWorkloads(
      ...['fell', 'moved', 'both', 'same', 'new'].map(name =>
        workloadRecord(name),
      ),
    );
    const line = (
      day: string,
      workload: string,
      question: string,
      choices: string,
    ) =>
      JSON.stringify({
        type: 'answer',
        workload,
        lens: 'phased',
        lensVersion: '1',
        question,
        at: `${day}T09:00:00Z`,
        by: 'user:default/kim',
        selectedChoices: choices.split(' ').map(end => `${question}_${end}`),
      });
    await world.importer.import(
      [
        ...['fell', 'moved', 'both', 'same'].flatMap(workload =>
          ['goal', 'data', 'label', 'drift'].map(question =>
            line('2026-01-05', workload, question, 'a b'),
          ),
        ),
        line('2026-02-01', 'fell', 'drift', 'a'),
        line('2026-02-01', 'fell', 'data', 'no'),
        line('2026-02-01', 'new', 'goal', 'no'),
      ].join('\n'),
    );
    const upgrades = new UpgradeService({
      clock: world.clock,
      workloads: world.workloads,
      reviews: world.store,
      lenses: world.lenses,
      writer: world.writer,
      mappings: new LensMappings([]),
    });
    const keyOf = (workloadId: string) => ({ workloadId, lensId: 'phased' });
    for (const workload of ['moved', 'both']) {
      await upgrades.upgrade(keyOf(workload), { toVersion: '2' }, caller);
    }
    await world.editor.putAnswer(
      { ...keyOf('both'), questionId: 'goal' },
      { revision: 1, selectedChoices: ['goal_no'] },
      caller,
    );
    const span = { from: '2026-01-31', limit: 10 };
    const { items, worse, better } = await world.org.movers(
      {},
      { ...span, direction: 'worse' },
      caller,
    );
    expect([worse, better]).toEqual([3, 0]);
    expect(
      items.map(({ workloadId, score, high, causes, ...item }) => ({
        workloadId,
        score,
        high: high.to,
        causes,
        version: item.lens.version,
        ofUpgrades: item.ofUpgrades,
        upgradeOnly: item.upgradeOnly,
      })),
    ).toEqual(MOVED);
    await expect(
      world.org.movers(
        {},
        { ...span, to: '2026-01-30', direction: 'worse' },
        caller,
      ),
    ).rejects.toThrow('is not before 2026-01-30T23:59:59.999Z');
  });
});
