// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { brief } from '../__testUtils__/lenses';
import { LENS_LIMITS } from '../document';
import { ProblemList } from '../problems';
import { parseYamlText } from './yaml';

function read(text: string) {
  const problems = new ProblemList();
  const parsed = parseYamlText(text, problems);
  const { errors, warnings } = problems.result();
  expect(warnings).toEqual([]);
  expect(parsed === undefined).toBe(errors.length > 0);
  return { parsed, errors };
}
const codes = (text: string) => brief(read(text).errors);
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('YAML', () => {
  it('has the plain types of JSON', () => {
    const text =
      'day: 2001-01-31\nyes: yes\nno: ~\nten: 0o12\nhalf: 5e-1\n1: true\n';
    expect(read(text).parsed?.value).toEqual({
      day: '2001-01-31',
      yes: 'yes',
      no: null,
      ten: 10,
      half: 0.5,
      1: true,
    });
  });

  it.each([
    ['a: *x', 1, 1, 'Unresolved alias'],
    ['%FOO\n---\na: 1', 1, 1, '%FOO'],
    ['b: 1\n? [a]\n: b', 2, 3, 'keys must be strings'],
    ['a: 1\nb: "\\x"', 2, 5, 'escape'],
  ])('%j is none, for what stands in line %d, %d: %s', (text, ...expected) => {
    const { errors } = read(text);
    expect(errors).toHaveLength(1);
    const [line, column, said] = expected;
    expect(errors[0]).toMatchObject({ code: 'SYNTAX', pointer: '' });
    expect(errors[0]).toMatchObject({ line, column });
    expect(errors[0].message).toContain(said);
  });

  it('is said to be none for the first 20 faults', () => {
    expect(codes(lines(3, i => `k${i}: !x b`))).toHaveLength(3);
    expect(codes(lines(20, i => `k${i}: !x b`))).toHaveLength(20);
    expect(codes(lines(25, i => `k${i}: !x b`))).toHaveLength(20);
  });

  it.each(['.nan', '-.inf', '[1, {b: .inf}]'])('has no number %s', value => {
    expect(codes(`a: ${value}`)).toEqual(['NOT_FINITE ']);
  });
});

describe('YAML that takes too long', () => {
  const tooDeep = ['NESTED_TOO_DEEPLY '];
  const flow = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it('is what nests more than 64 levels', () => {
    expect(codes(flow(64))).toEqual([]);
    expect(read(`\n${flow(65)}`).errors).toMatchObject([
      { code: 'NESTED_TOO_DEEPLY', pointer: '', line: 2, column: 65 },
    ]);
    expect(codes(`${'- '.repeat(64)}x`)).toEqual([]);
    expect(read(`a: "é"\n---\n${'- '.repeat(65)}x`).errors).toMatchObject([
      { code: 'NESTED_TOO_DEEPLY', line: 3, column: 129 },
    ]);
    expect(codes(`${'? '.repeat(65)}x`)).toEqual(tooDeep);
    const deep = (depth: number) => lines(depth, i => `${' '.repeat(i)}a:`);
    expect(codes(deep(64))).toEqual([]);
    expect(codes(deep(66))).toEqual(tooDeep);
  });

  it('is not what is closed again, or ends with its line', () => {
    expect(codes(`[${Array(70).fill('[{}]').join()}]`)).toEqual([]);
    expect(codes(lines(70, () => '- - a'))).toEqual([]);
    expect(codes(`${lines(70, () => '- - a')}\r\n`)).toEqual([]);
    expect(codes(lines(70, i => `k${i}: a`).replaceAll('\n', '\r\n'))).toEqual(
      [],
    );
    // In brackets, dashes and colons open nothing.
    const pairs = Array.from({ length: 70 }, (_, i) => `k${i}: 1`);
    expect(codes(`{${pairs.join()}}`)).toEqual([]);
  });

  it('is what has more parts than a lens, by far', () => {
    expect(codes(lines(12_000, () => '- a'))).toEqual([]);
    const { errors } = read(lines(20_000, () => '- a'));
    expect(brief(errors)).toEqual(['TOO_COMPLEX ']);
    expect(errors[0].line).toBeGreaterThan(12_000);
  });

  it('is what aliases make of it', () => {
    const aliases = (count: number) =>
      lines(count, i => (i ? '- *a' : '- &a b'));
    expect(codes(aliases(100))).toEqual([]);
    expect(codes(aliases(120))).toEqual(['SYNTAX ']);
    // All parts are counted: texts, keys, numbers.
    const { documentBytes } = LENS_LIMITS;
    const times = (count: number, value: string) =>
      codes(`a: &a ${value}\nb: [${Array(count).fill('*a').join()}]`);
    const text = 'x'.repeat(documentBytes / 20);
    expect(times(18, text)).toEqual([]);
    expect(times(19, text)).toEqual(['TOO_LARGE ']);
    expect(times(6, 'あ'.repeat(documentBytes / 24))).toEqual([]);
    expect(times(7, 'あ'.repeat(documentBytes / 24))).toEqual(['TOO_LARGE ']);
    expect(times(19, `{${text}: 1}`)).toEqual(['TOO_LARGE ']);
    expect(times(90, `[${'12345,'.repeat(1_000)}]`)).toEqual(['TOO_LARGE ']);
    expect(times(50, `[${'12345,'.repeat(1_000)}]`)).toEqual([]);
  });
});

