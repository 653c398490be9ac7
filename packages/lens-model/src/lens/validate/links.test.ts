// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { findUnsafeLink } from './links';

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
    '[&#x110000;](&#x110000;)',
  ])('finds none in %j', text => {
    expect(findUnsafeLink(text)).toBeUndefined();
  });
});
