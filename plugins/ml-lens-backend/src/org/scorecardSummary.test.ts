// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import { testDatabases } from '../__testUtils__/databases';
import { caller } from '../__testUtils__/reviewFixtures';
import {
  expectSummary,
  type FortyScorecards,
  fortyScorecards,
  idOf,
} from './__testUtils__/fortyScorecards';

jest.setTimeout(240_000);

const databases = testDatabases();

describe.each(databases.ids)('figures of many scorecards on %s', id => {
  let reviews: FortyScorecards['reviews'];
  let page: FortyScorecards['page'];
  let summaryOf: FortyScorecards['summaryOf'];
  let all: FortyScorecards['all'];

  beforeAll(async () => {
    ({ reviews, page, summaryOf, all } = await fortyScorecards(
      await databases.create(id),
    ));
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
});
