// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  lensFixture,
  questionFixture,
  selected,
} from '../__testUtils__/lensFixture';
import type { AnswerState } from '../model';
import { standingOf } from './standing';

/** Practices of weight 3, 2, 1 and, without a level, 1; the first is a must. */
function question() {
  const base = questionFixture('q', { size: 4 });
  const levels = ['HIGH', 'MEDIUM', 'LOW', undefined] as const;
  const lens = lensFixture({
    phases: undefined,
    pillars: [
      {
        id: 'p',
        name: 'P',
        questions: [
          {
            ...base,
            choices: base.choices.map((choice, i) => ({
              ...choice,
              riskLevel: levels[i],
            })),
          },
        ],
      },
    ],
  });
  return lens.question('q')!;
}

const moot = (state: AnswerState, ...ids: string[]): AnswerState => ({
  ...state,
  notApplicableChoices: ids.map(choiceId => ({ choiceId, reason: 'OTHER' })),
});

describe('standingOf', () => {
  it.each<[string, AnswerState | undefined, string, number, string]>([
    ['no answer', undefined, 'UNANSWERED', 0, '0 of 4'],
    ['none of these', selected('q_no'), 'HIGH', 0, '0 of 4'],
    ['the must alone', selected('q_1'), 'MEDIUM', (0.8 * 3) / 7, '1 of 4'],
    [
      'all but the must',
      selected('q_2', 'q_3', 'q_4'),
      'HIGH',
      2 / 7,
      '3 of 4',
    ],
    ['all', selected('q_1', 'q_2', 'q_3', 'q_4'), 'NONE', 1, '4 of 4'],
    [
      'what does not apply is not counted',
      moot(selected('q_1'), 'q_2'),
      'MEDIUM',
      (0.8 * 3) / 5,
      '1 of 3',
    ],
    [
      'the rest does not apply',
      moot(selected('q_1'), 'q_2', 'q_3', 'q_4'),
      'NONE',
      1,
      '1 of 1',
    ],
    [
      'a must that does not apply counts as done in the rules',
      moot(selected('q_2'), 'q_1'),
      'MEDIUM',
      (0.8 * 2) / 4,
      '1 of 3',
    ],
    [
      'nothing of what is left beside none of these',
      moot(selected('q_no'), 'q_1', 'q_2'),
      'HIGH',
      0,
      '0 of 2',
    ],
    [
      'none of these where nothing is left',
      moot(selected('q_no'), 'q_1', 'q_2', 'q_3', 'q_4'),
      'HIGH',
      0,
      '0 of 0',
    ],
    [
      'nothing applies',
      moot(selected(), 'q_1', 'q_2', 'q_3', 'q_4'),
      'NOT_APPLICABLE',
      0,
      '0 of 0',
    ],
    [
      'the question does not apply',
      { ...selected('q_1'), notApplicable: { reason: 'OUT_OF_SCOPE' } },
      'NOT_APPLICABLE',
      0,
      '0 of 0',
    ],
  ])('%s', (_, state, risk, points, count) => {
    const standing = standingOf(question(), state);
    expect(standing.risk).toBe(risk);
    expect(standing.points).toBeCloseTo(points, 12);
    const { inPlace, applicable } = standing.practices;
    expect(`${inPlace} of ${applicable}`).toBe(count);
  });
});
