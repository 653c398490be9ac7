// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ProblemList } from '../problems';
import { checkUrl, findUnsafeLink } from './links';

describe('findUnsafeLink', () => {
  it.each([
    '[x](javascript:alert(1))',
    '![x](data:text/html;base64,AAAA)',
    '[x]( JavaScript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](&#106;avascript:alert(1))',
    '[x](&#x6a;avascript&colon;alert(1))',
    '[x](javascript\\:alert(1))',
    '[x](//evil.example)',
    '[x](file:///etc/passwd)',
    '[x](mailto:a@example.com)',
    '[ok](https://example.com) and [x](vbscript:x)',
    '[x]: javascript:alert(1)',
    'Text\n  [x]:\n  <data:text/html,x>',
    '<javascript:alert(1)>',
    String.raw`[x](\\\\evil.example)`,
    '[x](httpsx:evil)',
    '[x](xhttp:evil)',
    '[x](&#106avascript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '   [word]: vbscript:x',
    '[word]:\t\n\t<vbscript:x>',
    '[word]:vbscript:x',
  ])('finds the one in %j', text => {
    expect(findUnsafeLink(text)).toBeDefined();
  });

  it.each([
    'Plain text: with a colon',
    '[x](https://example.com/a:b)',
    '[x](<http://example.com>) and [y](HTTPS://EXAMPLE.COM)',
    '[x](#part) and [y](other.md)',
    'list[0](x) and f(a)[b]',
    '<region> and <https://example.com>',
    'Use javascript: it is a language',
    '[x]: https://example.com',
    '[x](a/b:c) and [y](https://example.com/http:)',
    // Not at the beginning of a line, this is no target of a link.
    'As in [word]: vbscript:x',
    'A list in [1] and a > b',
    'A note ](',
    '[&#x110000;](&#x110000;)',
  ])('finds none in %j', text => {
    expect(findUnsafeLink(text)).toBeUndefined();
  });
});

describe('checkUrl', () => {
  const said = (url: unknown) => {
    const problems = new ProblemList();
    checkUrl(problems, url, '/url');
    const { errors, warnings } = problems.result();
    return [...errors, ...warnings].map(({ code, params, pointer }) => [
      `${code} ${pointer}`,
      params,
    ]);
  };
  const longest = `https://example.com/${'x'.repeat(2028)}`;

  it.each<[string, unknown, [string, object?][]]>([
    ['an address', 'http://example.com', []],
    ['the longest address', longest, []],
    [
      'a longer one',
      `${longest}x`,
      [['TOO_LONG /url', { length: 2049, max: 2048 }]],
    ],
    ['one with spaces', 'https://example.com/a b', [['URL_WITH_SPACES /url']]],
    ['an empty one', '', [['EMPTY_URL /url']]],
    ['a number', 5, [['WRONG_TYPE /url']]],
    ['a path', 'a/b', [['INVALID_URL /url', { url: 'a/b' }]]],
    [
      'a path of 80 characters',
      'a'.repeat(80),
      [['INVALID_URL /url', { url: 'a'.repeat(80) }]],
    ],
    [
      'a long path, which it cuts',
      'a'.repeat(81),
      [['INVALID_URL /url', { url: `${'a'.repeat(80)}…` }]],
    ],
  ])('says of %s what there is to say', (_, url, expected) => {
    expect(said(url)).toEqual(
      expected.map(([problem, params]) => [problem, params]),
    );
  });
});
