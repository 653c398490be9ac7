// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens } from '../__testUtils__/lenses';
import { errorsOf, warningsOf } from './__testUtils__/check';

describe('translations', () => {
  it.each<[string, unknown, string[]]>([
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
  ])('warns of %s', (_, lens, expected) => {
    expect(warningsOf(lens)).toEqual(expected);
  });
});
