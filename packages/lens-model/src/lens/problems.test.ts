// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ProblemList, TooManyErrors } from './problems';

const at = (line: number, column: number) => ({ line, column });

describe('problems', () => {
  it('are sorted by line, then by column, those without a place in front', () => {
    const list = new ProblemList();
    for (const kind of ['error', 'warn'] as const) {
      list[kind]('/c', 'MISSING', '', undefined, at(2, 1));
      list[kind]('/b', 'MISSING', '', undefined, at(1, 9));
      list[kind]('/a', 'MISSING', '', undefined, at(1, 3));
      list[kind]('/none', 'MISSING', '');
    }
    const { errors, warnings } = list.result();
    const sorted = ['/none', '/a', '/b', '/c'];
    expect(errors.map(({ pointer }) => pointer)).toEqual(sorted);
    expect(warnings.map(({ pointer }) => pointer)).toEqual(sorted);
  });

  it('name what they are about, and where it stands', () => {
    const list = new ProblemList(pointer =>
      pointer === '/a' ? at(7, 3) : undefined,
    );
    list.error('/a', 'TOO_LONG', 'It is long.', { max: 3 });
    list.error('/b', 'MISSING', 'It is not there.');
    expect(list.result().errors).toEqual([
      { pointer: '/b', code: 'MISSING', message: 'It is not there.' },
      {
        pointer: '/a',
        code: 'TOO_LONG',
        message: 'It is long.',
        params: { max: 3 },
        ...at(7, 3),
      },
    ]);
    expect(list.describe('/a')).toBe('/a (line 7)');
    expect(list.describe('/b')).toBe('/b');
  });

  it('are told from what is for information', () => {
    const list = new ProblemList();
    list.warn('/a', 'RULE_NEVER_FIRES', '');
    list.warn('/b', 'BLANK', '');
    expect(list.result().warnings).toEqual([
      {
        pointer: '/a',
        code: 'RULE_NEVER_FIRES',
        message: '',
        information: true,
      },
      { pointer: '/b', code: 'BLANK', message: '' },
    ]);
  });

  it('are listed up to 500 of a kind, and counted up to 2,500', () => {
    const list = new ProblemList();
    const add = (count: number) => {
      for (let i = 0; i < count; i++) list.error('/a', 'MISSING', '');
    };
    add(499);
    expect(list.isFull('errors')).toBe(false);
    add(1);
    expect(list.isFull('errors')).toBe(true);
    expect(list.isFull('warnings')).toBe(false);
    expect(list.result().errors).toHaveLength(500);
    add(2_000);
    expect(list.errorCount).toBe(2_500);
    const { errors } = list.result();
    expect(errors).toHaveLength(501);
    expect(errors[500]).toMatchObject({
      pointer: '',
      code: 'TOO_MANY_PROBLEMS',
      params: { count: 2_000 },
    });
    expect(() => add(1)).toThrow(TooManyErrors);
  });
});
