// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aChoice, aLens, aQuestion } from '../__testUtils__/lenses';
import type { LensProblemCode } from '../problems';
import {
  check,
  choices,
  dueChoice,
  phases,
  question,
  rules,
  times,
} from './__testUtils__/check';

const LONG = 'x'.repeat(200);
const CUT = 'x'.repeat(80);
const RISKS = 'HIGH_RISK, MEDIUM_RISK, NO_RISK';
const service = { id: 'one', name: 'One', status: 'CURRENT' };
const moot = (practice: object) =>
  aLens({
    stackLayers: [
      {
        id: 'one',
        name: 'One',
        skill: 'low',
        timeToMarket: 'medium',
        customization: 'full',
        moot: [{ reason: 'x', ...practice }],
      },
    ],
  });
const resources = (...additionalResources: unknown[]) =>
  choices({ ...aChoice('one'), additionalResources });

/** What the problem of a code names, for those who say it in another language. */
function named(lens: unknown, code: LensProblemCode) {
  const { errors, warnings } = check(lens);
  const found = [...errors, ...warnings].find(one => one.code === code);
  expect(found).toBeDefined();
  return found!.params;
}

it.each<[LensProblemCode, string, unknown, object]>([
  [
    'SCHEMA_VERSION',
    'the version expected',
    aLens({ schemaVersion: 'x' }),
    { key: 'schemaVersion', expected: '2021-11-01' },
  ],
  ['MISSING', 'a text', aLens({ name: undefined }), { key: 'name' }],
  ['MISSING', 'a list', aLens({ pillars: undefined }), { key: 'pillars' }],
  [
    'MISSING',
    'one of some words',
    aLens({ services: [{ ...service, status: undefined }] }),
    { key: 'status' },
  ],
  ['MISSING', 'an id', aLens({ services: [{ name: 'x' }] }), { key: 'id' }],
  [
    'MISSING',
    'a phase',
    aLens({ gates: [{ id: 'go', name: 'Go', require: {} }] }),
    { key: 'phase' },
  ],
  [
    'MISSING',
    'a condition',
    rules([undefined, 'NO_RISK']),
    { key: 'condition' },
  ],
  ['MISSING', 'a risk', rules(['default', undefined]), { key: 'risk' }],
  ['TOO_LONG', 'lengths', aLens({ name: LONG }), { length: 200, max: 128 }],
  ['TOO_FEW', 'numbers', aLens({ pillars: [] }), { count: 0, min: 1, max: 10 }],
  [
    'TOO_MANY',
    'numbers',
    choices(...times(16, i => aChoice(`choice${i}`))),
    { count: 16, min: 1, max: 15 },
  ],
  [
    'INVALID_ID',
    'an id, cut',
    aLens({ id: `?${LONG}` }),
    { id: `?${CUT.slice(1)}` },
  ],
  ['INVALID_ID', 'an id of AWS, cut', choices(aChoice(LONG)), { id: CUT }],
  [
    'INVALID_ID',
    'an id of a service, cut',
    aLens({ services: [{ ...service, id: LONG }] }),
    { id: CUT },
  ],
  [
    'INVALID_VERSION',
    'a version',
    aLens({ version: '1/2' }),
    { version: '1/2' },
  ],
  [
    'LONG_ID',
    'its length',
    choices(aChoice('x'.repeat(65))),
    { length: 65, max: 64 },
  ],
  [
    'DUPLICATE_ID',
    'both places',
    choices(aChoice('one'), aChoice('one')),
    { id: 'one', first: '/pillars/0/questions/0/choices/0/id' },
  ],
  [
    'DUPLICATE_ID',
    'the name of a level',
    aLens({
      levels: [
        { name: 'A', from: 0 },
        { name: 'A', from: 9 },
      ],
    }),
    { id: 'A', first: '/levels/0/name' },
  ],
  ['UNKNOWN_KEY', 'the key', aLens({ titel: 'x' }), { key: 'titel' }],
  [
    'UNKNOWN_KEY',
    'what was meant, where it is near',
    aLens({ services: [{ ...service, statsu: 'x' }] }),
    { key: 'statsu', similar: 'status' },
  ],
  [
    'INVALID_VALUE',
    'what there is',
    aLens({ services: [{ ...service, status: 'OLD' }] }),
    { options: expect.stringMatching(/^CURRENT, /) },
  ],
  [
    'INVALID_VALUE',
    'the range of a number',
    aLens({
      ...phases('one'),
      gates: [{ id: 'go', name: 'Go', phase: 'one', require: { coverage: 2 } }],
    }),
    { options: '0 to 1' },
  ],
  ['UNKNOWN_PHASE', 'the phase, cut', question({ phase: LONG }), { id: CUT }],
  [
    'CIRCULAR_DUE',
    'both phases',
    dueChoice({ phase: 'one', dueFrom: 'two' }, 'one', phases('one', 'two')),
    { id: 'one', other: 'two' },
  ],
  [
    'CIRCULAR_DUE',
    'the phases of a gate and of a practice',
    dueChoice({ phase: 'one' }, 'two', {
      ...phases('one', 'two'),
      gates: [
        {
          id: 'go',
          name: 'Go',
          phase: 'one',
          require: { practices: ['first'] },
        },
      ],
    }),
    { id: 'one', other: 'two' },
  ],
  [
    'UNKNOWN_CHOICE',
    'the practice of a gate, cut',
    aLens({
      ...phases('one'),
      gates: [
        { id: 'go', name: 'Go', phase: 'one', require: { practices: [LONG] } },
      ],
    }),
    { id: CUT },
  ],
  [
    'UNKNOWN_CHOICE',
    'what a rule meant',
    rules(['frist', 'NO_RISK'], ['default', 'HIGH_RISK']),
    { id: 'frist', similar: 'first' },
  ],
  [
    'UNKNOWN_CHOICE',
    'what a rule says that means nothing, cut',
    rules([LONG, 'NO_RISK'], ['default', 'HIGH_RISK']),
    { id: `${CUT}…` },
  ],
  [
    'UNKNOWN_CHOICE',
    'what a layer meant',
    moot({ question: 'question', choice: 'frist' }),
    { id: 'frist', similar: 'first' },
  ],
  [
    'UNKNOWN_QUESTION',
    'a question there is not, cut',
    moot({ question: 'y'.repeat(100) }),
    { id: 'y'.repeat(80) },
  ],
  [
    'NO_IMPROVEMENT_PLAN',
    'the end of other ids',
    choices({ id: 'one', title: 'x' }),
    { suffix: '_no' },
  ],
  [
    'NONE_WITHOUT_SUFFIX',
    'the end of its id',
    choices(aChoice('none', { title: 'None of these' })),
    { suffix: '_no' },
  ],
  [
    'TWO_NONE_OF_THESE',
    'the end of their ids',
    choices(aChoice('a_no'), aChoice('b_no'), aChoice('one')),
    { suffix: '_no' },
  ],
  [
    'INVALID_RISK',
    'what was meant',
    rules(['default', 'high']),
    { options: RISKS, similar: 'HIGH_RISK' },
  ],
  [
    'INVALID_RISK',
    'what there is',
    rules(['default', 'risk']),
    { options: RISKS },
  ],
  [
    'DUPLICATE_RISK',
    'the risk',
    rules(['first', 'HIGH_RISK'], ['default', 'HIGH_RISK']),
    { risk: 'HIGH_RISK' },
  ],
  [
    'INVALID_TYPE',
    'what there is',
    resources({ type: 'LINK', content: [] }),
    { key: 'type', options: 'HELPFUL_RESOURCE, IMPROVEMENT_PLAN' },
  ],
  [
    'DUPLICATE_TYPE',
    'the type',
    resources(...times(2, () => ({ type: 'IMPROVEMENT_PLAN', content: [] }))),
    { type: 'IMPROVEMENT_PLAN' },
  ],
  [
    'UNSAFE_LINK',
    'where it leads, cut',
    aLens({ description: `[x](ftp:${LONG})` }),
    { link: `ftp:${CUT.slice(4)}` },
  ],
  [
    'INVALID_LANGUAGE',
    'the language, cut',
    aLens({ locales: { [`? ${LONG}`]: {} } }),
    { language: `? ${'x'.repeat(38)}` },
  ],
  [
    'PILLAR_ID_CASE',
    'the pillar of the framework',
    aLens({
      pillars: [{ id: 'Security', name: 'S', questions: [aQuestion('one')] }],
    }),
    { id: 'security' },
  ],
  [
    'BEST_ANSWER_RISKY',
    'the risk',
    rules(['first && !second', 'NO_RISK'], ['default', 'MEDIUM_RISK']),
    { risk: 'MEDIUM' },
  ],
  [
    'MORE_IS_WORSE',
    'the practice and both risks',
    rules(['first && !second', 'NO_RISK'], ['default', 'MEDIUM_RISK']),
    { choice: 'second', before: 'NONE', after: 'MEDIUM' },
  ],
])('%s names %s', (code, _, lens, expected) => {
  expect(named(lens, code)).toEqual(expected);
});
