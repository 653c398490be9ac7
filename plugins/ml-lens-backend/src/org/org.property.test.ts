// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { standingOf } from '@ml-lens/lens-model';
import { isDue } from '@ml-lens/lens-model/due';
import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import {
  buildOrganisation,
  clearOrganisation,
  organisation,
  someFilters,
  someSight,
} from '../__testUtils__/orgFixture';
import {
  active,
  begunCoverage,
  FOREVER,
  grouped,
  mean,
  ModelRow,
  practicesOf,
  rounded,
  scopeOf,
  sum,
} from '../__testUtils__/orgModel';
import { caller } from '../__testUtils__/reviewFixtures';
import { foldText } from '../database/sql';
import { endOfDay } from './query/days';
import { compareKeys } from './query/groups';

jest.setTimeout(600_000);

const databases = testDatabases();

const INSTANTS = [
  undefined,
  '2026-01-05T09:00:00.000Z',
  // Between what happens on one day.
  '2026-01-05T10:30:00.000Z',
  '2026-02-20T12:00:00.000Z',
  '2026-05-01T00:00:00.000Z',
];

const request = fc.record({
  filters: someFilters,
  at: fc.constantFrom(...INSTANTS),
  rows: fc.constantFrom('workload', 'owner', 'system', 'domain', 'tag'),
  columns: fc.constantFrom('phase', 'pillar', 'cell'),
  sort: fc.constantFrom(
    'title',
    '-title',
    'score',
    '-score',
    '-coverage',
    'high',
    'level',
    '-updatedAt',
    'column',
    '-column',
  ),
  limit: fc.integer({ min: 1, max: 6 }),
  groupBy: fc.constantFrom(
    undefined,
    'owner',
    'system',
    'domain',
    'lifecycle',
    'tag',
    'level',
  ),
  interval: fc.constantFrom('day', 'week', 'month'),
});
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;
type World = Awaited<ReturnType<typeof buildOrganisation>>;

/** Sums of doubles may differ in their last digits. */
const close = (value: number | null) =>
  value === null ? null : expect.closeTo(value, 5);

/** A whole list, page by page; backwards gives the same. */
async function walk(
  page: (cursor?: string) => Promise<{
    rows: readonly { key: string | null }[];
    pageInfo: { nextCursor?: string; prevCursor?: string };
  }>,
) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const found = await page(cursor);
    pages.push(found);
    cursor = found.pageInfo.nextCursor;
  } while (cursor !== undefined);
  for (let index = pages.length - 1; index > 0; index--) {
    const back = await page(pages[index].pageInfo.prevCursor);
    expect(back.rows).toEqual(pages[index - 1].rows);
  }
  expect(pages[0].pageInfo.prevCursor).toBeUndefined();
  return pages.flatMap(({ rows }) => rows);
}

type SortValue = string | number | null;

/** What rows of a heatmap are sorted by. */
function sortValueOf(
  rows: readonly ModelRow[],
  key: string | null,
  { rows: kind, sort }: Request,
  column: string,
): SortValue {
  const scorecards = rows.map(row => row.scorecard);
  switch (sort.replace('-', '')) {
    case 'title':
      return kind === 'workload' ? foldText(rows[0].record.title) : key;
    case 'score':
      return mean(scorecards.map(({ score }) => score));
    case 'coverage':
      return mean(rows.map(begunCoverage));
    case 'high':
      return sum(scorecards.map(({ counts }) => counts.HIGH));
    case 'level': {
      const ladder = [
        'Initial',
        'Developing',
        'Defined',
        'Managed',
        'Optimizing',
      ];
      return mean(
        scorecards.map(({ level }) =>
          ladder.includes(level) ? ladder.indexOf(level) : null,
        ),
      );
    }
    case 'updatedAt':
      return rows.reduce<string | null>(
        (latest, { updatedAt }) =>
          updatedAt !== null && (latest === null || updatedAt > latest)
            ? updatedAt
            : latest,
        null,
      );
    default:
      return mean(rows.map(row => scopeOf(row, column)?.score ?? null));
  }
}

