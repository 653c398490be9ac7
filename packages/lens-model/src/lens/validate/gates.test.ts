// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aChoice, aLens, aQuestion } from '../__testUtils__/lenses';
import { check, dueChoice, errorsOf, phases } from './__testUtils__/check';

/** A lens of three phases with one gate, before the second of them. */
const gated = (require: unknown, more: object = {}) =>
  aLens(
    {
      ...phases('one', 'two', 'three'),
      gates: [{ id: 'go', phase: 'two', name: 'Go', require, ...more }],
    },
    [
      aQuestion('early', { phase: 'one' }),
      aQuestion('here', {
        phase: 'two',
        choices: [aChoice('first'), aChoice('second'), aChoice('only_here')],
      }),
      aQuestion('late', {
        phase: 'three',
        choices: [aChoice('first'), aChoice('second'), aChoice('only_late')],
      }),
    ],
  );
const AT = '/gates/0/require';

describe('gates', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a gate of no phase, with limits that cannot be',
      aLens({
        ...phases('one'),
        gates: [
          {
            id: 'go',
            phase: 'two',
            name: 'Go',
            require: { noHigh: 'yes', coverage: 80, maxWaivers: -1 },
          },
        ],
      }),
      [
        'UNKNOWN_PHASE /gates/0/phase',
        'WRONG_TYPE /gates/0/require/noHigh',
        'INVALID_VALUE /gates/0/require/coverage',
        'INVALID_VALUE /gates/0/require/maxWaivers',
      ],
    ],
    [
      'a gate that waits for what is due after it, and for nothing there is',
      dueChoice({ phase: 'one' }, 'two', {
        ...phases('one', 'two'),
        gates: [
          {
            id: 'go',
            phase: 'one',
            name: 'Go',
            require: {
              practices: [aQuestion('question').choices[0].id, 'nothing'],
            },
          },
        ],
      }),
      [
        'CIRCULAR_DUE /gates/0/require/practices/0',
        'UNKNOWN_CHOICE /gates/0/require/practices/1',
      ],
    ],
  ])('refuses %s', (_, lens, expected) => {
    expect(errorsOf(lens)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    [
      'all there is',
      {
        noHigh: true,
        evidenceFresh: false,
        coverage: 0.8,
        maxWaivers: 2,
        practices: ['only_here', 'early/first', 'here/second'],
      },
    ],
    ['the most there is', { coverage: 1, maxWaivers: 0 }],
    ['the least there is', { coverage: 0 }],
  ])('take one that requires %s', (_, require) => {
    expect(errorsOf(gated(require))).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', gated('all'), [`WRONG_TYPE ${AT}`]],
    [
      'a flag that is text',
      gated({ evidenceFresh: 'yes' }),
      [`WRONG_TYPE ${AT}/evidenceFresh`],
    ],
    [
      'coverage that is text',
      gated({ coverage: '1' }),
      [`INVALID_VALUE ${AT}/coverage`],
    ],
    [
      'coverage above all',
      gated({ coverage: 1.01 }),
      [`INVALID_VALUE ${AT}/coverage`],
    ],
    [
      'half a waiver',
      gated({ maxWaivers: 0.5 }),
      [`INVALID_VALUE ${AT}/maxWaivers`],
    ],
    [
      'practices that are no list',
      gated({ practices: 'first' }),
      [`WRONG_TYPE ${AT}/practices`],
    ],
    [
      'a practice that is no text',
      gated({ practices: [5] }),
      [`WRONG_TYPE ${AT}/practices/0`],
    ],
    [
      'a practice of several questions',
      gated({ practices: ['first'] }),
      [`UNKNOWN_CHOICE ${AT}/practices/0`],
    ],
    [
      'a practice of another question',
      gated({ practices: ['here/only_late'] }),
      [`UNKNOWN_CHOICE ${AT}/practices/0`],
    ],
    [
      'a practice of no question',
      gated({ practices: ['nowhere/first'] }),
      [`UNKNOWN_CHOICE ${AT}/practices/0`],
    ],
    [
      'more than question and practice',
      gated({ practices: ['here/first/x'] }),
      [`UNKNOWN_CHOICE ${AT}/practices/0`],
    ],
    [
      'a practice that is due later',
      gated({ practices: ['late/first'] }),
      [`CIRCULAR_DUE ${AT}/practices/0`],
    ],
    [
      'a practice, at a gate of no phase there is',
      gated({ practices: ['late/first'] }, { phase: 'four' }),
      ['UNKNOWN_PHASE /gates/0/phase'],
    ],
    [
      'anything, at no phase',
      gated({}, { phase: undefined }),
      ['MISSING /gates/0'],
    ],
  ])('refuse one that requires %s', (_, lens, expected) => {
    expect(errorsOf(lens)).toEqual(expected);
  });

  it('refuse what is none, and two of one id', () => {
    const gate = { id: 'go', phase: 'one', name: 'Go', require: {} };
    const of = (gates: unknown) => aLens({ ...phases('one'), gates });
    expect(errorsOf(of('go'))).toEqual(['WRONG_TYPE /gates']);
    expect(errorsOf(of([gate, 5, gate]))).toEqual([
      'WRONG_TYPE /gates/1',
      'DUPLICATE_ID /gates/2/id',
    ]);
  });

  it('may require a practice that is due nowhere', () => {
    const lens = gated({ practices: ['any/only_any'] });
    lens.pillars[0].questions.push(
      aQuestion('any', {
        choices: [aChoice('first'), aChoice('second'), aChoice('only_any')],
      }),
    );
    expect(errorsOf(lens)).toEqual([]);
  });

  it('say how to name a practice of several questions', () => {
    const said = (practice: string) =>
      check(gated({ practices: [practice] })).errors[0].message;
    expect(said('first')).toContain('write "early/first"');
    expect(said('nothing')).toContain('"question/choice"');
  });
});
