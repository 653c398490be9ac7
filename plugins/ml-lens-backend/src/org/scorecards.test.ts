// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  ORG_SORT_FIELDS,
  OrgRow,
  OrgSortField,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  lensesOf,
  onlyWorkloads,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { foldText } from '../database/sql';
import { OrgFilters } from './query/orgFilters';

jest.setTimeout(240_000);

const databases = testDatabases();

const OWNERS = ['group:default/a', 'group:default/b', null];
const SYSTEMS = ['system:default/x', null];
const LIFECYCLES = ['production', 'experimental', null];
const LEVELS = ['Initial', 'Developing', 'Defined', 'Managed', 'Optimizing'];
const QUESTIONS = ['goal', 'data', 'label', 'drift'];
const BOTH = lensesOf(phasedLens(), phasedLens({ id: 'other', name: 'Other' }));

/** Deterministic, well spread numbers. */
function numbers() {
  let seed = 7;
  return (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor(seed / 65536) % below;
  };
}

/** Some forty scorecards of two lenses in every state. */
async function fill(knex: Knex) {
  const reviews = reviewsOn(knex, { lenses: BOTH });
  const next = numbers();
  const records = Array.from({ length: 23 }, (_, index) =>
    workloadRecord(`w-${String(index).padStart(2, '0')}`, {
      title: ['Ranking', 'ranking 100%', 'Fraud', '価格', 'A_B'][next(5)],
      owner: OWNERS[next(3)],
      system: SYSTEMS[next(2)],
      domain: next(2) ? 'domain:default/d' : null,
      lifecycle: LIFECYCLES[next(3)],
      tags: ['nlp', 'vision', 'tabular'].filter(() => next(2)),
      lensIds: index % 4 === 0 ? ['phased'] : ['phased', 'other'],
    }),
  );
  await reviews.addWorkloads(...records);
  const lines = records.flatMap(({ workloadId, lensIds }) =>
    lensIds.flatMap(lens => {
      const answered = QUESTIONS.filter(() => next(4) > 0);
      return [
        ...answered.map((question, index) => ({
          type: 'answer',
          workload: workloadId,
          lens,
          question,
          at: `2026-0${1 + index}-1${next(9)}T09:00:00Z`,
          by: 'user:default/kim',
          selectedChoices: [['a'], ['a', 'b'], ['no']][next(3)].map(
            choice => `${question}_${choice}`,
          ),
          notApplicable: next(6) === 0 ? { reason: 'OTHER' } : null,
        })),
        ...(next(2)
          ? [
              {
                type: 'target',
                workload: workloadId,
                lens,
                phase: 'run',
                targetDate: '2026-03-01',
                at: '2026-06-01T09:00:00Z',
                by: 'user:default/kim',
              },
            ]
          : []),
      ];
    }),
  );
  // Two workloads where nothing applies: they have no score.
  for (const workload of ['w-01', 'w-02']) {
    for (const question of QUESTIONS) {
      lines.push({
        type: 'answer',
        workload,
        lens: 'phased',
        question,
        at: '2026-07-01T09:00:00Z',
        by: 'user:default/kim',
        selectedChoices: [],
        notApplicable: { reason: 'OTHER' },
      });
    }
  }
  await reviews.importer.import(
    lines
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(line => JSON.stringify(line))
      .join('\n'),
  );
  await reviews.workloads.transaction(tx =>
    reviews.workloads.markOrphaned(tx, ['w-03'], '2026-08-01T00:00:00.000Z'),
  );
  return reviews;
}

function sortValue(row: OrgRow, field: OrgSortField): string | number | null {
  switch (field) {
    case 'title':
      return foldText(row.title);
    case 'level':
      return row.level === 'Not assessed' ? null : LEVELS.indexOf(row.level);
    case 'high':
      return row.counts.HIGH;
    case 'lateSince':
      return (
        Object.values(row.phases)
          .flatMap(({ late, targetDate }) => (late ? targetDate ?? [] : []))
          .sort()[0] ?? null
      );
    default:
      return row[field];
  }
}

function idOf(row: OrgRow): string {
  return `${row.workloadId}/${row.lens.id}`;
}

