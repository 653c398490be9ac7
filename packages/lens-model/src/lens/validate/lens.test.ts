// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  aChoice,
  aLens,
  aQuestion,
  aSuperset,
  brief,
} from '../__testUtils__/lenses';
import {
  Q,
  DEFAULT,
  check,
  errorsOf,
  question,
  choices,
  times,
  validateLensDocument,
} from './__testUtils__/check';

// In parts, because the linter takes it for code.
const SCRIPT = 'javascript';

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

  it('takes what has only a schema version for a lens', () => {
    expect(errorsOf({ schemaVersion: '2021-11-01' })).toEqual([
      'MISSING ',
      'MISSING ',
      'MISSING ',
    ]);
    expect(errorsOf({ name: 'x' })).toEqual(['NOT_A_LENS ']);
  });

  it('says nothing of an id as long as the API of AWS takes', () => {
    const { warnings } = check(
      question({
        choices: [aChoice('first'), aChoice('second'), aChoice('x'.repeat(64))],
      }),
    );
    expect(warnings).toEqual([]);
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
});
