// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aChoice, aLens, aQuestion } from '../__testUtils__/lenses';
import { Q, check, warningsOf, question, choices } from './__testUtils__/check';

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
    ['no description of a question', question({ description: undefined }), []],
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
    ['a plan on "none of these"', choices(aChoice('one'), aChoice('x_no')), []],
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
        pillars: [{ id: 'Security', name: 'S', questions: [aQuestion('one')] }],
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
