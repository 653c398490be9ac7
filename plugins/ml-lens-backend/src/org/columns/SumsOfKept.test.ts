// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { compileLens, emptyAnswerState } from '@ml-lens/lens-model';
import fc from 'fast-check';
import { phasedLens } from '../../__testUtils__/reviewFixtures';
import { encodeStates } from '../../reviews/projection/practiceStates';
import { Codes } from './Codes';
import { DaySums, SUM } from './DaySums';
import { PRACTICE } from './figureCodes';
import type { FigureRow, TableKind } from './FigureRow';
import { FigureTable } from './FigureTable';
import { PracticeSums } from './PracticeSums';
import { ScorecardSums } from './ScorecardSums';

const lens = compileLens(phasedLens(), { id: 'phased', version: '1' });

/** A scorecard of a review that has this choice of each question, or none. */
function rowOf(choices: readonly string[]): FigureRow {
  const answers = new Map(
    lens.questions.flatMap(({ id }, index) => {
      const choice = choices[index];
      const record = {
        revision: 1,
        updatedAt: '2026-01-01T00:00:00.000Z',
        updatedBy: 'user:default/mei',
        state: { ...emptyAnswerState(), selectedChoices: [`${id}_${choice}`] },
      };
      return choice === '' ? [] : [[id, record] as const];
    }),
  );
  return {
    states: encodeStates(lens, { answers }),
    score: answers.size === 0 ? null : 50,
    readiness: null,
    currentPhase: null,
    toConfirm: 0,
    unanswered: 0,
    high: 0,
    medium: 0,
    none: 0,
    notApplicable: 0,
    practicesInPlace: 0,
    practicesApplicable: 0,
    level: 'Initial',
    levelRank: 0,
    updatedAt: null,
    answeredAt: null,
    targets: new Map(),
    openSince: new Map(),
    from: 0,
    to: 0,
  };
}

const review = fc.array(fc.constantFrom('', 'a', 'b', 'no'), {
  minLength: lens.questions.length,
  maxLength: lens.questions.length,
});

const WORKLOADS = 24;

/** A workload is put in anew or taken out, or some are asked for. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      workload: fc.nat(WORKLOADS - 1),
      review: fc.option(review, { nil: undefined }),
      days: fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      asked: fc.uint8Array({ max: 1, minLength: 1, maxLength: WORKLOADS }),
    }),
  },
  // Most of those asked for before, as after a change.
  {
    weight: 4,
    arbitrary: fc.record({ another: fc.nat(WORKLOADS - 1) }),
  },
);

/**
 * Plays what happens to a table, and compares what is asked for with what is
 * worked out from nothing.
 */
function play(
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  kind: TableKind,
  compare: (table: FigureTable, kept: Uint8Array, entries: number[]) => void,
) {
  const table = new FigureTable(lens, new Codes(), kind);
  let kept = new Uint8Array(WORKLOADS).fill(1);
  for (const one of steps) {
    if ('workload' in one) {
      const { workload, review: choices, days } = one;
      table.remove(workload);
      if (choices) {
        const [from, to] = [...days].sort((a, b) => a - b);
        table.add(
          {
            ...rowOf(choices),
            from,
            to: to + 1,
            level: `Level ${days[0] % 3}`,
            targets: new Map([[lens.phases[0].id, days[0]]]),
            openSince: new Map([[lens.phases[days[1] % 2].id, days[1]]]),
          },
          workload,
        );
      }
    } else {
      kept = 'asked' in one ? one.asked : kept.slice();
      if ('another' in one) {
        kept[one.another] ^= 1;
      }
      const asked = kept;
      const entries = Array.from(
        { length: table.length },
        (_, entry) => entry,
      ).filter(
        entry => table.isUsed(entry) && asked[table.workload[entry]] === 1,
      );
      compare(table, asked, entries);
      // From now on they are held, unless they are few.
      compare(table, asked, entries);
    }
  }
}

describe('sums over what is asked for, after whatever came and went', () => {
  it('are those of its scorecards as a whole', () => {
    const valuesOf = (sums: ScorecardSums) => [
      // Room for a level may be left, and a day on which nothing is due.
      [...sums.figures, 0, 0, 0].slice(0, SUM.levels + 3),
      sums.assessed,
      sums.statuses,
      sums.scores,
      sums.coverages,
      sums.open,
      sums.since,
      [...sums.toBeDone]
        .filter(([, counts]) => counts.some(count => count !== 0))
        .sort(([a], [b]) => a - b),
    ];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps =>
        play(steps, { details: true }, (table, kept, entries) => {
          const expected = new ScorecardSums(table);
          entries.forEach(entry => expected.add(entry, 1));
          expect(valuesOf(table.sums.of(kept))).toEqual(valuesOf(expected));
        }),
      ),
      { numRuns: 300 },
    );
  });

  it('are those of its practices', () => {
    const states = Object.values(PRACTICE);
    const valuesOf = (sums: PracticeSums) => [
      sums.scores,
      ...Array.from({ length: sums.width }, (_, practice) => [
        sums.gained(practice),
        ...states.map(state => sums.count(practice, state)),
      ]),
    ];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps =>
        play(steps, { details: true }, (table, kept, entries) => {
          const sums = table.practiceSums.of(kept);
          const expected = new PracticeSums(table, sums.width);
          entries.forEach(entry => expected.add(entry, 1));
          expect(valuesOf(sums)).toEqual(valuesOf(expected));
          // And those are what the columns say.
          for (const state of states) {
            expect(sums.count(0, state)).toBe(
              entries.filter(
                entry =>
                  table.score[entry] >= 0 &&
                  table.practices[entry * sums.width] === state,
              ).length,
            );
          }
        }),
      ),
      { numRuns: 300 },
    );
  });

  it('are those of its days', () => {
    // What has come and gone again may have left a day that changes nothing.
    const valuesOf = ({ changes }: DaySums) =>
      Object.fromEntries(
        [...changes]
          .filter(([, change]) => change.some(value => value !== 0))
          .map(([day, change]) => [
            day,
            [...change, 0, 0, 0].slice(0, SUM.levels + 3),
          ]),
      );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps =>
        play(steps, { details: false }, (table, kept, entries) => {
          const expected = new DaySums(table);
          entries.forEach(entry => expected.add(entry, 1));
          expect(valuesOf(table.daySums.of(kept))).toEqual(valuesOf(expected));
        }),
      ),
      { numRuns: 300 },
    );
  });
});