async function checkHeatmap(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { filters, at, rows: kind, columns, limit } = asked;
  const expected = active(model.rows(filters, see, at ?? FOREVER), filters);
  const get = async (sort: string, cursor?: string) => {
    const page = await org.heatmap(
      filters,
      { rows: kind, columns, sort, cursor, limit, at },
      caller,
    );
    expect(mlLensRoutes.getHeatmap.response.parse(page)).toEqual(page);
    return page;
  };
  const first = await get('title');
  const groups = grouped(expected, kind);
  expect(first.totalItems).toBe(groups.size);
  const column = first.columns[1];
  if (asked.sort.includes('column') && column === undefined) {
    expect(expected).toEqual([]);
    return;
  }
  const sort = asked.sort.replace('column', `column:${column}`);
  const found = (await walk(cursor => get(sort, cursor))) as typeof first.rows;

  const descending = sort.startsWith('-');
  const wanted = [...groups]
    .map(([key, rows]) => ({
      key,
      rows,
      value: sortValueOf(rows, key, asked, column),
    }))
    .sort((a, b) => {
      const sign = descending ? -1 : 1;
      if (a.value === null || b.value === null) {
        const nulls = Number(a.value === null) - Number(b.value === null);
        return nulls || sign * compareTexts(a.key ?? '', b.key ?? '');
      }
      const order = a.value < b.value ? -1 : Number(a.value > b.value);
      return sign * (order || compareTexts(a.key ?? '', b.key ?? ''));
    });
  expect(found).toEqual(
    wanted.map(({ key, rows }) => ({
      key,
      title: kind === 'workload' ? rows[0].record.title : null,
      entityRef: kind === 'workload' ? rows[0].record.primaryEntityRef : null,
      workloads: new Set(rows.map(({ record }) => record.workloadId)).size,
      score: rounded(mean(rows.map(({ scorecard }) => scorecard.score))),
      readiness: rounded(
        mean(rows.map(({ scorecard }) => scorecard.readiness)),
      ),
      coverage: close(mean(rows.map(begunCoverage)) ?? 0),
      cells: first.columns.map(id => {
        const scopes = rows.flatMap(row => scopeOf(row, id) ?? []);
        return {
          column: id,
          score: rounded(mean(scopes.map(({ score }) => score))),
          coverage: close(
            mean(
              rows.map(row =>
                row.scorecard.score === null
                  ? null
                  : scopeOf(row, id)?.coverage ?? null,
              ),
            ) ?? 0,
          ),
          high: sum(scopes.map(({ counts }) => counts.HIGH)),
          notDue: sum(rows.map(row => notDueIn(row, id))),
        };
      }),
    })),
  );
}

