// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aQuestion, aSuperset, brief } from '../__testUtils__/lenses';
import { validateLensDocument } from './lens';

const Q = '/pillars/0/questions/0';
const errorsOf = (lens: unknown) => brief(validateLensDocument(lens).errors);
const warningsOf = (lens: unknown) => {
  const { errors, warnings } = validateLensDocument(lens);
  expect(errors).toEqual([]);
  return brief(warnings);
};
const service = { id: 'one', name: 'One', status: 'CURRENT' };
const layer = {
  id: 'one',
  name: 'One',
  skill: 'low',
  timeToMarket: 'medium',
  customization: 'full',
};
const question = (more: object, lens: object = {}) =>
  aLens(lens, [aQuestion('question', more)]);

const phases = (...ids: string[]) => ({
  phases: ids.map(id => ({ id, name: id })),
});
/** A question whose first practice is due from a phase. */
function dueChoice(more: object, dueFrom: string, lens: object) {
  const asked = aQuestion('question', more);
  const [first, ...others] = asked.choices;
  return aLens(lens, [
    { ...asked, choices: [{ ...first, dueFrom }, ...others] },
  ]);
}

/** A question whose first practice counts from a day. */
function countingChoice(countsFrom: unknown) {
  const asked = aQuestion('question');
  const [first, ...others] = asked.choices;
  return aLens({}, [
    { ...asked, choices: [{ ...first, countsFrom }, ...others] },
  ]);
}

