// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DEFAULT_LEVELS, HistoryLine } from '@ml-lens/lens-model';
import fc from 'fast-check';
import { testDatabases } from '../../__testUtils__/databases';
import {
  caller,
  lensesOf,
  phasedLens,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from '../../__testUtils__/reviewFixtures';
import { dayOf } from '../../clock';
import { chunksOf } from '../../database/sql';
import { pastReview } from '../reviewAt';
import type { ScorecardHistoryRow } from '../rows';
import { pointsOf } from './historyDays';
import { rebuild, rebuildAndCompare } from './rebuild';

jest.setTimeout(300_000);

const databases = testDatabases();
const VERSIONS = [phasedLens(), phasedLens({ version: '2' })];
const WORKLOADS = ['one', 'two'];
const QUESTIONS = ['goal', 'data', 'label', 'drift'];
const PHASES = ['frame', 'prepare', 'run'];

/** One thing that happens to a review, some time after the one before. */
const happening = fc.record({
  workload: fc.constantFrom(...WORKLOADS),
  minutes: fc.constantFrom(0, 1, 60, 60 * 24 * 40),
  what: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('answer' as const),
        question: fc.constantFrom(...QUESTIONS),
        choices: fc.constantFrom([], ['a'], ['b'], ['a', 'b'], ['no']),
        moot: fc.boolean(),
        lensVersion: fc.constantFrom(undefined, undefined, '1', '2'),
      }),
    },
    fc.record({
      type: fc.constant('target' as const),
      phase: fc.constantFrom(...PHASES),
      targetDate: fc.constantFrom(null, '2026-06-01', '2027-01-01'),
      plannedStart: fc.constantFrom(undefined, null, '2026-05-01'),
    }),
    fc.record({
      type: fc.constant('iteration' as const),
      phase: fc.constantFrom(...PHASES),
    }),
    fc.record({ type: fc.constant('milestone' as const) }),
  ),
});

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function toLines(happenings: readonly Happening[]): HistoryLine[] {
  let time = Date.parse('2026-01-01T00:00:00Z');
  return happenings.map(({ workload, minutes, what }, index) => {
    time += minutes * 60_000;
    const common = {
      workload,
      lens: 'phased',
      at: new Date(time).toISOString(),
      by: 'user:default/kim',
    };
    switch (what.type) {
      case 'answer':
        return {
          ...common,
          type: 'answer',
          lensVersion: what.lensVersion,
          question: what.question,
          selectedChoices: what.choices.map(c => `${what.question}_${c}`),
          notApplicable: what.moot ? { reason: 'OTHER' } : null,
        };
      case 'target':
        return {
          ...common,
          type: 'target',
          phase: what.phase,
          targetDate: what.targetDate,
          plannedStart: what.plannedStart,
        };
      case 'iteration':
        return { ...common, type: 'iteration', phase: what.phase, reason: 'x' };
      default:
        return { ...common, type: 'milestone', name: `Mark ${index}` };
    }
  });
}

