// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { sameData } from './sameData';

describe('the same data', () => {
  it.each([
    [1, 1],
    ['a', 'a'],
    [null, null],
    [[], []],
    [{}, {}],
    [
      { a: 1, b: [{ c: null }] },
      { b: [{ c: null }], a: 1 },
    ],
  ])('%j is %j', (a, b) => {
    expect(sameData(a, b)).toBe(true);
  });

  it.each([
    [1, '1'],
    [1, {}],
    ['a', ['a']],
    [null, {}],
    [undefined, {}],
    [[], {}],
    [['a'], { 0: 'a' }],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: undefined }, { b: undefined }],
    [{ a: undefined }, {}],
    [
      [1, 2],
      [2, 1],
    ],
  ])('%j is not %j', (a, b) => {
    expect(sameData(a, b)).toBe(false);
    expect(sameData(b, a)).toBe(false);
  });
});
