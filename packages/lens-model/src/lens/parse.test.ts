// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { stringify } from 'yaml';
import { aLens, aQuestion, aSuperset, brief } from './__testUtils__/lenses';
import { parseLens } from './parse';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap(part =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );
const json = (value: unknown) => JSON.stringify(value, null, 2);

describe('parseLens', () => {
  it('reads JSON and YAML, text and bytes, and finds out which it is', () => {
    for (const lens of [aLens(), aSuperset()]) {
      for (const text of [json(lens), JSON.stringify(lens), stringify(lens)]) {
        for (const input of [text, bytes(text)]) {
          expect(parseLens(input)).toEqual({
            document: lens,
            errors: [],
            warnings: [],
          });
        }
      }
    }
    expect(parseLens(json(aLens()), { format: 'yaml' }).document).toEqual(
      aLens(),
    );
  });

  it('keeps every key and the order of everything', () => {
    const lens = { ready: true, ...aLens({ _version: '1.0', _teams: ['ml'] }) };
    const { document, warnings } = parseLens(json(lens));
    expect(JSON.stringify(document)).toBe(JSON.stringify(lens));
    expect(brief(warnings)).toEqual(['UNKNOWN_KEY /ready']);
  });

  it.each(['', ' \n\t', '\uFEFF'])('says that a file is empty (%j)', text => {
    expect(brief(parseLens(text).errors)).toEqual(['EMPTY ']);
  });

  it('skips a byte order mark and warns of it', () => {
    const text = json(aLens());
    for (const input of [`\uFEFF${text}`, bytes([0xef, 0xbb, 0xbf], text)]) {
      const { document, errors, warnings } = parseLens(input);
      expect(document).toEqual(aLens());
      expect(errors).toEqual([]);
      expect(brief(warnings)).toEqual(['BOM ']);
    }
  });

  it('recognises UTF-16 and other bytes that are not UTF-8', () => {
    const wide = [...json(aLens())].flatMap(char => [char.charCodeAt(0), 0]);
    for (const input of [
      bytes([0xff, 0xfe], wide),
      bytes(wide),
      bytes([0xfe, 0xff, 0, 0x7b]),
      bytes([0, 0x7b, 0, 0x7d]),
    ]) {
      const { errors } = parseLens(input);
      expect(brief(errors)).toEqual(['NOT_UTF8 ']);
      expect(errors[0].message).toContain('UTF-16');
    }
    expect(parseLens(bytes('{\n "n', [0xe9], '"')).errors).toEqual([
      expect.objectContaining({ code: 'NOT_UTF8', line: 2, column: 4 }),
    ]);
  });

  it('counts bytes, not characters, against the limit', () => {
    const pad = (size: number) => {
      const text = json(aLens());
      return text + ' '.repeat(size - text.length);
    };
    expect(parseLens(pad(500_000)).errors).toEqual([]);
    const [error] = parseLens(pad(500_001)).errors;
    expect(error.code).toBe('TOO_LARGE');
    expect(error.message).toContain('500,001');
    expect(error.message).toContain('500,000');
    expect(brief(parseLens('あ'.repeat(166_667)).errors)).toEqual([
      'TOO_LARGE ',
    ]);
  });

  it.each([
    ['a bare NaN', '{\n  "title": NaN,\n  "x": 1\n}', [[2, 12]], /"NaN"/],
    [
      'every bare NaN',
      '{\n"a": NaN,\n"b": NaN\n}',
      [
        [2, 6],
        [3, 6],
      ],
      /"NaN"/,
    ],
    ['a trailing comma', '{\n"a": 1,\n}', [[3, 1]], /Remove the comma/],
    ['one in a list', '{\n"a": [1,]}', [[2, 9]], /Remove the comma/],
    ['a comment', '{\n // why\n"a": 1}', [[2, 2]], /comment/],
    ['a comment before it all', '/* why */ {}', [[1, 1]], /comment/],
    ['a missing comma', '{"a": 1\n"b": 2}', [[2, 1]], /expected ","/],
    ['a missing bracket', '{"a": [1', [[1, 9]], /not closed/],
    ['a missing quote', '{"a": "x\n}', [[1, 7]], /not closed/],
    ['a tab in a text', '{"a": "x\ty"}', [[1, 7]], /control character/],
    ['something behind it', '{} x', [[1, 4]], /x/],
    ['single quotes', "{'a': 1}", [[1, 2]], /double quotes/],
  ])('gives the place of %s', (_, text, places, message) => {
    const { document, errors } = parseLens(text, { format: 'json' });
    expect(document).toBeUndefined();
    expect(errors.map(({ line, column }) => [line, column])).toEqual(places);
    expect(errors[0].code).toBe('SYNTAX');
    expect(errors[0].message).toMatch(message);
  });

  it('warns of keys that stand twice in JSON, where the last one counts', () => {
    const text = json(aLens()).replace('{', '{\n  "name": "Earlier",');
    const { document, errors, warnings } = parseLens(text);
    expect(document?.name).toBe('A lens');
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'DUPLICATE_KEY',
        pointer: '/name',
        line: 4,
        column: 3,
        message: expect.stringContaining('line 2'),
      }),
    ]);
  });

  it.each([
    [
      'keys that stand twice',
      'a: 1\nb:\n  - c: 1\n    c: 2\n',
      'DUPLICATE_KEY /b/0/c',
      [4, 5],
    ],
    ['tags', 'a: !!js/function x', 'SYNTAX ', [1, 4]],
    ['tags of its own', 'a: !x y', 'SYNTAX ', [1, 4]],
    ['tabs', 'a:\n\t- b', 'SYNTAX ', [2, 1]],
    ['quotes that are not closed', 'a: "b', 'SYNTAX ', [1, 6]],
    ['a second document', 'a: 1\n---\nb: 2\n', 'SYNTAX ', [2, 1]],
    ['numbers that JSON has not', 'a: .inf', 'NOT_FINITE ', [1, 1]],
  ])('refuses YAML with %s', (_, text, problem, place) => {
    const { document, errors } = parseLens(text);
    expect(document).toBeUndefined();
    expect(brief(errors)).toEqual([problem]);
    expect([errors[0].line, errors[0].column]).toEqual(place);
  });

  it.each([json, stringify])('refuses the NUL character', write => {
    const lens = aLens();
    lens.pillars[0].questions[0].title = 'a\0b';
    const { document, errors } = parseLens(write(lens));
    expect(document).toBeUndefined();
    expect(brief(errors)).toEqual([
      'NUL_CHARACTER /pillars/0/questions/0/title',
    ]);
    expect(errors[0].line).toBeGreaterThan(1);
  });

  it('resolves a few aliases in YAML, but no bomb of them', () => {
    const text = stringify(aLens()).replace(
      /name: A pillar/,
      'name: &name A pillar\n    other: *name',
    );
    expect(parseLens(text).document?.pillars[0]).toMatchObject({
      name: 'A pillar',
      other: 'A pillar',
    });
    const laughs = ['a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf']) {
      laughs.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`);
    }
    expect(brief(parseLens(laughs.join('\n')).errors)).toEqual(['SYNTAX ']);
    const wide = `a: &a ${'x'.repeat(40_000)}\nb: [${Array(20)
      .fill('*a')
      .join()}]`;
    expect(brief(parseLens(wide).errors)).toEqual(['TOO_LARGE ']);
  });

  it.each([
    ['[]', /list/],
    ['{"openapi": "3.1.0"}', /schemaVersion, name, description and pillars/],
    ['just text', /text/],
    ['5', /5/],
    ['null', /null/],
  ])('says that %s is not a lens', (text, message) => {
    const { errors } = parseLens(text);
    expect(brief(errors)).toEqual(['NOT_A_LENS ']);
    expect(errors[0].message).toMatch(message);
  });

  it('gives line and column of problems in JSON and YAML', () => {
    const lens = aLens({}, [aQuestion('question', { title: 5 })]);
    const text = json(lens);
    const line = text
      .split('\n')
      .findIndex(part => part.includes('"title": 5'));
    expect(parseLens(text).errors).toEqual([
      expect.objectContaining({
        pointer: '/pillars/0/questions/0/title',
        code: 'WRONG_TYPE',
        line: line + 1,
        column: text.split('\n')[line].indexOf('5') + 1,
      }),
    ]);
    const yaml = stringify(lens);
    const row = yaml.split('\n').findIndex(part => part.includes('title: 5'));
    expect(parseLens(yaml).errors).toEqual([
      expect.objectContaining({
        line: row + 1,
        column: yaml.split('\n')[row].indexOf('5') + 1,
      }),
    ]);
  });

  it('loads ids and keys that are names of object parts', () => {
    const lens = aLens({}, [
      aQuestion('constructor', {
        choices: [
          { id: 'toString', title: 'x', improvementPlan: { displayText: 'y' } },
        ],
        riskRules: [
          { condition: 'toString', risk: 'NO_RISK' },
          { condition: 'default', risk: 'HIGH_RISK' },
        ],
      }),
    ]);
    const text = JSON.stringify(lens)
      .replaceAll('toString', '__proto__')
      .replace('{', '{"__proto__": {"polluted": true},');
    for (const source of [text, stringify(JSON.parse(text))]) {
      const { document, errors } = parseLens(source);
      expect(errors).toEqual([]);
      expect(document?.pillars[0].questions[0].choices[0].id).toBe('__proto__');
      expect(Object.hasOwn(document!, '__proto__')).toBe(true);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  describe('with hostile input', () => {
    const fill = (part: string) =>
      part.repeat(Math.floor(498_000 / part.length));
    it.each([
      ['nested JSON lists', fill('['), 'NESTED_TOO_DEEPLY'],
      ['nested JSON objects', fill('{"a":'), 'NESTED_TOO_DEEPLY'],
      ['nested YAML flow', `a: ${fill('{')}`, 'NESTED_TOO_DEEPLY'],
      ['nested YAML lists', fill('- '), 'NESTED_TOO_DEEPLY'],
      ['many JSON values', `[${fill('1,')}1]`, 'TOO_COMPLEX'],
      ['many YAML entries', fill('- a\n'), 'TOO_COMPLEX'],
      ['many YAML lines', `a:${fill('\n')}`, 'TOO_COMPLEX'],
      ['many YAML aliases', `a: &a x\nb: [${fill('*a,')}]`, 'TOO_COMPLEX'],
      [
        'many wrong pillars',
        `{"pillars":[${'{},'.repeat(29_000)}{}]}`,
        'MISSING',
      ],
    ])('stops early at %s', (_, text, code) => {
      const started = process.cpuUsage();
      const { document, errors } = parseLens(text);
      const { user, system } = process.cpuUsage(started);
      expect(document).toBeUndefined();
      expect(errors[0].code).toBe(code);
      expect(errors.length).toBeLessThanOrEqual(501);
      expect((user + system) / 1000).toBeLessThan(5000);
    });

    it('survives deep indentation', () => {
      const text = Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`);
      const { errors } = parseLens(text.join('\n'));
      expect(errors[0].code).toBe('NESTED_TOO_DEEPLY');
    });

    it('says that there is more than it lists', () => {
      const pillars = Array.from({ length: 900 }, () => ({}));
      const { errors } = parseLens(json(aLens({ pillars })));
      expect(errors).toHaveLength(501);
      expect(errors[500].code).toBe('TOO_MANY_PROBLEMS');
    });
  });

  it('never throws, whatever the text', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(json(aSuperset()), stringify(aSuperset())),
        fc.nat(5_000),
        fc.nat(20),
        fc.string({ maxLength: 5 }),
      )
      .map(
        ([text, at, length, put]) =>
          text.slice(0, at) + put + text.slice(at + length),
      );
    fc.assert(
      fc.property(
        fc.oneof(
          damaged,
          fc.string({ unit: 'binary' }),
          fc.uint8Array(),
          fc.json(),
        ),
        fc.constantFrom('json' as const, 'yaml' as const, 'auto' as const),
        (input, format) => {
          const { document, errors } = parseLens(input, { format });
          expect(document === undefined).toBe(errors.length > 0);
          for (const { message, line, column } of errors) {
            expect(message).not.toBe('');
            expect((line ?? 1) >= 1 && (column ?? 1) >= 1).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
