// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aChoice, aLens, aQuestion, brief } from '../__testUtils__/lenses';
import {
  Q,
  check,
  errorsOf,
  warningsOf,
  question,
  rules,
} from './__testUtils__/check';

describe('checks risk rules:', () => {
  const at = `${Q}/riskRules`;
  it.each<[string, unknown, string[]]>([
    ['missing', question({ riskRules: undefined }), [`MISSING ${Q}`]],
    ['an object', question({ riskRules: {} }), [`WRONG_TYPE ${at}`]],
    ['none', question({ riskRules: [] }), [`TOO_FEW ${at}`]],
    [
      'not objects',
      question({ riskRules: ['default'] }),
      [`WRONG_TYPE ${at}/0`],
    ],
    [
      'without keys',
      question({ riskRules: [{}] }),
      [`MISSING ${at}/0`, `MISSING ${at}/0`],
    ],
    [
      'four of them',
      rules(
        ['first', 'NO_RISK'],
        ['second', 'MEDIUM_RISK'],
        ['!first', 'HIGH_RISK'],
        ['default', 'HIGH_RISK'],
      ),
      [`TOO_MANY ${at}`, `DUPLICATE_RISK ${at}/3/risk`],
    ],
    [
      'a risk twice',
      rules(['first', 'HIGH_RISK'], ['default', 'HIGH_RISK']),
      [`DUPLICATE_RISK ${at}/1/risk`],
    ],
    [
      'risks of other names',
      rules(['first', 'LOW_RISK'], ['second', 'HIGH'], ['default', 5]),
      [
        `INVALID_RISK ${at}/0/risk`,
        `INVALID_RISK ${at}/1/risk`,
        `INVALID_RISK ${at}/2/risk`,
      ],
    ],
    [
      'a condition that is a number',
      rules([5, 'NO_RISK'], ['default', 'HIGH_RISK']),
      [`WRONG_TYPE ${at}/0/condition`],
    ],
    [
      'a condition that cannot be read',
      rules(['first &&', 'NO_RISK'], ['default', 'HIGH_RISK']),
      [`RULE_SYNTAX ${at}/0/condition`],
    ],
    [
      'an empty condition',
      rules(['', 'NO_RISK'], ['default', 'HIGH_RISK']),
      [`RULE_SYNTAX ${at}/0/condition`],
    ],
    [
      'two defaults',
      rules(['default', 'NO_RISK'], ['default', 'HIGH_RISK']),
      [`TWO_DEFAULTS ${at}/1/condition`],
    ],
    [
      'a default with more',
      rules(['default && first', 'NO_RISK'], ['default', 'HIGH_RISK']),
      [`RULE_SYNTAX ${at}/0/condition`],
    ],
    [
      'unknown choices',
      rules(
        ['frist && second', 'NO_RISK'],
        ['zzz', 'MEDIUM_RISK'],
        ['default', 'HIGH_RISK'],
      ),
      [`UNKNOWN_CHOICE ${at}/0/condition`, `UNKNOWN_CHOICE ${at}/1/condition`],
    ],
  ])('%s', (_, lens, expected) => {
    expect(errorsOf(lens)).toEqual(expected);
  });

  it('calls no choice unknown where there is no list of them', () => {
    for (const [list, expected] of [
      [undefined, `MISSING ${Q}`],
      ['first', `WRONG_TYPE ${Q}/choices`],
    ]) {
      expect(errorsOf(question({ choices: list }))).toEqual([expected]);
    }
  });

  it('shows where a condition stops making sense', () => {
    const { errors } = check(
      rules(['first AND second', 'NO_RISK'], ['default', 'HIGH_RISK']),
    );
    expect(errors[0].message).toContain('\nfirst AND second\n      ^');
  });

  it('suggests what was meant', () => {
    const { errors } = check(
      rules(['frist', 'NO_RISK'], ['default', 'high_risk']),
    );
    const messages = errors.map(({ message }) => message).join('\n');
    expect(messages).toContain('Did you mean "first"?');
    expect(messages).toContain('Did you mean "HIGH_RISK"?');
  });

  it('says when a choice belongs to another question', () => {
    const { errors } = check(
      aLens({}, [
        aQuestion('one'),
        aQuestion('two', {
          choices: [aChoice('only')],
          riskRules: [
            { condition: 'first', risk: 'NO_RISK' },
            { condition: 'default', risk: 'HIGH_RISK' },
          ],
        }),
      ]),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0].message).toMatch(/choice of the question "one"/);
  });

  it.each<[string, unknown, string[]]>([
    [
      'no default',
      rules(['first', 'NO_RISK'], ['second', 'HIGH_RISK']),
      [`NO_DEFAULT ${at}`],
    ],
    [
      'a default that is not last',
      rules(['default', 'NO_RISK'], ['first', 'HIGH_RISK']),
      [`UNREACHABLE_RULES ${at}/0/condition`, `RULE_NEVER_FIRES ${at}/1`],
    ],
    ['a default alone', rules(['default', 'NO_RISK']), []],
    [
      'no NO_RISK',
      rules(['first', 'MEDIUM_RISK'], ['default', 'HIGH_RISK']),
      [`NO_BEST_RULE ${at}`],
    ],
    [
      'a dead rule',
      rules(['first || !first', 'NO_RISK'], ['default', 'HIGH_RISK']),
      [`RULE_NEVER_FIRES ${at}/1`],
    ],
    [
      'a best answer that is risky',
      rules(['first && !second', 'NO_RISK'], ['default', 'HIGH_RISK']),
      [`BEST_ANSWER_RISKY ${at}`, `MORE_IS_WORSE ${at}`],
    ],
  ])('warns of %s', (_, lens, expected) => {
    expect(warningsOf(lens)).toEqual(expected);
  });

  it.each<[string, unknown, string[]]>([
    ['a default', rules(['first &&', 'NO_RISK'], ['first', 'HIGH_RISK']), []],
    [
      'a default beside what is no rule',
      question({ riskRules: [5, { condition: 'first', risk: 'NO_RISK' }] }),
      [],
    ],
    ['NO_RISK', rules(['first', 'HIGH'], ['default', 'HIGH_RISK']), []],
  ])('does not miss %s where a rule cannot be read', (_, lens, expected) => {
    expect(brief(check(lens).warnings)).toEqual(expected);
  });

  it('finds more than one fault of rules that never give NO_RISK', () => {
    expect(
      warningsOf(
        rules(['first', 'MEDIUM_RISK'], ['first && second', 'HIGH_RISK']),
      ),
    ).toEqual([
      `NO_DEFAULT ${at}`,
      `NO_BEST_RULE ${at}`,
      `RULE_NEVER_FIRES ${at}/1`,
    ]);
  });

  it('points at nothing in a condition of white space', () => {
    const said = (condition: string) =>
      check(rules([condition, 'NO_RISK'])).errors[0].message;
    expect(said('  ')).not.toContain('^');
    expect(said(' &')).toContain('^');
  });
});

describe('"none of these"', () => {
  it.each([
    ['None of these', true],
    ['  none of it', true],
    ['Almost none of it', false],
    ['None offered', false],
  ])('is what is called %j: %p', (title, expected) => {
    const { warnings } = check(
      question({
        choices: [aChoice('first'), aChoice('second', { title })],
      }),
    );
    expect(
      brief(warnings).includes(`NONE_WITHOUT_SUFFIX ${Q}/choices/1/id`),
    ).toBe(expected);
  });

  it('is asked of choices that have an id', () => {
    const { errors, warnings } = check(
      question({
        choices: [
          aChoice('first'),
          aChoice('second'),
          { title: 'None of these', improvementPlan: { displayText: 'x' } },
        ],
      }),
    );
    expect(brief([...errors, ...warnings])).toEqual([`MISSING ${Q}/choices/2`]);
  });
});