describe.each(databases.ids)('rebuild on %s', id => {
  it('gives the rows that were written event by event', async () => {
    const knex = await databases.create(id);
    const lenses = lensesOf(...VERSIONS);
    const { importer, editor, store, service, addWorkloads } = reviewsOn(knex, {
      lenses,
    });
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(happening, { minLength: 1, maxLength: 25 }),
          fc.integer({ min: 1, max: 25 }),
          fc.integer({ min: 1, max: 3 }),
          async (happenings, cut, some) => {
            await addWorkloads(...WORKLOADS.map(w => workloadRecord(w)));
            // Part at once, the rest in small pieces, then people take over.
            const lines = toLines(happenings).map(l => JSON.stringify(l));
            if (cut > 0) {
              await importer.import(lines.slice(0, cut).join('\n'));
            }
            for (const piece of chunksOf(lines.slice(cut), some)) {
              await importer.import(piece.join('\n'));
            }
            for (const workloadId of WORKLOADS) {
              const key = { workloadId, lensId: 'phased' };
              const { answers } = await service.review(key, undefined);
              await editor.putAnswer(
                { ...key, questionId: 'label' },
                {
                  revision: answers.label.revision,
                  selectedChoices: ['label_a'],
                },
                caller,
              );
            }
            const written = await projectionsOf(knex);
            expect(await rebuild({ store, lenses })).toBe(2);
            expect(await projectionsOf(knex)).toEqual(written);

            // As of any event, the stored history says what a replay says.
            for (const review of await store.reviews(
              WORKLOADS.map(workload => `${workload}/phased`),
            )) {
              const days: ScorecardHistoryRow[] = await knex(
                'scorecard_history',
              )
                .where('review_id', review.review_id)
                .where('seq', '>', 0)
                .orderBy('seq');
              const points = days.flatMap(pointsOf);
              expect(points.map(({ seq }) => seq)).toEqual(
                Array.from({ length: review.last_seq }, (_, at) => at + 1),
              );
              expect(days.map(day => day.valid_to)).toEqual([
                ...days.slice(1).map(day => pointsOf(day)[0].at),
                null,
              ]);
              expect(new Set(days.map(day => dayOf(day.valid_from))).size).toBe(
                days.length,
              );
              for (const [index, point] of points.entries()) {
                if (points[index + 1]?.at === point.at) {
                  continue;
                }
                const { state, scorecard } = await pastReview(
                  { store, lenses },
                  review,
                  point.at,
                );
                expect(point).toEqual({
                  seq: state.lastSeq,
                  at: state.lastAt,
                  score: scorecard.score,
                  coverage: scorecard.coverage,
                  level: scorecard.level,
                  answeredAt: state.answeredAt,
                });
                expect(await store.answeredAt(review.review_id, point.at)).toBe(
                  state.answeredAt,
                );
              }
              for (const day of days) {
                const { state, scorecard } = await pastReview(
                  { store, lenses },
                  review,
                  day.valid_from,
                );
                expect(day).toMatchObject({
                  seq: state.lastSeq,
                  high: scorecard.counts.HIGH,
                  readiness: scorecard.readiness,
                  targets:
                    state.targets.size === 0
                      ? null
                      : JSON.stringify(
                          Object.fromEntries([...state.targets].sort()),
                        ),
                });
              }
            }
          },
        )
        .afterEach(async () => {
          for (const table of [
            'answer_events',
            'workloads',
            ...Object.keys(await projectionsOf(knex)),
          ]) {
            await knex(table).delete();
          }
        }),
      { numRuns: id === 'SQLITE_3' ? 40 : 12 },
    );
  });

  it('applies a new ladder of levels', async () => {
    const knex = await databases.create(id);
    const lenses = lensesOf(phasedLens());
    const { importer, store } = reviewsOn(knex, { lenses });
    await importer.import(
      toLines(
        QUESTIONS.map(question => ({
          workload: 'one',
          minutes: 1,
          what: {
            type: 'answer' as const,
            question,
            choices: ['a'] as const,
            moot: false,
            lensVersion: undefined,
          },
        })),
      )
        .map(line => JSON.stringify(line))
        .join('\n'),
    );
    expect(await knex('scorecards').first('level', 'level_rank')).toEqual({
      level: 'Developing',
      level_rank: 2,
    });
    await rebuild(
      {
        store,
        lenses: {
          ...lenses,
          levels: () => [
            { ...DEFAULT_LEVELS[0], name: 'Low' },
            { name: 'High', from: 30 },
          ],
        },
      },
      'one/phased',
    );
    expect(await knex('scorecards').first('level', 'level_rank')).toEqual({
      level: 'High',
      level_rank: 2,
    });
  });

  it('names the reviews that were not what their events say', async () => {
    const knex = await databases.create(id);
    const { lenses, editor, store, addWorkloads } = reviewsOn(knex);
    await addWorkloads(workloadRecord('one'), workloadRecord('two'));
    for (const workloadId of WORKLOADS) {
      await editor.putAnswer(
        { workloadId, lensId: 'phased', questionId: 'goal' },
        { revision: 0, selectedChoices: ['goal_a'] },
        caller,
      );
    }
    const differed = async () => {
      const ids = ['one/phased', 'two/phased', 'none/phased'];
      const results = [];
      for (const reviewId of ids) {
        results.push(await rebuildAndCompare({ store, lenses }, reviewId));
      }
      return results.map(result => result?.differed);
    };
    expect(await differed()).toEqual([false, false, undefined]);
    await knex('scorecards').where('workload_id', 'two').update({ score: 99 });
    expect(await differed()).toEqual([false, true, undefined]);
    expect(await differed()).toEqual([false, false, undefined]);
  });

  it('finds nothing wrong with a review that people are answering', async () => {
    const knex = await databases.create(id);
    const { lenses, editor, store, addWorkloads } = reviewsOn(knex);
    await addWorkloads(workloadRecord('one'));
    const answer = async (questionId: string) => {
      for (let revision = 0; revision < 10; revision++) {
        await editor.putAnswer(
          { workloadId: 'one', lensId: 'phased', questionId },
          {
            revision,
            selectedChoices: [`${questionId}_${'ab'[revision % 2]}`],
          },
          caller,
        );
      }
    };
    const results: unknown[] = [];
    let answering = true;
    const watching = async () => {
      while (answering) {
        results.push(await rebuildAndCompare({ store, lenses }, 'one/phased'));
      }
    };
    await Promise.all([
      watching(),
      Promise.all(QUESTIONS.map(answer)).finally(() => {
        answering = false;
      }),
    ]);
    expect(results).toContainEqual({ reviewId: 'one/phased', differed: false });
    expect(results).not.toContainEqual(
      expect.objectContaining({ differed: true }),
    );
  });
});
