// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ProblemList } from '../problems';
import { parseJsonText } from './json';

function read(text: string) {
  const problems = new ProblemList();
  const parsed = parseJsonText(text, problems);
  return { parsed, ...problems.result() };
}
const codes = (text: string) =>
  read(text).errors.map(({ code, pointer }) => `${code} ${pointer}`);

describe('what is wrong with JSON', () => {
  it.each([
    ['{"a" 1}', '":" after the key, found "1"'],
    ['{"a": 1', '"{" is not closed'],
    ['{"a": }', 'expected a value, found "}"'],
    ['{1: 2}', 'a key in double quotes, found "1"'],
    ['{}  {}', 'expected the end of the file, found "{"'],
    ['', 'expected a value, found the end of the file'],
    ['{"a": "\\x"}', 'an unknown escape'],
    ['{"a": "\\u12"}', 'an unknown escape'],
    ['{"a": wrong}', '"wrong" is not a JSON value'],
    ['[1, \n  ]', 'a comma before "]"'],
    ['[1 2]', 'expected "," or the closing bracket, found "2"'],
    [`[${' '.repeat(300)}, ]`, 'expected a value, found ","'],
  ])('%j: %s', (text, said) => {
    const { parsed, errors } = read(text);
    expect(parsed).toBeUndefined();
    expect(errors[0]).toMatchObject({ pointer: '', code: 'SYNTAX' });
    expect(errors[0].message).toContain(said);
  });

  it('is said once a line, for the first 20 lines', () => {
    const lines = (count: number) =>
      `{\n${Array.from(
        { length: count },
        (_, i) => `"k${i}": NaN, "l": x`,
      ).join(',\n')}\n}`;
    expect(codes(lines(3))).toHaveLength(3);
    expect(codes(lines(20))).toHaveLength(20);
    expect(codes(lines(25))).toHaveLength(20);
  });
});

describe('JSON that takes too long', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it('is what nests more than 64 levels', () => {
    expect(codes(nested(64))).toEqual([]);
    expect(read(`\n${nested(65)}`).errors).toMatchObject([
      { pointer: '', code: 'NESTED_TOO_DEEPLY', line: 2, column: 65 },
    ]);
    const pairs = Array.from({ length: 70 }, () => '[{}]').join(',');
    expect(codes(`[${pairs}]`)).toEqual([]);
  });

  it('is what holds more than 30,001 values', () => {
    const list = (length: number) => `[${Array(length).fill(0).join(',')}]`;
    expect(codes(list(30_001))).toEqual([]);
    expect(codes(list(30_002))).toEqual(['TOO_COMPLEX ']);
  });

  it('is not what only stands in a text', () => {
    const text = ['"', '\\', '[', '{', ','].join('').repeat(20_000);
    expect(codes(JSON.stringify({ text }))).toEqual([]);
    expect(codes(JSON.stringify({ text: '[{,'.repeat(20_000) }))).toEqual([]);
    // One that is not closed ends with its line.
    expect(codes(`{"a": "b\n${nested(70)}`)).toEqual(['NESTED_TOO_DEEPLY ']);
  });
});

describe('keys that stand twice', () => {
  it('are named with the line of the first, wherever they are', () => {
    const { parsed, errors, warnings } = read(
      '{\n"a": [{"b": 1,\n"b": 2}, [{"c": 1, "c": 2}]],\n"d": {"e": {"f": 1,\n"f": 2}}}',
    );
    expect(errors).toEqual([]);
    expect(
      warnings.map(({ pointer, params, line }) => ({ pointer, params, line })),
    ).toEqual([
      { pointer: '/a/0/b', params: { key: 'b', line: 2 }, line: 3 },
      { pointer: '/a/1/0/c', params: { key: 'c', line: 3 }, line: 3 },
      { pointer: '/d/e/f', params: { key: 'f', line: 4 }, line: 5 },
    ]);
    expect(parsed?.value).toEqual({
      a: [{ b: 2 }, [{ c: 2 }]],
      d: { e: { f: 2 } },
    });
  });

  it('are none in another object, or with another name', () => {
    expect(read('[{"a": 1}, {"a": {"a": 2}}, {"b": "b"}]').warnings).toEqual(
      [],
    );
  });
});

describe('the place of a pointer', () => {
  const { parsed } = read('{\n"a": [1,\n  {"b": "c"}],\n"d": 4}');

  it.each([
    ['', 1, 1],
    ['/a', 2, 6],
    ['/a/0', 2, 7],
    ['/a/1', 3, 3],
    ['/a/1/b', 3, 9],
    ['/d', 4, 6],
    // What is not there is looked for around it.
    ['/a/1/none', 3, 3],
    ['/a/9', 2, 6],
    ['/d/e', 4, 6],
    ['/a/1/b/c/d', 3, 9],
    ['/none/a', 1, 1],
  ])('"%s" is line %d, column %d', (pointer, line, column) => {
    expect(parsed?.locate(pointer)).toEqual({ line, column });
    // Asked again, it is the same.
    expect(parsed?.locate(pointer)).toEqual({ line, column });
  });
});
