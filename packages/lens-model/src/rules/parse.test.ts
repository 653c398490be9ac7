// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import jsep from 'jsep';
import { conditionOver, AWKWARD_IDS } from './__testUtils__/arbitraries';
import { RuleNode } from './node';
import { parseRule } from './parse';
import { printRule } from './print';
import { caretAt, RuleSyntaxError } from './tokens';

const choice = (id: string): RuleNode => ({ type: 'choice', id });

function faultOf(condition: string): RuleSyntaxError {
  try {
    parseRule(condition);
  } catch (error) {
    expect(error).toBeInstanceOf(RuleSyntaxError);
    return error as RuleSyntaxError;
  }
  throw new Error(`"${condition}" was accepted`);
}

/** Whether a text is either read the same twice, or refused in order. */
function attempt(text: string): boolean {
  try {
    const printed = printRule(parseRule(text));
    return printRule(parseRule(printed)) === printed;
  } catch (error) {
    return (
      error instanceof RuleSyntaxError &&
      error.offset >= 0 &&
      error.offset <= text.length
    );
  }
}

describe('parseRule', () => {
  it('binds "!" before "&&" before "||", to the left', () => {
    expect(parseRule('a && !b || c')).toEqual({
      type: 'or',
      left: {
        type: 'and',
        left: choice('a'),
        right: { type: 'not', operand: choice('b') },
      },
      right: choice('c'),
    });
    expect(printRule(parseRule('a || b || c'))).toBe('a || b || c');
    expect(printRule(parseRule('a || (b || c)'))).toBe('a || (b || c)');
    expect(printRule(parseRule('!(a&&b)||!c'))).toBe('!(a && b) || !c');
  });

  it('takes "default" alone, with white space around it', () => {
    expect(parseRule(' default\r\n')).toEqual({ type: 'default' });
  });

  it.each(['1a', '1_a', '42', '007', '_', '__proto__', 'true', 'null', 'this'])(
    'takes %p as an id',
    id => {
      expect(parseRule(id)).toEqual(choice(id));
      expect(parseRule(`!${id}&&(${id}||b)`)).toMatchObject({
        left: { operand: { id } },
      });
    },
  );

  it.each([
    ['', 0, 'a choice id or "default"'],
    ['   ', 0, 'a choice id or "default"'],
    ['a &&', 4, 'a choice id, "!" or "("'],
    ['&& a', 0, 'a choice id, "!" or "("'],
    ['a b', 2, '"&&", "||" or the end'],
    ['a !b', 2, '"&&", "||" or the end'],
    ['(a', 2, '")"'],
    ['a)', 1, '"&&", "||" or the end'],
    ['()', 1, 'a choice id, "!" or "("'],
    ['(a b)', 3, '"&&", "||" or ")"'],
    ['a & b', 2, '"&&", "||" or the end'],
    ['a AND b', 2, '"&&", "||" or the end'],
    ['default && a', 0, 'a choice id'],
    ['a || (default)', 6, 'a choice id'],
    ['!default', 1, 'a choice id'],
    ['a.b', 1, '"&&", "||" or the end'],
    ['f(a)', 1, '"&&", "||" or the end'],
    ['a[0]', 1, '"&&", "||" or the end'],
    ['a ? b : c', 2, '"&&", "||" or the end'],
    ['a = b', 2, '"&&", "||" or the end'],
    ['a == b', 2, '"&&", "||" or the end'],
    ['"a"', 0, 'a choice id, "!" or "("'],
    ['-a', 0, 'a choice id, "!" or "("'],
    ['a, b', 1, '"&&", "||" or the end'],
    ['a-b', 1, '"&&", "||" or the end'],
    ['é', 0, 'a choice id, "!" or "("'],
    ['a\u00a0&& b', 1, '"&&", "||" or the end'],
  ])(
    'refuses %j at character %d, expecting %s',
    (condition, offset, expected) => {
      const fault = faultOf(condition);
      expect([fault.offset, fault.expected]).toEqual([offset, expected]);
      expect(fault.message).not.toBe('');
    },
  );

  it('says what to write instead', () => {
    expect(faultOf('a AND b').message).toContain('(write "&&")');
    expect(faultOf('a or b').message).toContain('(write "||")');
    expect(faultOf('not a').message).toContain('"!"');
    expect(faultOf('a | b').message).toContain('(write "||")');
    expect(faultOf('a & b').message).toContain('(write "&&")');
    expect(faultOf('a NOT b').message).toContain('(write "!")');
    expect(faultOf('a)').message).toContain('closes nothing');
    for (const condition of [
      'a ? b',
      'a b',
      'a android',
      'a knot',
      'knot b',
      'nothing b',
    ]) {
      expect(faultOf(condition).message).not.toMatch(/write|closes nothing/);
    }
    expect(faultOf('a\u00a0').message).toContain('U+00A0');
    expect(faultOf(`a ${'b'.repeat(500)}`).message.length).toBeLessThan(120);
  });

  it.each([
    ['('.repeat(50_000), 64],
    [`${'('.repeat(5_000)}a${')'.repeat(5_000)}`, 64],
    [`${'!'.repeat(50_000)}a`, 64],
    [`${'!('.repeat(40)}a${')'.repeat(40)}`, 64],
  ])('refuses what is nested too deeply at once', (condition, offset) => {
    const started = performance.now();
    const fault = faultOf(condition);
    expect(fault.message).toMatch(/nested too deeply/);
    expect(fault.offset).toBe(offset);
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('takes 64 levels, as often as one likes', () => {
    const deep = `${'('.repeat(64)}a${')'.repeat(64)}`;
    expect(parseRule(deep)).toEqual(choice('a'));
    expect(parseRule(`${deep} && ${'!'.repeat(64)}a`).type).toBe('and');
    expect(parseRule(Array(70).fill('!a').join('&&')).type).toBe('and');
  });

  it('refuses conditions that are too long, and takes long ones', () => {
    expect(faultOf('a || '.repeat(100_000)).message).toMatch(/at most 8192/);
    const long = Array(1_600).fill('a').join(' || ');
    expect(printRule(parseRule(long))).toBe(long);
    expect(parseRule('a'.repeat(8192)).type).toBe('choice');
    for (const longer of ['a'.repeat(8193), `${'a'.repeat(8192)} `]) {
      expect(faultOf(longer).message).toMatch(/at most 8192/);
    }
  });

  it('leaves the settings of jsep alone', () => {
    const before = JSON.stringify(jsep('a.b(1) ? [c] : -this'));
    parseRule('a && !b');
    expect(JSON.stringify(jsep('a.b(1) ? [c] : -this'))).toBe(before);
  });

  it('reads what printRule writes', () => {
    fc.assert(
      fc.property(conditionOver(AWKWARD_IDS), node => {
        expect(parseRule(printRule(node))).toEqual(node);
      }),
    );
  });

  it('throws nothing but RuleSyntaxError, whatever the text', () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          'a',
          '1',
          ' ',
          '&&',
          '||',
          '&',
          '!',
          '(',
          ')',
          'default',
          '\n',
          '"',
        ),
        { maxLength: 30 },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces), text => {
        expect(attempt(text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('caretAt', () => {
  it('puts the caret under the character', () => {
    expect(caretAt('a & b', 2)).toBe('a & b\n  ^');
    expect(caretAt('a\n&&', 4)).toBe('a &&\n    ^');
  });

  it('cuts long conditions around the caret', () => {
    const [line, caret] = caretAt(
      `${'a'.repeat(100)}?${'b'.repeat(100)}`,
      100,
    ).split('\n');
    expect(line).toHaveLength(62);
    expect(line[caret.indexOf('^')]).toBe('?');
  });
});
