// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aQuestion, brief } from '../__testUtils__/lenses';
import {
  check,
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

  it.each<[string, object, string[]]>([
    ['from the phase of its question', {}, []],
    ['with its question', { dueFrom: 'two' }, []],
  ])('may be a practice, %s', (_, more, expected) => {
    const lens = dueChoice(
      { phase: 'one', ...more },
      'two',
      phases('one', 'two'),
    );
    expect(errorsOf(lens)).toEqual(expected);
  });

  it('is judged by phases the lens has, and by what belongs to them', () => {
    // One names a phase there is not, another none: neither makes a circle.
    expect(
      errorsOf(
        aLens(phases('one', 'two'), [
          aQuestion('first', { phase: 'three', dueFrom: 'two' }),
          aQuestion('second', { dueFrom: 'one' }),
          aQuestion('third', { phase: 'one' }),
        ]),
      ),
    ).toEqual([`UNKNOWN_PHASE ${Q}/phase`]);
    for (const list of [undefined, 'first', ['first', null]]) {
      expect(
        errorsOf(
          aLens(phases('one'), [
            aQuestion('first', { phase: 'one', choices: list }),
          ]),
        )[0],
      ).toMatch(/^(MISSING|WRONG_TYPE) /);
    }
  });

  it('names the circle alone, where more leads into it', () => {
    const asked = (id: string, phase: string, dueFrom: string) =>
      aQuestion(id, { phase, dueFrom });
    const { errors } = check(
      aLens(phases('a', 'b', 'c', 'd'), [
        asked('first', 'a', 'b'),
        asked('second', 'b', 'c'),
        asked('third', 'c', 'd'),
        asked('fourth', 'd', 'b'),
      ]),
    );
    expect(brief(errors)).toEqual([
      'CIRCULAR_DUE /pillars/0/questions/1/dueFrom',
    ]);
    expect(errors[0].message).toContain('"b" → "c" → "d" → "b"');
    expect(errors[0].params).toEqual({ id: 'b', other: 'd' });
  });

  it('makes a circle only of phases that wait as a whole', () => {
    expect(
      errorsOf(
        aLens(phases('one', 'two', 'three'), [
          aQuestion('first', { phase: 'one', dueFrom: 'two' }),
          aQuestion('second', { phase: 'two', dueFrom: 'one' }),
          aQuestion('third', { phase: 'two', dueFrom: 'three' }),
        ]),
      ),
    ).toEqual([]);
    const all = aLens(phases('one', 'two'), [
      aQuestion('first', { phase: 'one', dueFrom: 'two' }),
      aQuestion('second', { phase: 'two', dueFrom: 'one' }),
      aQuestion('third', { phase: 'two', dueFrom: 'one' }),
    ]);
    expect(errorsOf(all)).toEqual([`CIRCULAR_DUE ${Q}/dueFrom`]);
  });
});

describe('what is announced', () => {
  it('is asked of practices alone', () => {
    const { choices } = aQuestion('question');
    const list = [null, 'first', ...choices.slice(0, 2)];
    expect(errorsOf(question({ choices: list }))).toEqual([
      `WRONG_TYPE ${Q}/choices/0`,
      `WRONG_TYPE ${Q}/choices/1`,
    ]);
    const announced = { ...choices[0], countsFrom: '2027-01-01' };
    expect(
      errorsOf(question({ choices: [announced, null, choices[2]] })),
    ).toContain(`NOTHING_COUNTS ${Q}/choices`);
  });
});