/** The order the list promises, by hand. */
function sorted(rows: readonly OrgRow[], sort: string): string[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace('-', '') as OrgSortField;
  const compare = <T extends string | number>(a: T, b: T) =>
    sign * (a < b ? -1 : Number(a > b));
  return [...rows]
    .sort((a, b) => {
      const [x, y] = [sortValue(a, field), sortValue(b, field)];
      if (x === null || y === null) {
        return (
          Number(x === null) - Number(y === null) || compare(idOf(a), idOf(b))
        );
      }
      return compare(x, y) || compare(idOf(a), idOf(b));
    })
    .map(idOf);
}

describe.each(databases.ids)('org lists on %s', id => {
  let reviews: Awaited<ReturnType<typeof fill>>;
  let all: OrgRow[];

  beforeAll(async () => {
    reviews = await fill(await databases.create(id));
    all = (await page({}, { limit: 100 })).items;
  });

  async function page(
    filters: OrgFilters,
    options: {
      sort?: string;
      cursor?: string;
      limit?: number;
      at?: string;
    } = {},
  ) {
    return await reviews.scorecards.page(
      filters,
      { sort: 'title', limit: 20, ...options },
      caller,
    );
  }

  /** Walks a list to its end and back; both ways must show the same rows. */
  async function walk(
    filters: OrgFilters,
    options: { sort: string; limit: number; at?: string },
  ) {
    const forth: string[][] = [];
    let current = await page(filters, options);
    expect(current.pageInfo.prevCursor).toBeUndefined();
    forth.push(current.items.map(idOf));
    while (current.pageInfo.nextCursor !== undefined) {
      current = await page(filters, {
        ...options,
        cursor: current.pageInfo.nextCursor,
      });
      expect(current.items.length).toBeGreaterThan(0);
      forth.push(current.items.map(idOf));
    }
    const back = [current.items.map(idOf)];
    while (current.pageInfo.prevCursor !== undefined) {
      current = await page(filters, {
        ...options,
        cursor: current.pageInfo.prevCursor,
      });
      back.unshift(current.items.map(idOf));
    }
    expect(back).toEqual(forth);
    return forth.flat();
  }

  it('shows rows as the contract says', async () => {
    const result = await page({}, { limit: 100 });
    expect(mlLensRoutes.queryScorecards.response.parse(result)).toEqual(result);
    expect(result.totalItems).toBe(40);
    expect(result.items).toHaveLength(40);
    const row = result.items.find(r => idOf(r) === 'w-00/phased')!;
    const review = await reviews.service.review(
      { workloadId: 'w-00', lensId: 'phased' },
      undefined,
    );
    expect(row).toMatchObject({
      entityRef: 'component:default/w-00',
      tags: review.workload.tags,
      score: review.scorecard.score,
      coverage: review.scorecard.coverage,
      counts: review.scorecard.counts,
      level: review.scorecard.level,
      pillars: Object.fromEntries(
        review.scorecard.pillars.map(({ id: pillar, score }) => [
          pillar,
          score,
        ]),
      ),
      phases: Object.fromEntries(
        review.phases.map(({ id: phase, status, targetDate, late }) => [
          phase,
          {
            status,
            targetDate,
            late,
            score: review.scorecard.phases.find(p => p.id === phase)!.score,
          },
        ]),
      ),
    });
    expect(all.some(r => r.score === null)).toBe(true);
    expect(all.some(r => r.phases.run.late)).toBe(true);
  });

  it.each(ORG_SORT_FIELDS.flatMap(field => [field, `-${field}`]))(
    'sorts by %s, pages forth and back',
    async sort => {
      expect(await walk({}, { sort, limit: 7 })).toEqual(sorted(all, sort));
      const phased = all.filter(row => row.lens.id === 'phased');
      expect(await walk({ lens: ['phased'] }, { sort, limit: 5 })).toEqual(
        sorted(phased, sort),
      );
    },
  );

  it('pages without gaps at the edges', async () => {
    const one = { workload: ['w-00'] };
    expect(await page({ workload: ['none'] })).toEqual({
      items: [],
      totalItems: 0,
      pageInfo: {},
    });
    expect(await page(one, { limit: 1 })).toMatchObject({
      totalItems: 1,
      pageInfo: {},
    });
    const three = { workload: ['w-00', 'w-04', 'w-08'] };
    for (const sort of ['title', '-score']) {
      const exact = await page(three, { sort, limit: 3 });
      expect(exact.items).toHaveLength(3);
      expect(exact.pageInfo).toEqual({});
      const first = await page(three, { sort, limit: 2 });
      expect(first.items).toHaveLength(2);
      const last = await page(three, {
        sort,
        limit: 2,
        cursor: first.pageInfo.nextCursor,
      });
      expect(last.items).toHaveLength(1);
      expect(last.pageInfo.nextCursor).toBeUndefined();
    }
  });

  it('knows the cursors of its own lists only', async () => {
    const { pageInfo } = await page({}, { sort: 'score' });
    const cursor = pageInfo.nextCursor!;
    await page({}, { sort: 'score', cursor });
    for (const attempt of [
      () => page({}, { sort: '-score', cursor }),
      () => page({ q: 'a' }, { sort: 'score', cursor }),
      () => page({}, { sort: 'score', cursor, at: '2026-01-01T00:00:00Z' }),
      () => page({}, { sort: 'score', cursor: 'nonsense' }),
      () =>
        page(
          {},
          {
            sort: 'score',
            cursor: Buffer.from(
              JSON.stringify({
                ...JSON.parse(Buffer.from(cursor, 'base64url').toString()),
                value: 'x',
              }),
            ).toString('base64url'),
          },
        ),
    ]) {
      await expect(attempt()).rejects.toThrow(InputError);
    }
  });

  it.each<[string, OrgFilters, (row: OrgRow) => boolean]>([
    ['lens', { lens: ['other'] }, row => row.lens.id === 'other'],
    [
      'owner',
      { owner: ['group:default/A'] },
      row => row.owner === 'group:default/a',
    ],
    [
      'owner or none',
      { owner: ['group:default/a', ''] },
      row => row.owner === null || row.owner === 'group:default/a',
    ],
    ['no system', { system: [''] }, row => row.system === null],
    ['domain', { domain: ['domain:default/d'] }, row => row.domain !== null],
    [
      'lifecycle',
      { lifecycle: ['production', 'experimental'] },
      row => row.lifecycle !== null,
    ],
    [
      'level',
      { level: ['Not assessed', 'Initial'] },
      row => ['Not assessed', 'Initial'].includes(row.level),
    ],
    [
      'tag',
      { tag: ['nlp', 'vision'] },
      row => row.tags.includes('nlp') || row.tags.includes('vision'),
    ],
    [
      'phase',
      { phase: ['run:AT_RISK', 'frame:COMPLETE'] },
      row =>
        row.phases.run.status === 'AT_RISK' ||
        row.phases.frame.status === 'COMPLETE',
    ],
    ['workload', { workload: ['w-05'] }, row => row.workloadId === 'w-05'],
    ['orphaned', { orphaned: 'true' }, row => row.workloadId === 'w-03'],
    ['not orphaned', { orphaned: 'false' }, row => row.workloadId !== 'w-03'],
    ['text', { q: ' RANK' }, row => /rank/i.test(row.title)],
    ['percent', { q: '0%' }, row => row.title.includes('0%')],
    ['underscore', { q: 'a_b' }, row => row.title === 'A_B'],
    ['Japanese', { q: '価' }, row => row.title === '価格'],
    ['id', { q: 'w-1' }, row => row.workloadId.startsWith('w-1')],
    [
      'several',
      { lens: ['phased'], tag: ['nlp'], q: 'r' },
      row =>
        row.lens.id === 'phased' &&
        row.tags.includes('nlp') &&
        /r/i.test(row.title),
    ],
    ['nothing', { owner: ['group:default/none'] }, () => false],
  ])('filters by %s', async (_, filters, holds) => {
    const expected = all.filter(holds);
    const result = await page(filters, { limit: 100 });
    expect(result.totalItems).toBe(expected.length);
    expect(result.items).toEqual(expected);
    expect((await summaryOf(filters)).total.workloads).toBe(expected.length);
  });

  it('refuses a phase that is none', async () => {
    for (const phase of ['run', 'run:DONE', ':AT_RISK', `r"'x:AT_RISK`]) {
      await expect(page({ phase: [phase] })).rejects.toThrow(InputError);
    }
  });

  it('shows any list as it was', async () => {
    for (const at of ['2025-01-01T00:00:00Z', '2026-02-15T00:00:00Z']) {
      const past = (await page({}, { at, limit: 100 })).items;
      expect(past).toHaveLength(40);
      for (const row of past) {
        const review = await reviews.service.review(
          { workloadId: row.workloadId, lensId: row.lens.id },
          at,
        );
        expect(row).toMatchObject({
          score: review.scorecard.score,
          coverage: review.scorecard.coverage,
          level: review.scorecard.level,
          counts: review.scorecard.counts,
        });
        expect(row.updatedAt === null || row.updatedAt <= at).toBe(true);
        expect(row.phases.run.status).toBe(review.phases[2].status);
      }
      for (const sort of ['-score', 'level', '-updatedAt', 'coverage']) {
        expect(await walk({}, { sort, limit: 9, at })).toEqual(
          sorted(past, sort),
        );
      }
      const filters: OrgFilters = { phase: ['frame:COMPLETE'] };
      expect((await page(filters, { at, limit: 100 })).items.map(idOf)).toEqual(
        past.filter(row => row.phases.frame.status === 'COMPLETE').map(idOf),
      );
      expectSummary((await summaryOf({}, { at })).total, past);
    }
    const now = await page({}, { at: '2027-01-01T00:00:00Z', limit: 100 });
    // What is proposed is only told of now.
    expect(now.items).toEqual(all.map(({ openProposals, ...row }) => row));
  });

  it.each([undefined, '2026-02-15T00:00:00.000Z', '2026-06-15T00:00:00.000Z'])(
    'tells how long phases take and which are late at %s',
    async at => {
      const { items: rows } = await page({}, { at, limit: 100 });
      const isLate = (row: OrgRow) =>
        Object.values(row.phases).some(({ late }) => late);
      const ids = async (late: 'true' | 'false') =>
        (await page({ late }, { at, limit: 100 })).items.map(idOf);
      expect(await ids('true')).toEqual(rows.filter(isLate).map(idOf));
      expect(await ids('false')).toEqual(
        rows.filter(row => !isLate(row)).map(idOf),
      );
      const { late, pace } = await summaryOf({}, { at });
      expect(late).toBe(rows.filter(isLate).length);

      const open: Record<string, number[]> = {};
      for (const row of rows) {
        const review = await reviews.service.review(
          { workloadId: row.workloadId, lensId: row.lens.id },
          at,
        );
        for (const { id: phase, iterations } of review.phases) {
          for (const { startedAt, endedAt } of iterations) {
            if (endedAt === null) {
              const end = at === undefined ? Date.now() : Date.parse(at);
              open[phase] = [
                ...(open[phase] ?? []),
                (end - Date.parse(startedAt)) / 86_400_000,
              ];
            }
          }
        }
      }
      for (const phase of ['frame', 'prepare', 'run']) {
        const days = open[phase] ?? [];
        const mean = days.length
          ? Math.round(days.reduce((a, b) => a + b, 0) / days.length)
          : null;
        const { meanDays = null, ...counts } = pace[phase] ?? {
          open: 0,
          late: 0,
        };
        expect(counts).toEqual({
          open: days.length,
          late: rows.filter(row => row.phases[phase]?.late).length,
        });
        // In tenths: may be rounded up where whole days are rounded down.
        expect(Math.abs((meanDays ?? 0) - (mean ?? 0))).toBeLessThanOrEqual(
          0.5,
        );
        expect(meanDays === null).toBe(mean === null);
      }
    },
  );

  async function summaryOf(
    filters: OrgFilters,
    options: Parameters<typeof reviews.scorecards.summary>[1] = {},
  ) {
    const summary = await reviews.scorecards.summary(filters, options, caller);
    expect(mlLensRoutes.getSummary.response.parse(summary)).toEqual(summary);
    return summary;
  }

  function expectSummary(
    rollup: Awaited<ReturnType<typeof summaryOf>>['total'],
    rows: readonly OrgRow[],
  ) {
    const scores = rows.flatMap(row => (row.score === null ? [] : [row.score]));
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(rollup.workloads).toBe(rows.length);
    expect(rollup.assessed).toBe(
      rows.filter(row => row.level !== 'Not assessed').length,
    );
    expect(rollup.begun).toBe(scores.length);
    expect(rollup.score).toBe(
      scores.length ? Math.round(sum(scores) / scores.length) : null,
    );
    const begun = rows.filter(row => row.score !== null);
    expect(rollup.coverage ?? 0).toBeCloseTo(
      sum(begun.map(row => row.coverage)) / Math.max(1, begun.length),
    );
    expect(rollup.counts.HIGH).toBe(sum(rows.map(row => row.counts.HIGH)));
    expect(sum(Object.values(rollup.levels))).toBe(rows.length);
    for (const [level, count] of Object.entries(rollup.levels)) {
      expect(count).toBe(rows.filter(row => row.level === level).length);
    }
    for (const [phase, statuses] of Object.entries(rollup.phases)) {
      for (const [status, count] of Object.entries(statuses)) {
        expect(count).toBe(
          rows.filter(row => row.phases[phase].status === status).length,
        );
      }
    }
  }

  it('sums up everything, and nothing', async () => {
    const summary = await summaryOf({});
    expect(summary).toMatchObject({ groupBy: null, groups: [] });
    expectSummary(summary.total, all);
    expect((await summaryOf({ q: 'no such thing' })).total).toEqual({
      workloads: 0,
      begun: 0,
      assessed: 0,
      score: null,
      coverage: null,
      counts: { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 },
      levels: {},
      phases: {},
    });
  });

  it.each(['owner', 'system', 'domain', 'lifecycle', 'tag', 'level'] as const)(
    'sums up by %s',
    async groupBy => {
      const filters = { lens: ['phased', 'other'] };
      const { groups } = await summaryOf(filters, { groupBy });
      const valuesOf = (row: OrgRow): (string | null)[] => {
        if (groupBy !== 'tag') {
          return [row[groupBy]];
        }
        return row.tags.length ? row.tags : [null];
      };
      const keys = new Set(all.flatMap(valuesOf));
      expect(new Set(groups.map(group => group.key))).toEqual(keys);
      for (const group of groups) {
        expectSummary(
          group,
          all.filter(row => valuesOf(row).includes(group.key)),
        );
      }
      const sizes = groups.map(group => group.workloads);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    },
  );

  it('tells which values filters can take', async () => {
    const facets = await reviews.scorecards.facets({ lens: ['other'] }, caller);
    const rows = all.filter(row => row.lens.id === 'other');
    expect(Object.keys(facets).sort()).toEqual([
      'domain',
      'lens',
      'level',
      'lifecycle',
      'owner',
      'system',
      'tag',
    ]);
    expect(facets.lens).toEqual([
      { value: 'phased', count: 23 },
      { value: 'other', count: 17 },
    ]);
    for (const { value, count } of facets.owner) {
      expect(rows.filter(row => row.owner === value)).toHaveLength(count);
    }
    for (const { value, count } of facets.tag) {
      expect(rows.filter(row => row.tags.includes(value))).toHaveLength(count);
    }
    expect(facets.owner).toHaveLength(2);
  });

  it('shows and counts nothing the caller may not see', async () => {
    const visible = ['w-00', 'w-05'];
    const filter = onlyWorkloads(() => visible);
    const { scorecards } = reviewsOn(reviews.knex, {
      lenses: BOTH,
      access: accessOf({ listFilter: async () => filter }),
    });
    const rows = all.filter(row => visible.includes(row.workloadId));
    const list = await scorecards.page({}, { sort: 'title', limit: 1 }, caller);
    expect(list.totalItems).toBe(rows.length);
    const at = '2026-03-01T00:00:00Z';
    const past = await scorecards.page(
      {},
      { sort: 'title', limit: 50, at },
      caller,
    );
    expect(past.items.map(idOf)).toEqual(rows.map(idOf));
    expectSummary((await scorecards.summary({}, {}, caller)).total, rows);
    const { groups } = await scorecards.summary(
      {},
      { groupBy: 'owner' },
      caller,
    );
    expect(groups.map(group => group.workloads)).toHaveLength(
      new Set(rows.map(row => row.owner)).size,
    );
    const facets = await scorecards.facets({}, caller);
    expect(facets.lens.reduce((sum, { count }) => sum + count, 0)).toBe(
      rows.length,
    );
  });
});
