// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { compileLens } from '../lens/compile';
import { documentFixture, questionFixture } from '../__testUtils__/lensFixture';
import type { Risk } from '../model';
import { measureScope } from './measures';
import { pointsOf } from './standing';

/** A question of so many practices in place of so many, all of weight 1. */
type Some = [
  risk: Risk,
  weight?: number,
  inPlace?: number,
  applicable?: number,
];

function measure(...questions: Some[]) {
  const lens = compileLens(
    documentFixture({
      phases: undefined,
      pillars: [
        {
          id: 'one',
          name: 'One',
          questions: questions.map(([, weight], i) =>
            questionFixture(`q${i}`, { weight }),
          ),
        },
      ],
    }),
    { id: 'some', version: '1' },
  );
  const some = new Map(questions.map((question, i) => [`q${i}`, question]));
  return measureScope(lens.questions, ({ id }) => {
    const [risk, , inPlace = 0, applicable = 2] = some.get(id)!;
    const practices = { inPlace, applicable };
    return {
      risk,
      ruleMatched: true,
      points: pointsOf(risk, practices),
      practices,
      weights: practices,
    };
  });
}

describe('measureScope', () => {
  it.each<[string, Some[], number | null, number]>([
    ['no question', [], null, 0],
    ['nothing applicable', [['NOT_APPLICABLE'], ['NOT_APPLICABLE']], null, 0],
    ['nothing answered', [['UNANSWERED'], ['NOT_APPLICABLE']], null, 0],
    ['none of these', [['HIGH'], ['MEDIUM']], 0, 1],
    ['all without risk', [['NONE'], ['NONE']], 100, 1],
    ['half in place at medium risk', [['MEDIUM', 1, 1]], 40, 1],
    ['half in place at high risk', [['HIGH', 1, 1]], 25, 1],
    ['all in place at high risk', [['HIGH', 1, 2]], 50, 1],
    ['half answered', [['NONE'], ['UNANSWERED']], 50, 0.5],
    ['not applicable left out', [['NONE'], ['NOT_APPLICABLE']], 100, 1],
    ['12.5 rounds up', [['NONE'], ['HIGH', 7]], 13, 1],
    ['0.5 rounds up', [['NONE'], ['HIGH', 199]], 1, 1],
    ['one high risk among 200', [['NONE', 199], ['HIGH']], 99, 1],
    ['one open question among 1001', [['NONE', 1000], ['UNANSWERED']], 99, 0.5],
    ['a third rounds down', [['NONE'], ['HIGH', 2]], 33, 1],
    ['two thirds round up', [['NONE', 2], ['HIGH']], 67, 1],
    // 0.1 + 0.2 is not 0.3 in binary, and 100 × 0.3 ÷ 2.4 is 12.5 all the same.
    [
      'a half of fractions',
      [
        ['NONE', 0.1],
        ['NONE', 0.2],
        ['HIGH', 2.1],
      ],
      13,
      1,
    ],
    [
      'weights',
      [
        ['NONE', 3],
        ['MEDIUM', 1, 1],
      ],
      85,
      1,
    ],
  ])('%s', (_, questions, score, coverage) => {
    expect(measure(...questions)).toMatchObject({ score, coverage });
  });

  it('counts risks and practices, and sums the weights of what applies', () => {
    expect(
      measure(
        ['HIGH', 1, 1, 3],
        ['NONE', 2, 2],
        ['NONE', 1, 1],
        ['NOT_APPLICABLE', 5, 0, 0],
      ),
    ).toEqual({
      score: 79,
      coverage: 1,
      counts: { UNANSWERED: 0, HIGH: 1, MEDIUM: 0, NONE: 2, NOT_APPLICABLE: 1 },
      practices: { inPlace: 4, applicable: 7 },
      weightSum: 4,
    });
  });
});
