// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DEFAULT_LEVELS,
  levelOf,
  levelRank,
  nextLevelOf,
  NOT_ASSESSED,
  notAssessedReason,
} from './levels';
import { emptyRiskCounts } from './measures';

/** Figures of ten questions, so many of them at high risk or not applicable. */
function figures(score: number | null, coverage = 1, high = 0, moot = 0) {
  const counts = {
    ...emptyRiskCounts(),
    HIGH: high,
    NONE: 10 - high - moot,
    NOT_APPLICABLE: moot,
  };
  return { score, coverage, counts };
}

describe('levelOf', () => {
  it.each([
    [null, 1, 0, NOT_ASSESSED],
    [null, 0, 0, NOT_ASSESSED],
    [100, 0.49, 0, NOT_ASSESSED],
    [0, 0.5, 5, 'Initial'],
    [24, 1, 0, 'Initial'],
    [25, 1, 0, 'Developing'],
    [49, 1, 9, 'Developing'],
    [50, 1, 0, 'Defined'],
    [74, 1, 0, 'Defined'],
    [75, 1, 0, 'Managed'],
    [89, 1, 0, 'Managed'],
    [90, 1, 0, 'Optimizing'],
    [90, 1, 1, 'Managed'],
    [100, 0.5, 0, 'Optimizing'],
  ])('score %p, coverage %p, high %p: %s', (score, coverage, high, level) => {
    expect(levelOf(figures(score, coverage, high))).toBe(level);
  });

  it('takes any ladder in any order, and the lowest level when none is reached', () => {
    const ladder = [
      { name: 'Gold', from: 80, noHigh: true },
      { name: 'Bronze', from: 40 },
      { name: 'Silver', from: 60 },
    ];
    const at = (score: number, high = 0) =>
      levelOf(figures(score, 1, high), ladder);
    expect([at(10), at(40), at(79), at(80), at(80, 1)]).toEqual([
      'Bronze',
      'Bronze',
      'Silver',
      'Gold',
      'Silver',
    ]);
  });

  it('falls back to the default ladder for an empty one', () => {
    expect(levelOf(figures(60), [])).toBe('Defined');
  });
});

describe('levelRank', () => {
  it('puts levels in order, unassessed first', () => {
    expect(
      [NOT_ASSESSED, 'Initial', 'Managed', 'Optimizing'].map(name =>
        levelRank(name, DEFAULT_LEVELS),
      ),
    ).toEqual([0, 1, 4, 5]);
  });
});

describe('notAssessedReason', () => {
  it.each([
    [null, 0, 0, 'NOTHING_ANSWERED'],
    [80, 0.49, 0, 'LOW_COVERAGE'],
    [80, 0.5, 0, null],
    [80, 1, 5, null],
    [80, 1, 6, 'MOSTLY_NOT_APPLICABLE'],
    [null, 0, 10, 'MOSTLY_NOT_APPLICABLE'],
  ])(
    'score %p, coverage %p, %p of 10 moot: %s',
    (score, coverage, moot, reason) => {
      const some = figures(score, coverage, 0, moot);
      expect(notAssessedReason(some)).toBe(reason);
      expect(levelOf(some) === NOT_ASSESSED).toBe(reason !== null);
    },
  );
});

describe('nextLevelOf', () => {
  it.each([
    [69, 1, { name: 'Managed', points: 6, high: 0 }],
    [0, 10, { name: 'Developing', points: 25, high: 0 }],
    [80, 2, { name: 'Optimizing', points: 10, high: 2 }],
    [95, 1, { name: 'Optimizing', points: 0, high: 1 }],
    [95, 0, null],
  ])('score %p with %p high', (score, high, next) => {
    expect(nextLevelOf(figures(score, 1, high))).toEqual(next);
  });

  it('is none where nothing is assessed', () => {
    expect(nextLevelOf(figures(null, 0))).toBeNull();
    expect(nextLevelOf(figures(60, 0.4))).toBeNull();
    expect(nextLevelOf(figures(60, 1, 0, 6))).toBeNull();
  });
});