describe('keys of YAML that stand twice', () => {
  it('are refused, with the line of the one before', () => {
    const { errors } = read(
      'b: {e: 1, e: 2}\na:\n  - - c: 1\n      c: 2\n      c: 3\n1: x\n1: y\n',
    );
    expect(
      errors.map(({ code, pointer, params, line, column }) => [
        `${code} ${pointer}`,
        params,
        line,
        column,
      ]),
    ).toEqual([
      ['DUPLICATE_KEY /b/e', { key: 'e', line: 1 }, 1, 11],
      ['DUPLICATE_KEY /a/0/0/c', { key: 'c', line: 3 }, 4, 7],
      ['DUPLICATE_KEY /a/0/0/c', { key: 'c', line: 4 }, 5, 7],
      ['DUPLICATE_KEY /1', { key: '1', line: 6 }, 7, 1],
    ]);
  });

  it('are none in another mapping', () => {
    expect(codes('- {a: 1}\n- {a: {a: 2}}\n')).toEqual([]);
  });
});

describe('the place of a pointer in YAML', () => {
  const { parsed } = read(
    'a:\n  - 1\n  - b: c\nd: 4\ne: &x\n  f: g\nh: *x\n"i j": [k, {l: m}]\nempty:\n',
  );

  it.each([
    ['', 1, 1],
    ['/a', 2, 3],
    ['/a/0', 2, 5],
    ['/a/1', 3, 5],
    ['/a/1/b', 3, 8],
    ['/d', 4, 4],
    ['/e/f', 6, 6],
    // An alias stands for what it names.
    ['/h', 7, 4],
    ['/h/f', 6, 6],
    ['/i j/0', 8, 9],
    ['/i j/1/l', 8, 16],
    ['/empty', 9, 7],
    // What is not there is looked for around it.
    ['/a/9', 2, 3],
    ['/a/1/none', 3, 5],
    ['/a/1/b/c/d', 3, 8],
    ['/d/e', 4, 4],
    ['/none/a', 1, 1],
  ])('"%s" is line %d, column %d', (pointer, line, column) => {
    expect(parsed?.locate(pointer)).toEqual({ line, column });
    // Asked again, it is the same.
    expect(parsed?.locate(pointer)).toEqual({ line, column });
  });

  it('counts lines however they end', () => {
    const { parsed: windows } = read('a: 1\r\nb:\r\n  c: x\r\n');
    expect(windows?.locate('/b/c')).toEqual({ line: 3, column: 6 });
  });
});
