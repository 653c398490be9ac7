// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ProblemList } from '../problems';
import { question as schema } from '../schema';
import { checkConfirm } from './confirm';
import { Entry } from './Entry';

function check(question: object) {
  const problems = new ProblemList();
  const kind = { a: 'A question', schema };
  checkConfirm(Entry.read(problems, question, '/q', kind)!);
  const { errors, warnings } = problems.result();
  return [...errors, ...warnings].map(({ code, pointer, params }) =>
    [code, pointer, params?.options].filter(Boolean).join(' '),
  );
}
const REASONS =
  'MODEL_VERSION, LENS_CHANGED, OWNER_CHANGED, EVIDENCE_CONTRADICTS';
const AGES = 'P30D, P180D, P1Y';

describe('what puts an answer in doubt', () => {
  it.each<[string, object]>([
    ['nothing', {}],
    ['nothing of it', { confirm: {} }],
    ['no reason', { confirm: { on: [] } }],
    ['a reason', { confirm: { on: ['LENS_CHANGED', 'OWNER_CHANGED'] } }],
    ['an age', { confirm: { age: 'P180D', on: ['MODEL_VERSION'] } }],
  ])('may be %s', (_, question) => {
    expect(check(question)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['a text', 'LENS_CHANGED', ['WRONG_TYPE /q/confirm']],
    ['null', null, ['WRONG_TYPE /q/confirm']],
    [
      'reasons that are none',
      { on: ['LENS_CHANGED', 'AGE', 3] },
      [
        `INVALID_VALUE /q/confirm/on/1 ${REASONS}`,
        `INVALID_VALUE /q/confirm/on/2 ${REASONS}`,
      ],
    ],
    ['no list', { on: 'LENS_CHANGED' }, ['WRONG_TYPE /q/confirm/on']],
    [
      'an age in words',
      { age: 'a year' },
      [`INVALID_VALUE /q/confirm/age ${AGES}`],
    ],
    [
      'an age of hours',
      { age: 'PT3H' },
      [`INVALID_VALUE /q/confirm/age ${AGES}`],
    ],
    ['a number', { age: 180 }, [`INVALID_VALUE /q/confirm/age ${AGES}`]],
    ['what is not known', { ages: [] }, ['UNKNOWN_KEY /q/confirm/ages']],
  ])('cannot be %s', (_, confirm, problems) => {
    expect(check({ confirm })).toEqual(problems);
  });
});
