import { DEFAULT_LEVELS, levelOf, levelRank, NOT_ASSESSED } from './levels';

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
    expect(levelOf({ score, coverage, high })).toBe(level);
  });

  it('takes any ladder in any order, and the lowest level when none is reached', () => {
    const ladder = [
      { name: 'Gold', from: 80, noHigh: true },
      { name: 'Bronze', from: 40 },
      { name: 'Silver', from: 60 },
    ];
    const at = (score: number, high = 0) =>
      levelOf({ score, coverage: 1, high }, ladder);
    expect([at(10), at(40), at(79), at(80), at(80, 1)]).toEqual([
      'Bronze',
      'Bronze',
      'Silver',
      'Gold',
      'Silver',
    ]);
  });

  it('falls back to the default ladder for an empty one', () => {
    expect(levelOf({ score: 60, coverage: 1, high: 0 }, [])).toBe('Defined');
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