/** Open questions of a pillar, a phase or a cell that are due later. */
function notDueIn({ lens, scorecard, state }: ModelRow, column: string) {
  return lens.questions.filter(
    question =>
      [
        question.phaseId,
        question.pillarId,
        `${question.pillarId}/${question.phaseId}`,
      ].includes(column) &&
      !isDue(lens, scorecard.currentPhase, question.id) &&
      standingOf(question, state.answers.get(question.id)?.state).risk ===
        'UNANSWERED',
  ).length;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function checkGaps(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { filters, at: since } = asked;
  const rows = active(model.rows(filters, see), filters);
  const ids = new Set(rows.map(({ id }) => id));
  const before = since
    ? model
        .rows({}, undefined, since)
        .filter(({ id }) => ids.has(id))
        .flatMap(practicesOf)
    : [];
  const found = await org.gaps(filters, { since, limit: 100 }, caller);
  expect(mlLensRoutes.getGaps.response.parse({ items: found }).items).toEqual(
    found,
  );
  const judged = rows.flatMap(row =>
    practicesOf(row).map(practice => ({ ...practice, row })),
  );
  const keys = new Set(judged.filter(({ met }) => !met).map(({ key }) => key));
  const expected = [...keys].map(key => {
    const all = judged.filter(practice => practice.key === key);
    const unmet = all.filter(({ met }) => !met);
    const [lensId, questionId, choiceId] = key.split('/');
    const question = unmet[0].row.lens.question(questionId)!;
    const high = unmet.filter(({ risk }) => risk === 'HIGH').length;
    const medium = unmet.filter(({ risk }) => risk === 'MEDIUM').length;
    const owners = grouped(
      unmet.map(({ row }) => row),
      'owner',
    );
    const done = rows
      .filter(row => row.lens.id === lensId)
      .map(row => {
        const here = unmet.find(practice => practice.row === row);
        return here ? here.scoreIfDone : row.scorecard.score;
      });
    return {
      lensId,
      questionId,
      choiceId,
      pillar: question.pillarId,
      phase: question.phaseId,
      riskLevel: question.choice(choiceId)?.riskLevel ?? null,
      unmet: unmet.length,
      judged: all.length,
      high,
      medium,
      weight: 2 * high + medium,
      owners: [...owners]
        .map(([owner, times]) => ({ owner, unmet: times.length }))
        .sort((a, b) => b.unmet - a.unmet || compareKeys(a.owner, b.owner)),
      unmetBefore: since
        ? before.filter(practice => practice.key === key && !practice.met)
            .length
        : null,
      scoreIfDone: expect.closeTo(mean(done)!, 1),
    };
  });
  expected.sort(
    (a, b) =>
      b.weight - a.weight ||
      b.unmet - a.unmet ||
      compareTexts(
        `${a.lensId}/${a.questionId}/${a.choiceId}`,
        `${b.lensId}/${b.questionId}/${b.choiceId}`,
      ),
  );
  expect(found).toEqual(expected);
}

async function checkTrend(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { filters, interval, groupBy } = asked;
  const series = await org.trend(
    filters,
    { from: '2026-01-01', to: '2026-06-10', interval, groupBy },
    caller,
  );
  expect(mlLensRoutes.getTrend.response.parse({ series }).series).toEqual(
    series,
  );
  const days = (
    await org.trend(
      {},
      { from: '2026-01-01', to: '2026-06-10', interval },
      caller,
    )
  )[0].points.map(({ date }) => date);
  expect(days.at(-1)).toBe('2026-06-10');

  const atEnd = days.map(date =>
    active(model.rows(filters, see, endOfDay(date)), filters),
  );
  const pointOf = (date: string, rows: readonly ModelRow[]) => {
    const scorecards = rows.map(({ scorecard }) => scorecard);
    const total = (risk: keyof (typeof scorecards)[number]['counts']) =>
      sum(scorecards.map(({ counts }) => counts[risk]));
    const score = mean(scorecards.map(card => card.score));
    const readiness = mean(scorecards.map(card => card.readiness));
    return {
      date,
      workloads: rows.length,
      begun: scorecards.filter(card => card.score !== null).length,
      score: score === null ? null : expect.closeTo(score, 1),
      readiness: readiness === null ? null : expect.closeTo(readiness, 1),
      coverage: close(mean(rows.map(begunCoverage))),
      counts: {
        UNANSWERED: total('UNANSWERED'),
        HIGH: total('HIGH'),
        MEDIUM: total('MEDIUM'),
        NONE: total('NONE'),
        NOT_APPLICABLE: total('NOT_APPLICABLE'),
      },
      levels: Object.fromEntries(
        [...grouped(rows, 'level')].map(([level, of]) => [level, of.length]),
      ),
    };
  };
  if (!groupBy) {
    expect(series).toEqual([
      { key: null, points: days.map((date, i) => pointOf(date, atEnd[i])) },
    ]);
    return;
  }
  const keys = new Set(
    atEnd.flatMap(rows => [...grouped(rows, groupBy).keys()]),
  );
  const shown = series.filter(({ points }) =>
    points.some(({ workloads }) => workloads > 0),
  );
  expect(new Set(shown.map(({ key }) => key))).toEqual(keys);
  for (const { key, points } of series) {
    expect(points).toEqual(
      days.map((date, i) =>
        pointOf(date, grouped(atEnd[i], groupBy).get(key) ?? []),
      ),
    );
  }
}

async function checkCompare(
  { org, model }: World,
  asked: Request,
  see?: Set<string>,
) {
  const { at, rows: kind } = asked;
  const by = kind === 'tag' ? 'owner' : kind;
  const key = {
    workload: ['w-1', 'w-0', 'w-99'],
    owner: ['group:default/science', 'group:default/fraud'],
    system: ['system:default/y', 'system:default/x', 'system:default/none'],
    domain: ['domain:default/d', 'domain:default/e'],
  }[by];
  const items = await org.compare({ lens: 'phased', by, key, at }, caller);
  expect(
    mlLensRoutes.compareScorecards.response.parse({ items }).items,
  ).toEqual(items);
  expect(items.map(item => item.key)).toEqual(key);
  const rows = active(
    model.rows({ lens: ['phased'] }, see, at ?? FOREVER),
    by === 'workload' ? { workload: key } : {},
  );
  for (const item of items) {
    const mine = grouped(rows, by).get(item.key) ?? [];
    expect(item.workloads).toBe(mine.length);
    expect(item.score).toBe(
      rounded(mean(mine.map(({ scorecard }) => scorecard.score))),
    );
    expect(item.title).toBe(
      by === 'workload' ? mine[0]?.record.title ?? null : null,
    );
    const scores = { ...item.pillars, ...item.phaseScores };
    for (const [scope, score] of Object.entries(scores)) {
      expect(score).toBe(
        rounded(mean(mine.map(row => scopeOf(row, scope)?.score ?? null))),
      );
    }
  }
}

async function checkTotals(world: World, asked: Request, see?: Set<string>) {
  const { filters, at } = asked;
  const rows = world.model.rows(filters, see, at ?? FOREVER);
  const summary = await world.scorecards.summary(filters, { at }, caller);
  const counted = active(rows, filters);
  expect(summary.total.workloads).toBe(counted.length);
  expect(summary.retired).toBe(rows.length - counted.length);
  const cards = counted.map(({ scorecard }) => scorecard);
  const tenths = (valueOf: (card: (typeof cards)[number]) => number | null) =>
    Array.from(
      { length: 10 },
      (_, tenth) =>
        cards.filter(card => {
          const value = valueOf(card);
          return (
            value !== null && Math.min(9, Math.floor(value / 10)) === tenth
          );
        }).length,
    );
  expect(summary.distribution).toEqual({
    score: tenths(({ score }) => score),
    noScore: cards.filter(({ score }) => score === null).length,
    coverage: tenths(({ coverage }) => 100 * coverage),
  });
  const page = await world.scorecards.page(
    filters,
    { sort: 'title', limit: 1, at },
    caller,
  );
  expect(page.totalItems).toBe(rows.length);
  const { batches } = await world.org.rows(
    filters,
    { sort: 'title', at },
    caller,
  );
  const exported: string[] = [];
  for await (const batch of batches) {
    exported.push(...batch.map(row => `${row.workloadId}/${row.lens.id}`));
  }
  expect(exported.sort()).toEqual(rows.map(({ id }) => id).sort());
}

describe.each(databases.ids)('the organisation on %s', id => {
  it('is what its events say, whoever asks for whatever', async () => {
    expect.hasAssertions();
    const knex = await databases.create(id);
    await fc.assert(
      fc
        .asyncProperty(
          organisation,
          someSight,
          fc.array(request, { minLength: 8, maxLength: 8 }),
          async (described, sight, requests) => {
            const see = sight && new Set(sight);
            const world = await buildOrganisation(knex, described, see);
            for (const asked of requests) {
              await checkTotals(world, asked, see);
              await checkHeatmap(world, asked, see);
              await checkGaps(world, asked, see);
              await checkTrend(world, asked, see);
              await checkCompare(world, asked, see);
            }
          },
        )
        .afterEach(() => clearOrganisation(knex)),
      { numRuns: id === 'SQLITE_3' ? 15 : 5 },
    );
  });
});
