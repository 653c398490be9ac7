// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aSuperset } from '../__testUtils__/lenses';
import { LENS_LIMITS } from '../document';
import { pointerSteps } from '../pointer';
import { errorsOf } from './__testUtils__/check';

const { name, title, description, displayText } = LENS_LIMITS;
/** What the superset adds may be longer than anything of AWS. */
const LONG = 10_000;

const LENS = {
  ...aSuperset(),
  gates: [{ id: 'go', phase: 'build', name: 'Go', require: {} }],
};
const Q = '/pillars/0/questions/0';
const CHOICE = `${Q}/choices/0`;
const JA = '/locales/ja';

/** The lens with another value at a place; undefined takes it away. */
function lensWith(pointer: string, value: unknown): unknown {
  const lens = structuredClone(LENS) as any;
  const steps = [...pointerSteps(pointer)!];
  const last = steps.pop()!;
  const owner = steps.reduce((at, step) => at[step], lens);
  if (value === undefined) {
    delete owner[last];
  } else {
    owner[last] = value;
  }
  return lens;
}

const TEXTS: [pointer: string, max: number, rules: string][] = [
  ['/name', name, 'required'],
  ['/description', description, 'required, may be empty'],
  ['/pillars/0/name', name, 'required'],
  [`${Q}/title`, title, 'required'],
  [`${Q}/description`, description, 'may be empty'],
  [`${Q}/crispDm`, name, 'a list'],
  [`${CHOICE}/title`, title, 'required'],
  [`${CHOICE}/description`, description, 'may be empty'],
  [
    `${CHOICE}/helpfulResource/displayText`,
    displayText,
    'required, may be empty',
  ],
  [
    `${CHOICE}/improvementPlan/displayText`,
    displayText,
    'required, may be empty',
  ],
  [
    `${Q}/choices/1/additionalResources/0/content/0/displayText`,
    displayText,
    'required, may be empty',
  ],
  ['/phases/0/name', name, 'required'],
  ['/phases/0/description', LONG, 'may be empty'],
  ['/phases/0/crispDm', name, 'a list'],
  ['/phases/0/activities', description, 'a list'],
  ['/phases/0/services', name, 'a list'],
  ['/services/0/name', name, 'required'],
  ['/services/0/replacedBy', description, 'may be empty'],
  ['/services/0/note', description, 'may be empty'],
  ['/stackLayers/0/name', name, 'required'],
  ['/stackLayers/0/description', LONG, 'may be empty'],
  ['/stackLayers/0/suits', LONG, 'may be empty'],
  ['/stackLayers/0/moot/0/question', title, 'required'],
  ['/stackLayers/0/moot/0/choice', title, ''],
  ['/stackLayers/0/moot/0/reason', description, 'required'],
  ['/levels/0/name', name, 'required'],
  ['/gates/0/name', name, 'required'],
  ['/gates/0/description', description, 'may be empty'],
  [`${JA}/name`, name, 'may be empty'],
  [`${JA}/description`, LONG, 'may be empty'],
  [`${JA}/questions/goal_q/title`, title, 'may be empty'],
  [
    `${JA}/questions/goal_q/choices/first/helpfulResource`,
    displayText,
    'may be empty',
  ],
];

/** Only what is said of the text as a text. */
const said = (pointer: string, value: unknown) =>
  errorsOf(lensWith(pointer, value)).filter(problem =>
    /^(TOO_LONG|BLANK|MISSING|WRONG_TYPE) /.test(problem),
  );

describe.each(TEXTS)('%s', (pointer, max, rules) => {
  const isList = rules.includes('list');
  const at = isList ? `${pointer}/0` : pointer;
  const text = (value: unknown) => said(pointer, isList ? [value] : value);

  it(`is a text of at most ${max} characters`, () => {
    expect(text('x'.repeat(max))).toEqual([]);
    expect(text('x'.repeat(max + 1))).toEqual([`TOO_LONG ${at}`]);
    expect(text(7)).toEqual([`WRONG_TYPE ${at}`]);
  });

  it(`${rules.includes('empty') ? 'may' : 'must not'} be empty`, () => {
    const expected = rules.includes('empty') ? [] : [`BLANK ${at}`];
    expect(text('')).toEqual(expected);
    expect(text(' \n')).toEqual(expected);
  });

  it(`${rules.includes('required') ? 'must' : 'need not'} be there`, () => {
    const owner = pointer.slice(0, pointer.lastIndexOf('/'));
    expect(said(pointer, undefined)).toEqual(
      rules.includes('required') ? [`MISSING ${owner}`] : [],
    );
  });
});
