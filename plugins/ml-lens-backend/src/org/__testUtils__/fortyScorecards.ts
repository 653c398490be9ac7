// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import {
  caller,
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from '../../__testUtils__/reviewFixtures';
import type { OrgFilters } from '../query/orgFilters';

const OWNERS = ['group:default/a', 'group:default/b', null];
const SYSTEMS = ['system:default/x', null];
const LIFECYCLES = ['production', 'experimental', null];
const QUESTIONS = ['goal', 'data', 'label', 'drift'];
/** Two lenses of the same questions. */
export const BOTH = lensesOf(
  phasedLens(),
  phasedLens({ id: 'other', name: 'Other' }),
);

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

/** Forty scorecards of two lenses in every state, and what asks for them. */
export async function fortyScorecards(knex: Knex) {
  const reviews = await fill(knex);
  const page = async (
    filters: OrgFilters,
    options: {
      sort?: string;
      cursor?: string;
      limit?: number;
      at?: string;
    } = {},
  ) =>
    await reviews.scorecards.page(
      filters,
      { sort: 'title', limit: 20, ...options },
      caller,
    );
  const summaryOf = async (
    filters: OrgFilters,
    options: Parameters<typeof reviews.scorecards.summary>[1] = {},
  ) => {
    const summary = await reviews.scorecards.summary(filters, options, caller);
    expect(mlLensRoutes.getSummary.response.parse(summary)).toEqual(summary);
    return summary;
  };
  const all = (await page({}, { limit: 100 })).items;
  return { reviews, page, summaryOf, all };
}
export type FortyScorecards = Awaited<ReturnType<typeof fortyScorecards>>;

export function idOf(row: OrgRow): string {
  return `${row.workloadId}/${row.lens.id}`;
}

/** What figures of some rows say is what adding these up by hand gives. */
export function expectSummary(
  rollup: Awaited<ReturnType<FortyScorecards['summaryOf']>>['total'],
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
