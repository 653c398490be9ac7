// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { COVERAGE_UNIT, type DayColumns, DaySums, SUM } from './DaySums';
import { COUNT, COUNTS, NEVER, NO_VALUE } from './figureCodes';

/** A scorecard during some days. */
const figures = fc.record({
  from: fc.nat(5),
  days: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(NEVER)),
  score: fc.oneof(fc.constant(NO_VALUE), fc.nat(100)),
  readiness: fc.oneof(fc.constant(NO_VALUE), fc.nat(100)),
  level: fc.nat(3),
  counts: fc.array(fc.nat(9), { minLength: COUNTS, maxLength: COUNTS }),
  /** Whether it is taken out again, and when. */
  leaves: fc.option(fc.nat(9), { nil: undefined }),
});
type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never;

const coverageOf = ({ counts }: Figures) =>
  counts[COUNT.high] / (counts[COUNT.high] + counts[COUNT.unanswered] || 1);

function columnsOf(rows: readonly Figures[]): DayColumns {
  return {
    from: Int32Array.from(rows, row => row.from),
    to: Int32Array.from(rows, row => Math.min(NEVER, row.from + row.days)),
    score: Int16Array.from(rows, row => row.score),
    readiness: Int16Array.from(rows, row => row.readiness),
    level: Uint8Array.from(rows, row => row.level),
    counts: Uint16Array.from(rows.flatMap(row => row.counts)),
    coverage: entry => coverageOf(rows[entry]),
  };
}

const total = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

describe('sums by day', () => {
  it('are those of what held on the day, after whatever came and went', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 30 }), rows => {
        const table = columnsOf(rows);
        const sums = new DaySums(table);
        rows.forEach((_, entry) => sums.add(entry, 1));
        const left = (row: Figures) => row.leaves !== undefined;
        [...rows.keys()]
          .filter(entry => left(rows[entry]))
          .sort((a, b) => rows[a].leaves! - rows[b].leaves!)
          .forEach(entry => sums.add(entry, -1));

        for (let day = 0; day < 12; day++) {
          const of = (place: number) =>
            total([...sums.changes], ([from, change]) =>
              from <= day ? change[place] ?? 0 : 0,
            );
          const held = rows.filter(
            row => !left(row) && row.from <= day && day < row.from + row.days,
          );
          const begun = held.filter(row => row.score !== NO_VALUE);
          const ready = held.filter(row => row.readiness !== NO_VALUE);
          expect(of(SUM.workloads)).toBe(held.length);
          for (let place = 0; place < COUNTS; place++) {
            expect(of(place)).toBe(total(held, row => row.counts[place]));
          }
          expect(of(SUM.begun)).toBe(begun.length);
          expect(of(SUM.score)).toBe(total(begun, row => row.score));
          expect(of(SUM.coverage) * COVERAGE_UNIT).toBeCloseTo(
            total(begun, coverageOf),
            8,
          );
          expect(of(SUM.ready)).toBe(ready.length);
          expect(of(SUM.readiness)).toBe(total(ready, row => row.readiness));
          for (let level = 0; level < 4; level++) {
            expect(of(SUM.levels + level)).toBe(
              total(held, row => Number(row.level === level)),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
