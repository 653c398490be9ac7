// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { compileLens, emptyAnswerState } from '@ml-lens/lens-model';
import fc from 'fast-check';
import { phasedLens } from '../../__testUtils__/reviewFixtures';
import { encodeStates } from '../../reviews/projection/practiceStates';
import { Codes } from './Codes';
import { PRACTICE } from './figureCodes';
import type { FigureRow } from './FigureRow';
import { FigureTable } from './FigureTable';
import { PracticeSums, practiceSumsOf } from './PracticeSums';

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
/** A workload is put in anew, or taken out. */
const step = fc.record({
  workload: fc.nat(9),
  review: fc.option(review, { nil: undefined }),
});

describe('sums of practices', () => {
  it('are those of the scorecards asked for, after whatever came and went', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        (steps, asked) => {
          const table = new FigureTable(lens, new Codes(), { details: true });
          for (const { workload, review: choices } of steps) {
            table.remove(workload);
            if (choices) {
              table.add(rowOf(choices), workload);
            }
          }
          const entries = Int32Array.from(
            Array.from({ length: table.length }, (_, entry) => entry).filter(
              entry => table.isUsed(entry) && asked[table.workload[entry]],
            ),
          );
          const expected = new PracticeSums(table.practiceSums.width);
          for (const entry of entries) {
            expected.add(table, entry, 1);
          }
          const sums = practiceSumsOf(table, entries);
          for (let practice = 0; practice < sums.width; practice++) {
            expect(sums.gained(practice)).toBe(expected.gained(practice));
            for (const state of Object.values(PRACTICE)) {
              const count = entries.filter(
                entry =>
                  table.score[entry] >= 0 &&
                  table.practices[entry * sums.width + practice] === state,
              ).length;
              expect(sums.count(practice, state)).toBe(count);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
