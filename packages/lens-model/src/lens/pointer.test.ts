// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ownValue, pointerSteps, pointerTo } from './pointer';

describe('JSON pointers', () => {
  it.each([
    ['', []],
    ['/', ['']],
    ['/a', ['a']],
    ['/a//0', ['a', '', '0']],
    ['/a~1b/~0', ['a/b', '~']],
    ['/~01', ['~1']],
  ])('"%s" has the steps %j', (pointer, steps) => {
    expect(pointerSteps(pointer)).toEqual(steps);
    expect(steps.reduce(pointerTo, '')).toBe(pointer);
  });

  it.each(['a', 'a/b', '/~', '/~2', '/a~', '/~1~x'])('"%s" is none', text => {
    expect(pointerSteps(text)).toBeUndefined();
  });
});

describe('an own value', () => {
  it.each([
    ['0', 'a'],
    ['10', 'k'],
    ['01', undefined],
    ['1x', undefined],
    ['x1', undefined],
    ['-1', undefined],
    ['length', undefined],
  ])('of a list at "%s" is %j', (key, value) => {
    expect(ownValue([...'abcdefghijk'], key)).toBe(value);
  });

  it('of an object is its own', () => {
    expect(ownValue({ a: 1 }, 'a')).toBe(1);
    expect(ownValue({ a: 1 }, 'constructor')).toBeUndefined();
    expect(ownValue(JSON.parse('{"__proto__":2}'), '__proto__')).toBe(2);
  });

  it.each([null, undefined, 'text', 3])('of %j is none', value => {
    expect(ownValue(value, 'length')).toBeUndefined();
  });
});
