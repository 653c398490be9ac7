// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Levels of parentheses and negations that a condition may have. */
export const MAX_NESTING = 64;

/** Characters of one condition; the longest seen in published lenses has 182. */
export const MAX_LENGTH = 8192;

/**
 * A condition that does not follow the grammar of risk rules.
 * @public
 */
export class RuleSyntaxError extends Error {
  /** 0-based place in the condition where reading stopped. */
  readonly offset: number;
  /** What could have stood there, when that is known. */
  readonly expected?: string;

  constructor(message: string, offset: number, expected?: string) {
    super(message);
    this.name = 'RuleSyntaxError';
    this.offset = offset;
    this.expected = expected;
  }
}

export interface RuleToken {
  kind: 'id' | '&&' | '||' | '!' | '(' | ')';
  text: string;
  offset: number;
}

const TOKEN = /[A-Za-z0-9_]+|&&|\|\||[!()]/y;
const NOT_AN_ID = new Set(['&&', '||', '!', '(', ')']);
const OPERAND = 'a choice id, "!" or "("';
const OPERATOR = '"&&", "||" or the end';
const OPERATOR_IN_GROUP = '"&&", "||" or ")"';

/**
 * Splits a condition into tokens and makes sure that they follow the grammar
 * (reference: the risk rules of AWS custom lenses):
 *
 * ```text
 * condition := "default" | or
 * or        := and ( "||" and )*
 * and       := unary ( "&&" unary )*
 * unary     := "!" unary | "(" or ")" | id
 * id        := [A-Za-z0-9_]+
 * ```
 *
 * One pass from left to right that stops at the first fault, so that hostile
 * input is refused before anything recursive sees it.
 */
export function tokenizeRule(condition: string): RuleToken[] {
  const tokens: RuleToken[] = [];
  // For each open parenthesis, how many "!" stand before it.
  const open: number[] = [];
  let bangs = 0;
  let nesting = 0;
  let wantsOperand = true;
  let offset = 0;

  while (offset < condition.length) {
    if (offset >= MAX_LENGTH) {
      throw tooLong(condition);
    }
    if (isSpace(condition.charCodeAt(offset))) {
      offset++;
      continue;
    }
    TOKEN.lastIndex = offset;
    const expected = wantsOperand ? OPERAND : afterOperand(open.length);
    // Cheaper than exec, which would make a list of every match.
    if (!TOKEN.test(condition)) {
      throw unreadable(condition, offset, expected);
    }
    const text = condition.slice(offset, TOKEN.lastIndex);
    const token = {
      kind: NOT_AN_ID.has(text) ? text : 'id',
      text,
      offset,
    } as RuleToken;
    const startsOperand = text !== '&&' && text !== '||' && text !== ')';
    if (startsOperand !== wantsOperand || (text === ')' && !open.length)) {
      throw unexpected(token, tokens[tokens.length - 1], expected);
    }
    if (text === '!') {
      bangs++;
      nesting++;
    } else if (text === '(') {
      open.push(bangs);
      bangs = 0;
      nesting++;
    } else {
      if (text === ')') {
        nesting -= 1 + (open.pop() ?? 0);
      } else {
        nesting -= bangs;
        bangs = 0;
      }
      wantsOperand = token.kind === '&&' || token.kind === '||';
    }
    if (nesting > MAX_NESTING) {
      throw new RuleSyntaxError(
        `The condition is nested too deeply; at most ${MAX_NESTING} levels of "(" and "!" are allowed`,
        offset,
      );
    }
    tokens.push(token);
    offset += text.length;
  }

  if (condition.length > MAX_LENGTH) {
    throw tooLong(condition);
  }
  if (!tokens.length) {
    throw new RuleSyntaxError(
      'The condition is empty',
      0,
      'a choice id or "default"',
    );
  }
  if (wantsOperand) {
    throw new RuleSyntaxError(
      `The condition ends too early: expected ${OPERAND}`,
      condition.length,
      OPERAND,
    );
  }
  if (open.length) {
    throw new RuleSyntaxError(
      'The condition ends too early: a "(" is not closed, expected ")"',
      condition.length,
      '")"',
    );
  }
  const reserved = tokens.find(token => token.text === 'default');
  if (reserved && tokens.length > 1) {
    throw new RuleSyntaxError(
      '"default" must stand alone: it always holds, so it cannot be part of a condition',
      reserved.offset,
      'a choice id',
    );
  }
  return tokens;
}

/** Space, tab, carriage return or line feed. */
function isSpace(char: number): boolean {
  return char === 0x20 || char === 0x09 || char === 0x0d || char === 0x0a;
}

function tooLong(condition: string): RuleSyntaxError {
  return new RuleSyntaxError(
    `The condition is ${condition.length} characters long; at most ${MAX_LENGTH} are allowed`,
    MAX_LENGTH,
  );
}

function afterOperand(openParentheses: number): string {
  return openParentheses ? OPERATOR_IN_GROUP : OPERATOR;
}

function unreadable(
  condition: string,
  offset: number,
  expected: string,
): RuleSyntaxError {
  const char = String.fromCodePoint(condition.codePointAt(offset) ?? 0);
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(char)
    ? `"${char}"`
    : `character U+${char
        .codePointAt(0)!
        .toString(16)
        .toUpperCase()
        .padStart(4, '0')}`;
  const hint = char === '&' || char === '|' ? ` (write "${char}${char}")` : '';
  return new RuleSyntaxError(
    `Unexpected ${shown}${hint}: expected ${expected}`,
    offset,
    expected,
  );
}

function unexpected(
  token: RuleToken,
  before: RuleToken | undefined,
  expected: string,
): RuleSyntaxError {
  let hint = '';
  if (/^(and|or|not)$/i.test(token.text)) {
    const symbol = { and: '&&', or: '||', not: '!' }[token.text.toLowerCase()];
    hint = ` (write "${symbol}")`;
  } else if (before && /^not$/i.test(before.text)) {
    hint = ' (write "!" for "not")';
  } else if (token.kind === ')' && expected === OPERATOR) {
    hint = ' that closes nothing';
  }
  const shown =
    token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text;
  return new RuleSyntaxError(
    `Unexpected "${shown}"${hint}: expected ${expected}`,
    token.offset,
    expected,
  );
}

/**
 * The condition with a caret under one of its characters, on two lines; long
 * conditions are cut around the caret.
 * @public
 */
export function caretAt(condition: string, offset: number): string {
  const before = 40;
  const after = 20;
  const start = Math.max(0, offset - before);
  const end = Math.min(condition.length, offset + after);
  const head = start > 0 ? '…' : '';
  const tail = end < condition.length ? '…' : '';
  const line = condition.slice(start, end).replace(/\s/g, ' ');
  const indent = ' '.repeat(head.length + offset - start);
  return `${head}${line}${tail}\n${indent}^`;
}
