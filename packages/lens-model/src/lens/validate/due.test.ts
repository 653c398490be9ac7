// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aQuestion } from '../__testUtils__/lenses';
import {
  dueChoice,
  errorsOf,
  phases,
  Q,
  question,
} from './__testUtils__/check';

/** A question whose first practice counts from a day. */
function countingChoice(countsFrom: unknown) {
  const asked = aQuestion('question');
  const [first, ...others] = asked.choices;
  return aLens({}, [
    { ...asked, choices: [{ ...first, countsFrom }, ...others] },
  ]);
}

describe('what is due, and what is announced', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a question due from no phase there is',
      question({ phase: 'one', dueFrom: 'two' }, phases('one')),
      [`UNKNOWN_PHASE ${Q}/dueFrom`],
    ],
    [
      'a practice due from no phase there is',
      dueChoice({ phase: 'one' }, 'two', phases('one')),
      [`UNKNOWN_PHASE ${Q}/choices/0/dueFrom`],
    ],
    [
      'something due from a number',
      question({ dueFrom: 2 }),
      [`WRONG_TYPE ${Q}/dueFrom`],
    ],
    [
      'a practice due before its question',
      dueChoice({ phase: 'one', dueFrom: 'two' }, 'one', phases('one', 'two')),
      [`CIRCULAR_DUE ${Q}/choices/0/dueFrom`],
    ],
    [
      'phases that wait for each other',
      aLens(phases('one', 'two'), [
        aQuestion('first', { phase: 'one', dueFrom: 'two' }),
        aQuestion('second', { phase: 'two', dueFrom: 'one' }),
      ]),
      [`CIRCULAR_DUE ${Q}/dueFrom`],
    ],
    [
      'a practice that counts from no day there is',
      countingChoice('2027-02-30'),
      [`INVALID_DATE ${Q}/choices/0/countsFrom`],
    ],
    [
      'a practice that counts from a year',
      countingChoice(2027),
      [`INVALID_DATE ${Q}/choices/0/countsFrom`],
    ],
    ['a practice that is announced', countingChoice('2027-02-28'), []],
    [
      'a question of which nothing counts, and "none of these" that is announced',
      aLens({}, [
        {
          ...aQuestion('question'),
          choices: aQuestion('question').choices.map(choice => ({
            ...choice,
            countsFrom: '2027-01-01',
          })),
        },
      ]),
      [
        `INVALID_VALUE ${Q}/choices/2/countsFrom`,
        `NOTHING_COUNTS ${Q}/choices`,
      ],
    ],
    [
      'questions that are due elsewhere, but not their whole phase',
      aLens(phases('one', 'two'), [
        aQuestion('first', { phase: 'one', dueFrom: 'two' }),
        aQuestion('second', { phase: 'two', dueFrom: 'one' }),
        aQuestion('third', { phase: 'two' }),
      ]),
      [],
    ],
  ])('refuses %s', (_, lens, expected) => {
    expect(errorsOf(lens)).toEqual(expected);
  });
});
