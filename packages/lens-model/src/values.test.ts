// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { webAddress } from './lens/webAddress';
import { pathOfNul } from './nulCharacter';
import { isWithinReason } from './times';
import { isWorkloadId } from './workloadId';

describe('webAddress', () => {
  it.each(['http://example.com', 'HTTPS://example.com/a?b#c'])('is %j', url => {
    expect(webAddress(url)).toBe(url);
  });

  it.each([
    undefined,
    '',
    'example.com',
    // In parts, because the linter takes it for code.
    `${'javascript'}:alert(1)//https://example.com`,
    'ftp://example.com/http://',
    'https://',
  ])('is not %j', url => {
    expect(webAddress(url)).toBeUndefined();
  });
});

describe('pathOfNul', () => {
  it.each<[unknown, PropertyKey[] | undefined]>([
    ['a\0', []],
    [{ a: [{ b: 'x' }, { c: ['', '\0'] }] }, ['a', 1, 'c', 1]],
    [{ a: { 'b\0c': 1 } }, ['a', 'b\\u0000c']],
    [['x', null, 7, true, {}], undefined],
    [null, undefined],
    [undefined, undefined],
  ])('of %j is %j', (value, path) => {
    expect(pathOfNul(value)).toEqual(path);
  });
});

describe('isWithinReason', () => {
  it.each([
    ['1970-01-01', true],
    ['1969-12-31T23:59:59.999Z', false],
    ['9999-12-31T23:59:59.999Z', true],
    ['9999-12-31T23:59:59.999-01:00', false],
    // For its format to refuse.
    ['lately', true],
  ])('%s: %p', (value, expected) => {
    expect(isWithinReason(value)).toBe(expected);
  });
});

describe('isWorkloadId', () => {
  it.each([
    ['a', true],
    ['a-1', true],
    ['x'.repeat(63), true],
    ['x'.repeat(64), false],
    ['-a', false],
    ['a-', false],
    ['A', false],
    [7, false],
    [undefined, false],
  ])('%j: %p', (value, expected) => {
    expect(isWorkloadId(value)).toBe(expected);
  });
});
