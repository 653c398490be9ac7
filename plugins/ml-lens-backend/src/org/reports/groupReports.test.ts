// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { evaluateAnswer } from '@ml-lens/lens-model';
import fc from 'fast-check';
import { testDatabases } from '../../__testUtils__/databases';
import {
  buildOrganisation,
  clearOrganisation,
  organisation,
  someFilters,
  someSight,
} from '../../__testUtils__/orgFixture';
import {
  active,
  FOREVER,
  grouped,
  mean,
  type ModelRow,
  rounded,
  sum,
} from '../../__testUtils__/orgModel';
import { caller } from '../../__testUtils__/reviewFixtures';
import { withoutFigures } from '../query/orgFilters';
import { GroupReportService } from './GroupReportService';

jest.setTimeout(600_000);

const databases = testDatabases();

const SINCE = '2026-01-20T00:00:00.000Z';
const GROUPS = ['owner', 'system', 'domain'] as const;

const request = fc.record({
  filters: someFilters.map(withoutFigures),
  groupBy: fc.constantFrom(...GROUPS),
  at: fc.constantFrom(undefined, '2026-02-20T12:00:00.000Z'),
  limit: fc.integer({ min: 1, max: 3 }),
});

const highOf = ({ scorecard }: ModelRow) => scorecard.counts.HIGH;

/** How many of the rows have each question at high risk. */
function highQuestions(rows: readonly ModelRow[]) {
  const counts = new Map<string, number>();
  for (const { lens, state } of rows) {
    for (const question of lens.questions) {
      const answer = state.answers.get(question.id)?.state;
      if (evaluateAnswer(question, answer).risk === 'HIGH') {
        const id = `${lens.id}/${question.id}`;
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
  }
  return counts;
}

const workload = {
  title: 'Ranking' as const,
  owner: 'group:default/science',
  system: null,
  domain: null,
  lifecycle: 'production',
  tags: [],
  lensIds: ['phased'],
};

describe.each(databases.ids)('reports of groups on %s', id => {
  it('say what counting one by one gives', async () => {
    const knex = await databases.create(id);
    await fc.assert(
      fc
        .asyncProperty(
          organisation,
          someSight,
          fc.array(request, { minLength: 1, maxLength: 3 }),
          async (described, sight, requests) => {
            const see = sight && new Set(sight);
            const world = await buildOrganisation(knex, described, see);
            const service = new GroupReportService({ reader: world.reader });
            for (const { filters, groupBy, at, limit } of requests) {
              const rowsAt = (instant: string) =>
                active(world.model.rows(filters, see, instant), filters);
              const groups = grouped(rowsAt(at ?? FOREVER), groupBy);
              const before = grouped(rowsAt(SINCE), groupBy);
              const then = new Map(rowsAt(SINCE).map(row => [row.id, row]));
              const reports = [];
              let cursor: string | undefined;
              do {
                const page = await service.list(
                  filters,
                  { groupBy, since: SINCE, cursor, limit, at },
                  caller,
                );
                expect(
                  mlLensRoutes.getGroupReports.response.parse(page),
                ).toEqual(page);
                expect(page.totalItems).toBe(groups.size);
                reports.push(...page.items);
                cursor = page.pageInfo.nextCursor;
              } while (cursor !== undefined);
              expect(reports.map(({ key }) => key ?? '').sort()).toEqual(
                [...groups.keys()].map(key => key ?? '').sort(),
              );
              for (const report of reports) {
                const rows = groups.get(report.key)!;
                const past = before.get(report.key) ?? [];
                const scores = (some: readonly ModelRow[]) =>
                  rounded(mean(some.map(({ scorecard }) => scorecard.score)));
                expect(report).toMatchObject({
                  workloads: rows.length,
                  score: scores(rows),
                  readiness: rounded(
                    mean(rows.map(({ scorecard }) => scorecard.readiness)),
                  ),
                  counts: { HIGH: sum(rows.map(highOf)) },
                  before: {
                    workloads: past.length,
                    score: scores(past),
                    high: sum(past.map(highOf)),
                  },
                });
                const high = highQuestions(rows);
                const most = [...high.values()].sort((a, b) => b - a);
                expect(report.risks.map(risk => risk.high)).toEqual(
                  most.slice(0, 5),
                );
                for (const risk of report.risks) {
                  expect(risk.high).toBe(
                    high.get(`${risk.lensId}/${risk.questionId}`),
                  );
                }
                const fell = rows.filter(row => {
                  const was = then.get(row.id)?.scorecard.score ?? null;
                  const { score } = row.scorecard;
                  return score !== null && was !== null && score < was;
                });
                const told = report.worse.filter(
                  ({ score }) => score.to < score.from,
                );
                expect(told).toHaveLength(Math.min(5, fell.length));
                expect(report.worseCount).toBeGreaterThanOrEqual(fell.length);
              }
            }
          },
        )
        .afterEach(() => clearOrganisation(knex)),
      { numRuns: id === 'SQLITE_3' ? 12 : 5 },
    );
  });

  it('name what is late and what falls due, of what the caller may see', async () => {
    const knex = await databases.create(id);
    const world = await buildOrganisation(
      knex,
      {
        workloads: [
          workload,
          { ...workload, title: 'Fraud' as const },
          workload,
          { ...workload, owner: 'group:default/pay' },
        ],
        happenings: [],
      },
      new Set(['w-0', 'w-1', 'w-3']),
    );
    const [question] = world.model.rows({}, undefined)[0].lens.questions;
    const [practice, other] = question.practices;
    const plan = async (
      review: string,
      choice: string,
      dueDate: string | null,
      more: Record<string, string> = {},
    ) =>
      await knex('improvements').insert({
        review_id: review,
        question_id: question.id,
        choice_id: choice,
        revision: 1,
        status: 'NOT_STARTED',
        assignee: 'user:default/kim',
        due_date: dueDate,
        updated_at: '2035-11-01T00:00:00.000Z',
        updated_by: 'user:default/kim',
        ...more,
      });
    await plan('w-0/phased', practice.id, '2035-12-01');
    await plan('w-0/phased', other.id, '2036-02-01');
    await plan('w-1/phased', practice.id, '2035-11-20');
    await plan('w-1/phased', other.id, '2035-11-20', { status: 'COMPLETE' });
    await plan('w-2/phased', practice.id, '2035-11-20');
    await plan('w-3/phased', practice.id, '2036-12-01');
    const service = new GroupReportService({ reader: world.reader });
    const ask = async (at?: string) =>
      await service.list({}, { groupBy: 'owner', limit: 10, at }, caller);
    const [science, pay] = (await ask()).items;
    expect(science).toMatchObject({
      key: 'group:default/science',
      workloads: 2,
      before: null,
      lateCount: 2,
      late: [
        { workloadId: 'w-1', dueDate: '2035-11-20', choiceId: practice.id },
        { workloadId: 'w-0', dueDate: '2035-12-01', choiceId: practice.id },
      ],
      dateCount: 1,
      dates: [{ workloadId: 'w-0', date: '2036-02-01', kind: 'PRACTICE' }],
    });
    expect(pay).toMatchObject({ workloads: 1, lateCount: 0, dateCount: 0 });
    const [earlier] = (await ask('2035-11-25T00:00:00.000Z')).items;
    expect(earlier.late.map(({ workloadId }) => workloadId)).toEqual(['w-1']);
    await knex('improvements').delete();
  });
});
