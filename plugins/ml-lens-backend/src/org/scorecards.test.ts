// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  ORG_SORT_FIELDS,
  OrgRow,
  OrgSortField,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  onlyWorkloads,
  reviewsOn,
} from '../__testUtils__/reviewFixtures';
import { foldText } from '../database/sql';
import { COUNTED } from '../reviews/counted';
import {
  BOTH,
  expectSummary,
  type FortyScorecards,
  fortyScorecards,
  idOf,
} from './__testUtils__/fortyScorecards';
import { OrgFilters } from './query/orgFilters';

jest.setTimeout(240_000);

const databases = testDatabases();

const LEVELS = ['Initial', 'Developing', 'Defined', 'Managed', 'Optimizing'];

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
  let reviews: FortyScorecards['reviews'];
  let page: FortyScorecards['page'];
  let summaryOf: FortyScorecards['summaryOf'];
  let all: FortyScorecards['all'];

  beforeAll(async () => {
    ({ reviews, page, summaryOf, all } = await fortyScorecards(
      await databases.create(id),
    ));
  });

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
    // What is counted is only told of now.
    expect(all.every(row => row.openProposals === 0)).toBe(true);
    const uncounted = (row: OrgRow) =>
      Object.fromEntries(
        Object.entries(row).filter(([name]) => !(name in COUNTED)),
      );
    expect(now.items).toEqual(all.map(uncounted));
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