describe('the superset', () => {
  it.each<[string, unknown, string[]]>([
    ['phases that are no list', aLens({ phases: {} }), ['WRONG_TYPE /phases']],
    [
      'a phase that is no object',
      aLens({ phases: ['goal'] }),
      ['WRONG_TYPE /phases/0'],
    ],
    [
      'two phases of one id',
      question(
        { phase: 'one' },
        {
          phases: [
            { id: 'one', name: 'A' },
            { id: 'one', name: 'B' },
          ],
        },
      ),
      ['DUPLICATE_ID /phases/1/id'],
    ],
    [
      'a phase id with spaces',
      question({ phase: 'a b' }, { phases: [{ id: 'a b', name: 'A' }] }),
      ['INVALID_ID /phases/0/id'],
    ],
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
    [
      'levels of two figures',
      aLens({
        levels: [
          { name: 'A', from: 0 },
          { name: 'B', from: 50, of: 'readiness' },
        ],
      }),
      ['INVALID_LEVEL /levels/1/of'],
    ],
    [
      'a phase without name',
      question({ phase: 'one' }, { phases: [{ id: 'one' }] }),
      ['MISSING /phases/0'],
    ],
    [
      'lists of a phase that hold no texts',
      question(
        { phase: 'one' },
        {
          phases: [
            {
              id: 'one',
              name: 'A',
              crispDm: [1],
              activities: 'x',
              services: [null],
            },
          ],
        },
      ),
      [
        'WRONG_TYPE /phases/0/crispDm/0',
        'WRONG_TYPE /phases/0/activities',
        'WRONG_TYPE /phases/0/services/0',
      ],
    ],
    [
      'a service that is not listed',
      question(
        { phase: 'one' },
        {
          services: [service],
          phases: [{ id: 'one', name: 'A', services: ['one', 'two'] }],
        },
      ),
      ['UNKNOWN_SERVICE /phases/0/services/1'],
    ],
    [
      'a phase that is not listed',
      question({ phase: 'one' }),
      [`UNKNOWN_PHASE ${Q}/phase`],
    ],
    [
      'a phase that is a number',
      question({ phase: 1 }),
      [`WRONG_TYPE ${Q}/phase`],
    ],
    ['a weight of 0', question({ weight: 0 }), [`INVALID_WEIGHT ${Q}/weight`]],
    [
      'a negative weight',
      question({ weight: -1 }),
      [`INVALID_WEIGHT ${Q}/weight`],
    ],
    [
      'a weight above 1000',
      question({ weight: 1000.5 }),
      [`INVALID_WEIGHT ${Q}/weight`],
    ],
    [
      'a weight that is nothing',
      question({ weight: null }),
      [`INVALID_WEIGHT ${Q}/weight`],
    ],
    [
      'a weight in quotes',
      question({ weight: '2' }),
      [`INVALID_WEIGHT ${Q}/weight`],
    ],
    [
      'an infinite weight',
      question({ weight: Infinity }),
      [`INVALID_WEIGHT ${Q}/weight`],
    ],
    [
      'CRISP-DM phases that are no texts',
      question({ crispDm: [1, ''] }),
      [`WRONG_TYPE ${Q}/crispDm/0`, `BLANK ${Q}/crispDm/1`],
    ],
    [
      'an unknown status',
      aLens({ services: [{ ...service, status: 'OLD' }] }),
      ['INVALID_VALUE /services/0/status'],
    ],
    [
      'no status',
      aLens({ services: [{ id: 'one', name: 'One' }] }),
      ['MISSING /services/0'],
    ],
    [
      'a day that is none',
      aLens({ services: [{ ...service, statusCheckedOn: '2026-02-30' }] }),
      ['INVALID_DATE /services/0/statusCheckedOn'],
    ],
    [
      'an unknown rating',
      aLens({ stackLayers: [{ ...layer, skill: 'none' }] }),
      ['INVALID_VALUE /stackLayers/0/skill'],
    ],
    [
      'moot practices that are not there',
      aLens({
        stackLayers: [
          {
            ...layer,
            moot: [
              { question: 'nowhere', reason: 'x' },
              { question: 'question', choice: 'frist', reason: 'x' },
              { question: 'question' },
              5,
            ],
          },
        ],
      }),
      [
        'UNKNOWN_QUESTION /stackLayers/0/moot/0/question',
        'UNKNOWN_CHOICE /stackLayers/0/moot/1/choice',
        'MISSING /stackLayers/0/moot/2',
        'WRONG_TYPE /stackLayers/0/moot/3',
      ],
    ],
    [
      'levels that do not start from 0',
      aLens({ levels: [{ name: 'A', from: 10 }] }),
      ['INVALID_LEVEL /levels/0/from'],
    ],
    [
      'levels out of order',
      aLens({
        levels: [
          { name: 'A', from: 0 },
          { name: 'B', from: 50 },
          { name: 'C', from: 50 },
        ],
      }),
      ['INVALID_LEVEL /levels/2/from'],
    ],
    [
      'levels of one name, or without score',
      aLens({
        levels: [
          { name: 'A', from: 0 },
          { name: 'A', noHigh: 1 },
          { name: 'B', from: 101 },
        ],
      }),
      [
        'DUPLICATE_ID /levels/1/name',
        'WRONG_TYPE /levels/1/noHigh',
        'INVALID_LEVEL /levels/1',
        'INVALID_LEVEL /levels/2/from',
      ],
    ],
    [
      'locales that are no object',
      aLens({ locales: ['ja'] }),
      ['WRONG_TYPE /locales'],
    ],
    [
      'texts that are no object',
      aLens({ locales: { ja: 'x' } }),
      ['WRONG_TYPE /locales/ja'],
    ],
    [
      'a translation that is no text',
      aLens({ locales: { ja: { name: 5 } } }),
      ['WRONG_TYPE /locales/ja/name'],
    ],
    [
      'a translation that is too long',
      aLens({ locales: { ja: { name: 'あ'.repeat(129) } } }),
      ['TOO_LONG /locales/ja/name'],
    ],
    [
      'a translation with an unsafe link',
      aLens({ locales: { ja: { description: '[x](javascript:alert)' } } }),
      ['UNSAFE_LINK /locales/ja/description'],
    ],
  ])('refuses %s', (_, lens, expected) => {
    expect(errorsOf(lens)).toEqual(expected);
  });

  it.each<[string, unknown, string[]]>([
    [
      'a question without phase',
      question({}, { phases: [{ id: 'one', name: 'A' }] }),
      [`NO_PHASE ${Q}`],
    ],
    [
      'a language that is none',
      aLens({ locales: { 'not one': {} } }),
      ['INVALID_LANGUAGE /locales/not one'],
    ],
    [
      'translations of nothing',
      aLens({
        locales: {
          ja: {
            title: 'x',
            pillars: { nowhere: { name: 'x' }, pillar: { id: 'x' } },
            questions: {
              nowhere: { title: 'x' },
              question: { choices: { nowhere: { title: 'x' } } },
            },
            '/pillars/7/name': 'x',
            '/pillars/0/id': 'x',
            '/pillars/0/questions/0/choices/0/improvementPlan/url': 'x',
            '/pillars/0/questions/0/riskRules/0/condition': 'x',
          },
        },
      }),
      [
        'UNKNOWN_LOCALE_KEY /locales/ja/title',
        'UNKNOWN_LOCALE_KEY /locales/ja/pillars/nowhere',
        'UNKNOWN_LOCALE_KEY /locales/ja/pillars/pillar/id',
        'UNKNOWN_LOCALE_KEY /locales/ja/questions/nowhere',
        'UNKNOWN_LOCALE_KEY /locales/ja/questions/question/choices/nowhere',
        'UNKNOWN_LOCALE_KEY /locales/ja/~1pillars~17~1name',
        'UNKNOWN_LOCALE_KEY /locales/ja/~1pillars~10~1id',
        'UNKNOWN_LOCALE_KEY /locales/ja/~1pillars~10~1questions~10~1choices~10~1improvementPlan~1url',
        'UNKNOWN_LOCALE_KEY /locales/ja/~1pillars~10~1questions~10~1riskRules~10~1condition',
      ],
    ],
    [
      'keys it does not know',
      { ...aSuperset(), levels: [{ name: 'A', from: 0, till: 9 }] },
      ['UNKNOWN_KEY /levels/0/till'],
    ],
  ])('warns of %s', (_, lens, expected) => {
    expect(warningsOf(lens)).toEqual(expected);
  });
});
