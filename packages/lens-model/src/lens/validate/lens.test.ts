/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  aChoice,
  aLens,
  aQuestion,
  aSuperset,
  brief,
} from '../__testUtils__/lenses';
import { validateLensDocument } from './lens';

// In parts, because the linter takes it for code.
const SCRIPT = 'javascript';

const Q = '/pillars/0/questions/0';
const DEFAULT = [{ condition: 'default', risk: 'NO_RISK' }];

const check = (value: unknown) => {
  const { document, errors, warnings } = validateLensDocument(value);
  expect(document === undefined).toBe(errors.length > 0);
  return { errors, warnings };
};
const errorsOf = (value: unknown) => brief(check(value).errors);
const warningsOf = (value: unknown) => {
  const { errors, warnings } = check(value);
  expect(errors).toEqual([]);
  return brief(warnings);
};
const question = (more: object) => aLens({}, [aQuestion('question', more)]);
const choices = (...list: unknown[]) =>
  question({ choices: list, riskRules: DEFAULT });
const rules = (...list: [condition: unknown, risk: unknown][]) =>
  question({
    riskRules: list.map(([condition, risk]) => ({ condition, risk })),
  });
const times = <T>(count: number, item: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => item(i));

describe('validateLensDocument', () => {
  it('has nothing to say about good lenses, and gives back the very value', () => {
    for (const lens of [aLens(), aSuperset()]) {
      expect(validateLensDocument(lens)).toEqual({
        document: lens,
        errors: [],
        warnings: [],
      });
      expect(validateLensDocument(lens).document).toBe(lens);
    }
  });

  it('adds places where they can be found', () => {
    const { errors } = validateLensDocument(aLens({ name: 5 }), pointer => ({
      line: pointer.length,
      column: 1,
    }));
    expect(errors).toMatchObject([{ pointer: '/name', line: 5, column: 1 }]);
  });

  it('lists every problem at once', () => {
    expect(
      errorsOf({
        schemaVersion: 1,
        pillars: [
          { id: 'ab', questions: [aQuestion('question', { title: '' }), 7] },
          null,
        ],
      }),
    ).toEqual([
      'SCHEMA_VERSION /schemaVersion',
      'MISSING ',
      'MISSING ',
      'INVALID_ID /pillars/0/id',
      'MISSING /pillars/0',
      `BLANK ${Q}/title`,
      'WRONG_TYPE /pillars/0/questions/1',
      'WRONG_TYPE /pillars/1',
    ]);
  });

  describe('refuses', () => {
    it.each<[string, unknown, string[]]>([
      [
        'another schema version',
        aLens({ schemaVersion: '2022-01-01' }),
        ['SCHEMA_VERSION /schemaVersion'],
      ],
      [
        'a schema version that is a number',
        aLens({ schemaVersion: 20211101 }),
        ['SCHEMA_VERSION /schemaVersion'],
      ],
      ['no schema version', aLens({ schemaVersion: undefined }), ['MISSING ']],
      ['no description', aLens({ description: undefined }), ['MISSING ']],
      ['a long name', aLens({ name: 'x'.repeat(129) }), ['TOO_LONG /name']],
      [
        'a long description',
        aLens({ description: 'x'.repeat(2049) }),
        ['TOO_LONG /description'],
      ],
      ['no pillars', aLens({ pillars: [] }), ['TOO_FEW /pillars']],
      [
        'pillars that are no list',
        aLens({ pillars: {} }),
        ['WRONG_TYPE /pillars'],
      ],
      [
        '11 pillars',
        aLens({
          pillars: times(11, i => ({
            id: `pillar${i}`,
            name: 'P',
            questions: [aQuestion(`question${i}`)],
          })),
        }),
        ['TOO_MANY /pillars'],
      ],
      [
        'two pillars of one id',
        aLens({
          pillars: times(2, i => ({
            id: 'pillar',
            name: 'P',
            questions: [aQuestion(`question${i}`)],
          })),
        }),
        ['DUPLICATE_ID /pillars/1/id'],
      ],
      [
        'two questions of one id in two pillars',
        aLens({
          pillars: times(2, i => ({
            id: `pillar${i}`,
            name: 'P',
            questions: [aQuestion('question')],
          })),
        }),
        ['DUPLICATE_ID /pillars/1/questions/0/id'],
      ],
      [
        '21 questions',
        aLens(
          {},
          times(21, i => aQuestion(`question${i}`)),
        ),
        ['TOO_MANY /pillars/0/questions'],
      ],
      [
        'a pillar without questions key',
        aLens({ pillars: [{ id: 'pillar', name: 'P' }] }),
        ['MISSING /pillars/0'],
      ],
      ['no choices', choices(), [`TOO_FEW ${Q}/choices`]],
      [
        '16 choices',
        choices(...times(16, i => aChoice(`choice${i}`))),
        [`TOO_MANY ${Q}/choices`],
      ],
      [
        'two choices of one id',
        choices(aChoice('one'), aChoice('one')),
        [`DUPLICATE_ID ${Q}/choices/1/id`],
      ],
      [
        'a choice without id',
        choices({ title: 'x', improvementPlan: { displayText: 'x' } }),
        [`MISSING ${Q}/choices/0`],
      ],
      [
        'an id that is a number',
        choices(aChoice(5 as never)),
        [`WRONG_TYPE ${Q}/choices/0/id`],
      ],
      [
        'a long title',
        choices(aChoice('one', { title: 'x'.repeat(129) })),
        [`TOO_LONG ${Q}/choices/0/title`],
      ],
      [
        'a long text',
        choices(
          aChoice('one', {
            improvementPlan: { displayText: 'x'.repeat(2049) },
          }),
        ),
        [`TOO_LONG ${Q}/choices/0/improvementPlan/displayText`],
      ],
      [
        'a choice without improvement plan',
        choices({ id: 'one', title: 'x' }),
        [`NO_IMPROVEMENT_PLAN ${Q}/choices/0`],
      ],
      [
        'a resource without text',
        choices(aChoice('one', { helpfulResource: {} as never })),
        [`MISSING ${Q}/choices/0/helpfulResource`],
      ],
      [
        'two "none of these"',
        choices(
          aChoice('one'),
          { id: 'x_no', title: 'x' },
          { id: 'y_no', title: 'y' },
        ),
        [`TWO_NONE_OF_THESE ${Q}/choices/2/id`],
      ],
      [
        'null as text',
        aLens({ description: null }),
        ['WRONG_TYPE /description'],
      ],
      ['an object as text', question({ title: {} }), [`WRONG_TYPE ${Q}/title`]],
      [
        'null as resource',
        question({ helpfulResource: null }),
        [`WRONG_TYPE ${Q}/helpfulResource`],
      ],
      [
        'an id of its own that has spaces',
        aLens({ id: 'my lens' }),
        ['INVALID_ID /id'],
      ],
      [
        'a version that is a number',
        aLens({ version: 1 }),
        ['WRONG_TYPE /version'],
      ],
      [
        'a version with a slash',
        aLens({ version: '1/2' }),
        ['INVALID_VERSION /version'],
      ],
      [
        'a schema that is no text',
        aLens({ $schema: 1 }),
        ['WRONG_TYPE /$schema'],
      ],
      [
        'a risk level there is not',
        choices(aChoice('one', { riskLevel: 'High' as never })),
        [`INVALID_VALUE ${Q}/choices/0/riskLevel`],
      ],
      [
        'an origin that is no text',
        choices(aChoice('one', { origin: 1 as never })),
        [`WRONG_TYPE ${Q}/choices/0/origin`],
      ],
    ])('%s', (_, lens, expected) => {
      expect(errorsOf(lens)).toEqual(expected);
    });

    it.each(['ab', 'my-pillar', 'sécurité', 'a b c', 'x'.repeat(129), ''])(
      'the id %j',
      id => {
        const lens = aLens();
        lens.pillars[0].id = id;
        const { errors } = check(lens);
        expect(brief(errors)).toEqual(['INVALID_ID /pillars/0/id']);
        expect(errors[0].message).toMatch(/3 to 128/);
      },
    );

    it('additional resources of other types, twice, or too many', () => {
      const additionalResources = [
        { type: 'LINK', content: [] },
        {
          type: 'HELPFUL_RESOURCE',
          content: times(6, () => ({ displayText: 'x' })),
        },
        { type: 'HELPFUL_RESOURCE', content: [{ displayText: 5 }] },
        {},
        5,
      ];
      const at = `${Q}/choices/0/additionalResources`;
      expect(
        errorsOf(choices({ ...aChoice('one'), additionalResources })),
      ).toEqual([
        `TOO_MANY ${at}`,
        `INVALID_TYPE ${at}/0/type`,
        `TOO_MANY ${at}/1/content`,
        `DUPLICATE_TYPE ${at}/2/type`,
        `WRONG_TYPE ${at}/2/content/0/displayText`,
        `MISSING ${at}/3`,
        `MISSING ${at}/3`,
        `WRONG_TYPE ${at}/4`,
      ]);
    });

    it.each([
      `${SCRIPT}:alert(1)`,
      'ftp://example.com',
      'www.example.com',
      ' https://x.org',
      'https://',
      5,
    ])('the url %j everywhere', url => {
      const code = typeof url === 'string' ? 'INVALID_URL' : 'WRONG_TYPE';
      const resource = { displayText: 'x', url };
      const lens = aLens(
        { services: [{ id: 'one', name: 'One', status: 'CURRENT', url }] },
        [
          aQuestion('question', {
            helpfulResource: resource,
            choices: [
              {
                ...aChoice('one'),
                helpfulResource: resource,
                improvementPlan: resource,
                additionalResources: [
                  { type: 'IMPROVEMENT_PLAN', content: [resource] },
                ],
              },
            ],
            riskRules: DEFAULT,
          }),
        ],
      );
      expect(errorsOf(lens).sort()).toEqual(
        [
          `${code} /services/0/url`,
          `${code} ${Q}/helpfulResource/url`,
          `${code} ${Q}/choices/0/helpfulResource/url`,
          `${code} ${Q}/choices/0/improvementPlan/url`,
          `${code} ${Q}/choices/0/additionalResources/0/content/0/url`,
        ].sort(),
      );
    });

    it('an unsafe url even under a key it does not know', () => {
      expect(errorsOf(question({ url: `${SCRIPT}:alert(1)` }))).toEqual([
        `INVALID_URL ${Q}/url`,
      ]);
    });
  });

  describe('names both places of what stands twice', () => {
    it('for questions', () => {
      const { errors } = check(
        aLens({
          pillars: times(2, i => ({
            id: `pillar${i}`,
            name: 'P',
            questions: [aQuestion('question')],
          })),
        }),
      );
      expect(errors[0].message).toContain('/pillars/0/questions/0/id');
    });
  });

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
        [
          `UNKNOWN_CHOICE ${at}/0/condition`,
          `UNKNOWN_CHOICE ${at}/1/condition`,
        ],
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
  });

  describe('accepts, as the AWS tool does,', () => {
    it.each<[string, unknown, string[]]>([
      [
        'choice ids that repeat across questions',
        aLens({}, [aQuestion('one'), aQuestion('two')]),
        [],
      ],
      [
        'no "none of these"',
        question({ choices: [aChoice('first'), aChoice('second')] }),
        [],
      ],
      [
        'no description of a question',
        question({ description: undefined }),
        [],
      ],
      [
        'empty urls',
        choices(
          aChoice('one', { helpfulResource: { displayText: 'x', url: '' } }),
        ),
        [`EMPTY_URL ${Q}/choices/0/helpfulResource/url`],
      ],
      [
        'urls with spaces',
        choices(
          aChoice('one', {
            helpfulResource: { displayText: 'x', url: 'https://a.org/x, b' },
          }),
        ),
        [`URL_WITH_SPACES ${Q}/choices/0/helpfulResource/url`],
      ],
      [
        'HTML in texts',
        choices(aChoice('one', { description: 'See <a href="x">this</a>' })),
        [`HTML ${Q}/choices/0/description`],
      ],
      [
        'unknown keys',
        { ...question({ url: 'https://example.com' }), _version: '1' },
        [`UNKNOWN_KEY ${Q}/url`],
      ],
      [
        'a plan on "none of these"',
        choices(aChoice('one'), aChoice('x_no')),
        [],
      ],
      [
        '"none of these" alone',
        choices({ id: 'x_no', title: 'None' }),
        [`NONE_ALONE ${Q}/choices/0/id`],
      ],
      [
        '"none of these" without the suffix',
        choices(aChoice('one', { title: 'None of the above' })),
        [`NONE_WITHOUT_SUFFIX ${Q}/choices/0/id`],
      ],
      [
        'a choice called default',
        choices(aChoice('default')),
        [`RESERVED_ID ${Q}/choices/0/id`],
      ],
      [
        'a pillar without questions',
        aLens({}, []),
        ['EMPTY_PILLAR /pillars/0/questions'],
      ],
      [
        'ids that differ from a framework pillar by case',
        aLens({
          pillars: [
            { id: 'Security', name: 'S', questions: [aQuestion('one')] },
          ],
        }),
        ['PILLAR_ID_CASE /pillars/0/id'],
      ],
      [
        'very long ids',
        choices(aChoice('x'.repeat(65))),
        [`LONG_ID ${Q}/choices/0/id`],
      ],
    ])('%s', (_, lens, expected) => {
      expect(warningsOf(lens)).toEqual(expected);
    });

    it('nothing of notes under keys that begin with `_`', () => {
      for (const more of [
        { _version: '1.0' },
        { _version: '1.0', version: '2' },
        { _teams: ['ml'] },
      ]) {
        expect(warningsOf(aLens(more))).toEqual([]);
      }
    });

    it('hints at the key that was meant', () => {
      const { warnings } = check(aLens({ naem: 'x', owner: 'x' }));
      expect(warnings[0].message).toContain('Did you mean "name"?');
      expect(warnings[1].message).not.toContain('Did you mean');
    });
  });
});
