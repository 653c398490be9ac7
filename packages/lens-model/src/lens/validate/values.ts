// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ProblemList } from '../problems';
import { findUnsafeLink } from './links';

/** What a value is, in words for messages. */
export function kindOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    default:
      return 'an object';
  }
}

/** A text in quotes, cut short, or what else a value is. */
export function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value.slice(0, 80)}"` : kindOf(value);
}

/** What to do about a number or a truth value where text belongs. */
export function quoteHint(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean'
    ? ' Put it in double quotes.'
    : ' Write a text, or leave the key out if it is optional.';
}

/** The value if it is an object; an error otherwise. */
export function checkObject(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  what: string,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  problems.error(
    pointer,
    'WRONG_TYPE',
    `${what} must be an object, found ${kindOf(value)}.`,
  );
  return undefined;
}

/** What a text that people read may be. */
export interface ProseRule {
  /** Most UTF-16 units. */
  max: number;
  /** Whether it may be empty or only white space. */
  blank?: boolean;
}

/** Checks a value that must be text that people read. */
export function checkProse(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  name: string,
  rule: ProseRule,
): string | undefined {
  if (typeof value !== 'string') {
    problems.error(
      pointer,
      'WRONG_TYPE',
      `${name} must be text, found ${kindOf(value)}.${quoteHint(value)}`,
    );
    return undefined;
  }
  if (value.length > rule.max) {
    problems.error(
      pointer,
      'TOO_LONG',
      `${name} is ${value.length} characters long; at most ${
        rule.max
      } are allowed. Shorten it by ${value.length - rule.max}.`,
      { length: value.length, max: rule.max },
    );
    return value;
  }
  if (!rule.blank && !value.trim()) {
    problems.error(pointer, 'BLANK', `${name} is empty. Write a text.`);
    return value;
  }
  const unsafe = findUnsafeLink(value);
  if (unsafe !== undefined) {
    problems.error(
      pointer,
      'UNSAFE_LINK',
      `${name} holds a link to "${unsafe.slice(
        0,
        80,
      )}". Links must start with http:// or https://.`,
      { link: unsafe.slice(0, 80) },
    );
  }
  if (/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/i.test(value)) {
    problems.warn(
      pointer,
      'HTML',
      `${name} holds what looks like HTML. It is kept and shown as plain characters.`,
    );
  }
  return value;
}
