// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aChoice, aLens } from '../__testUtils__/lenses';
import {
  check,
  choices,
  errorsOf,
  question,
  rules,
  warningsOf,
} from './__testUtils__/check';

/** The first of what is said, errors before warnings. */
function said(lens: unknown): string {
  const { errors, warnings } = check(lens);
  return [...errors, ...warnings][0].message;
}

describe('what is wrong is said with what was found', () => {
  it.each<[unknown, string]>([
    [null, 'null. Write a text'],
    [[], 'a list. Write a text'],
    [{}, 'an object. Write a text'],
    [5, 'the number 5. Put it in double quotes'],
    [true, 'true. Put it in double quotes'],
  ])('%j in place of a text', (title, found) => {
    expect(said(question({ title }))).toContain(`found ${found}`);
  });

  it.each<[unknown, string]>([
    ['OLD', '"OLD"'],
    ['x'.repeat(100), `"${'x'.repeat(80)}"`],
    [5, 'the number 5'],
    [null, 'null'],
  ])('%j in place of one of some words', (status, found) => {
    const services = [{ id: 'one', name: 'One', status }];
    expect(said(aLens({ services }))).toContain(`found ${found}.`);
  });

  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    ['text', 'text'],
  ])('%j in place of a score', (from, found) => {
    expect(said(aLens({ levels: [{ name: 'A', from }] }))).toContain(
      `found ${found}.`,
    );
  });

  it('a schema version that is another, or no text', () => {
    expect(said(aLens({ schemaVersion: '1.0' }))).toContain('found "1.0"');
    expect(said(aLens({ schemaVersion: 1 }))).toContain('found the number 1');
  });

  it('how many there may be, where there are not too many of anything', () => {
    expect(said(aLens({ pillars: {} }))).toContain('of 1 to 10 pillars');
    expect(said(aLens({ phases: {} }))).toContain('must be a list, found');
  });

  it.each([
    ['sécurité', '"é"'],
    ['a b c', 'white space'],
    ['ab', 'is 2 characters long'],
    ['x'.repeat(129), `"${'x'.repeat(80)}…" is 129 characters long`],
    ['-'.repeat(80), `"${'-'.repeat(80)}" holds "-"`],
  ])('the id %j', (id, found) => {
    expect(said(choices(aChoice(id)))).toContain(found);
  });

  it('the place of the first, however often it comes again', () => {
    const additionalResources = Array.from({ length: 3 }, () => ({
      type: 'IMPROVEMENT_PLAN',
      content: [],
    }));
    const { errors } = check(
      choices({ ...aChoice('one'), additionalResources }),
    );
    expect(errors.at(-1)!.code).toBe('DUPLICATE_TYPE');
    expect(errors.at(-1)!.message).toContain('/additionalResources/0.');
    expect(
      said(choices({ ...aChoice('one'), additionalResources: [{}] })),
    ).toContain('"HELPFUL_RESOURCE" or "IMPROVEMENT_PLAN", found nothing');
  });

  it('the selection that one practice more makes worse', () => {
    const message = (...list: [string, string][]) =>
      check(rules(...list)).warnings.find(
        ({ code }) => code === 'MORE_IS_WORSE',
      )!.message;
    expect(
      message(['first && !second', 'NO_RISK'], ['default', 'MEDIUM_RISK']),
    ).toContain('With first selected the risk is NONE; selecting second');
  });

  it('what every finding about rules means', () => {
    const { warnings } = check(
      question({
        choices: [aChoice('first')],
        riskRules: [
          { condition: 'first', risk: 'MEDIUM_RISK' },
          { condition: '!first', risk: 'NO_RISK' },
          { condition: 'default', risk: 'HIGH_RISK' },
        ],
      }),
    );
    expect(warnings.map(({ code }) => code).sort()).toEqual([
      'BEST_ANSWER_RISKY',
      'RULE_NEVER_FIRES',
      'RULE_WITHOUT_ANSWER',
    ]);
    expect(new Set(warnings.map(({ message }) => message)).size).toBe(3);
    for (const { message } of warnings) {
      expect(message).toMatch(/^.{30,}\.$/s);
    }
  });
});

describe('HTML in a text', () => {
  it.each([
    '<b>',
    '</b>',
    '<br/>',
    '<a href="x">',
    '<h1>',
    '<X-Y z>',
    'a <i>b',
  ])('is %j', description => {
    expect(warningsOf(aLens({ description }))).toEqual(['HTML /description']);
  });

  it.each(['<1>', 'a < b > c', '<é>', '< b>', '<>', '</>', '<b', 'b>'])(
    'is not %j',
    description => {
      expect(warningsOf(aLens({ description }))).toEqual([]);
    },
  );
});

describe('an address under a key the format does not know', () => {
  it.each<[string, unknown, string[]]>([
    ['url', 'ftp://x', ['INVALID_URL /url']],
    ['URL', 'ftp://x', ['INVALID_URL /URL']],
    ['curl', 'ftp://x', []],
    ['urls', 'ftp://x', []],
    ['url', 5, []],
    ['url', '', []],
    ['url', 'https://example.com', []],
  ])('%s: %j', (key, value, errors) => {
    const lens = aLens({ [key]: value });
    expect(errorsOf(lens)).toEqual(errors);
    expect(check(lens).warnings.map(({ code }) => code)).toEqual([
      'UNKNOWN_KEY',
    ]);
  });
});
