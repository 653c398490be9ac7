// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aSuperset } from '../__testUtils__/lenses';
import { errorsOf, Q, question, warningsOf } from './__testUtils__/check';

const service = { id: 'one', name: 'One', status: 'CURRENT' };
const layer = {
  id: 'one',
  name: 'One',
  skill: 'low',
  timeToMarket: 'medium',
  customization: 'full',
};

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
      'services of a phase that are named by nothing',
      question(
        { phase: 'one' },
        {
          services: [service],
          phases: [{ id: 'one', name: 'A', services: [' '] }],
        },
      ),
      ['BLANK /phases/0/services/0'],
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
      'levels of no figure there is',
      aLens({ levels: [{ name: 'A', from: 0, of: 'coverage' }] }),
      ['INVALID_VALUE /levels/0/of'],
    ],
    [
      'levels that start from a text',
      aLens({
        levels: [
          { name: 'A', from: '0' },
          { name: 'B', from: 50 },
        ],
      }),
      ['INVALID_LEVEL /levels/0/from'],
    ],
    [
      'levels below 0, and a second that is the lowest',
      aLens({
        levels: [
          { name: 'A', from: -1 },
          { name: 'B', from: 0 },
          { name: 'C', from: 'x' },
          { name: 'D', from: 0 },
        ],
      }),
      [
        'INVALID_LEVEL /levels/0/from',
        'INVALID_LEVEL /levels/2/from',
        'INVALID_LEVEL /levels/3/from',
      ],
    ],
    [
      'levels without names, which are not the same name',
      aLens({ levels: [{ from: 0 }, { from: 50 }] }),
      ['MISSING /levels/0', 'MISSING /levels/1'],
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
  ])('refuses %s', (_, lens, expected) => {
    expect(errorsOf(lens)).toEqual(expected);
  });

  it('takes the most there may be', () => {
    const levels = [
      { name: 'A', from: 0, of: 'readiness' },
      { name: 'B', from: 100, of: 'readiness', noHigh: false },
    ];
    expect(errorsOf(question({ weight: 1000 }, { levels }))).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    [
      'a question without phase',
      question({}, { phases: [{ id: 'one', name: 'A' }] }),
      [`NO_PHASE ${Q}`],
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
