// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LENS_LIMITS } from '../document';
import { ProblemList } from '../problems';
import { decodeLens } from './decode';

function decode(input: string | number[]) {
  const problems = new ProblemList();
  const text = decodeLens(
    typeof input === 'string' ? input : Uint8Array.from(input),
    problems,
  );
  const { errors, warnings } = problems.result();
  const brief = [...errors, ...warnings].map(({ code, pointer, params }) => ({
    code,
    pointer,
    params,
  }));
  return { text, brief };
}
const A = 'a'.charCodeAt(0);

describe('bytes of a lens', () => {
  it.each<[string, string | number[], string]>([
    ['UTF-16 with a mark', [0xff, 0xfe, A, A], 'NOT_UTF8'],
    ['UTF-16 the other way round', [0xfe, 0xff, A, A], 'NOT_UTF8'],
    ['a NUL byte', [A, 0, A], 'NOT_UTF8'],
    ['a NUL character in a text', 'a\0', 'NOT_UTF8'],
    ['a byte that is no text', [A, 0xe9, A], 'NOT_UTF8'],
    ['a mark that is half one', [0xff, A], 'NOT_UTF8'],
    ['nothing', ' \n', 'EMPTY'],
    ['a web page', '\n <!DOCTYPE html><p>', 'WEB_PAGE'],
    ['a web page without a type', '<HTML lang="en">', 'WEB_PAGE'],
    ['the head of one', '<head>', 'WEB_PAGE'],
    ['a web page of several lines', '<!doctype \n html>', 'WEB_PAGE'],
  ])('%s is refused', (_, input, code) => {
    const { text, brief } = decode(input);
    expect(text).toBeUndefined();
    expect(brief).toEqual([{ code, pointer: '', params: undefined }]);
  });

  it.each([
    [[0xff, 0xfe, A, A], 'UTF-16', undefined],
    [[0xfe, 0xff, A, A], 'UTF-16', undefined],
    [[A, 0, A, 0], 'UTF-16', undefined],
    [[0xff, 0xff, A], 'bytes that are not UTF-8', 1],
    [[0xfe, 0xfe, A], 'bytes that are not UTF-8', 1],
    [[A, 0xfe, A], 'bytes that are not UTF-8', 1],
    [[A, 0xff, A], 'bytes that are not UTF-8', 1],
  ])('%j are said to be what they look like: %s', (bytes, said, line) => {
    const problems = new ProblemList();
    decodeLens(Uint8Array.from(bytes), problems);
    const [error] = problems.errors;
    expect(error.message).toContain(said);
    expect(error.line).toBe(line);
  });

  it('are counted, and said to be too many', () => {
    const bytes = LENS_LIMITS.documentBytes + 1;
    for (const input of ['a'.repeat(bytes), Array(bytes).fill(A)]) {
      expect(decode(input)).toEqual({
        text: undefined,
        brief: [
          {
            code: 'TOO_LARGE',
            pointer: '',
            params: { bytes, max: LENS_LIMITS.documentBytes },
          },
        ],
      });
    }
    expect(decode(Array(bytes - 1).fill(A)).brief).toEqual([]);
  });

  it('are read without their mark, which is told of', () => {
    const told = [{ code: 'BOM', pointer: '', params: undefined }];
    expect(decode([0xef, 0xbb, 0xbf, A])).toEqual({ text: 'a', brief: told });
    expect(decode('\uFEFFa')).toEqual({ text: 'a', brief: told });
    expect(decode([A])).toEqual({ text: 'a', brief: [] });
  });

  it('may hold what looks like a page, or a NUL, further on', () => {
    expect(decode('name: <html>').brief).toEqual([]);
    expect(decode('<htmlish>').brief).toEqual([]);
    expect(decode(`${'a'.repeat(64)}\0`).brief).toEqual([]);
  });

  it('are said to be how many, of how many', () => {
    const problems = new ProblemList();
    decodeLens('a'.repeat(500_001), problems);
    expect(problems.errors[0].message).toMatch(/500,001 .* 500,000/);
  });

  it('name the place of the first that is wrong', () => {
    const problems = new ProblemList();
    decodeLens(Uint8Array.from([A, 10, A, 0xe9]), problems);
    expect(problems.errors).toMatchObject([{ line: 2, column: 2 }]);
  });
});
