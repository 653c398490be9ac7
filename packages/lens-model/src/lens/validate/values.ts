// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { pointerTo } from '../pointer';
import type { ProblemList } from '../problems';
import { checkUrl, findUnsafeLink } from './links';
import { nearest } from './nearest';

/** An object of the document whose keys are not trusted. */
export type Fields = Readonly<Record<string, unknown>>;

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
): Fields | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Fields;
  }
  problems.error(
    pointer,
    'WRONG_TYPE',
    `${what} must be an object, found ${kindOf(value)}.`,
  );
  return undefined;
}

/** The value of an own key; `__proto__` and the like are just names. */
export function field(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** Warns of keys the format does not know; they are kept, as are notes. */
export function checkKeys(
  problems: ProblemList,
  fields: Fields,
  pointer: string,
  what: string,
  known: readonly string[],
): void {
  for (const key of Object.keys(fields)) {
    // Published AWS files note things under keys such as "_version" on purpose.
    if (known.includes(key) || key.startsWith('_')) {
      continue;
    }
    const at = pointerTo(pointer, key);
    const similar = problems.isFull('warnings')
      ? undefined
      : nearest(key, known);
    const hint = similar ? ` Did you mean "${similar}"?` : '';
    problems.warn(
      at,
      'UNKNOWN_KEY',
      `${what} has no key "${key}" in the lens format; it is kept but has no effect.${hint}`,
      { key, ...(similar && { similar }) },
    );
    const value = field(fields, key);
    if (/^url$/i.test(key) && typeof value === 'string' && value !== '') {
      checkUrl(problems, value, at);
    }
  }
}

export interface TextRule {
  /** Whose text it is, for messages: `The question`. */
  what: string;
  /** Most UTF-16 units. */
  max: number;
  required?: boolean;
  /** Whether it may be empty or only white space. */
  blank?: boolean;
}

/** Checks a text that people read; undefined when it is absent or not text. */
export function checkText(
  problems: ProblemList,
  fields: Fields,
  key: string,
  pointer: string,
  rule: TextRule,
): string | undefined {
  const value = field(fields, key);
  const at = pointerTo(pointer, key);
  if (value === undefined) {
    if (rule.required) {
      problems.error(
        pointer,
        'MISSING',
        `${rule.what} has no "${key}". Add it as text of at most ${rule.max} characters.`,
        { key },
      );
    }
    return undefined;
  }
  return checkProse(problems, value, at, `"${key}"`, rule);
}

/** Checks a value that must be text that people read. */
export function checkProse(
  problems: ProblemList,
  value: unknown,
  pointer: string,
  name: string,
  rule: Omit<TextRule, 'what' | 'required'>,
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

export interface ListRule {
  what: string;
  /** What the list holds, for messages: `questions`. */
  items: string;
  min?: number;
  max?: number;
  required?: boolean;
}

/** Checks a list and its length; undefined when it is absent or no list. */
export function checkList(
  problems: ProblemList,
  fields: Fields,
  key: string,
  pointer: string,
  rule: ListRule,
): readonly unknown[] | undefined {
  const value = field(fields, key);
  const at = pointerTo(pointer, key);
  const { what, items, min = 0, max = Infinity } = rule;
  const range = max === Infinity ? '' : ` of ${min} to ${max} ${items}`;
  if (value === undefined) {
    if (rule.required) {
      problems.error(
        pointer,
        'MISSING',
        `${what} has no "${key}". Add a list${range}.`,
        { key },
      );
    }
    return undefined;
  }
  if (!Array.isArray(value)) {
    problems.error(
      at,
      'WRONG_TYPE',
      `"${key}" must be a list${range}, found ${kindOf(value)}.`,
    );
    return undefined;
  }
  if (value.length < min) {
    problems.error(
      at,
      'TOO_FEW',
      `${what} has ${value.length} ${items}; ${min} to ${max} are allowed. Add at least ${min}.`,
      { count: value.length, min, max },
    );
  } else if (value.length > max) {
    problems.error(
      at,
      'TOO_MANY',
      `${what} has ${
        value.length
      } ${items}; ${min} to ${max} are allowed. Remove ${value.length - max}.`,
      { count: value.length, min, max },
    );
  }
  return value;
}

/** Checks that a required value is one of a few words. */
export function checkOneOf(
  problems: ProblemList,
  fields: Fields,
  key: string,
  pointer: string,
  what: string,
  options: readonly string[],
): void {
  const value = field(fields, key);
  if (value === undefined) {
    problems.error(
      pointer,
      'MISSING',
      `${what} has no "${key}". Add one of ${options.join(', ')}.`,
      { key },
    );
  } else if (!options.includes(value as string)) {
    problems.error(
      pointerTo(pointer, key),
      'INVALID_VALUE',
      `"${key}" must be one of ${options.join(', ')}, found ${quoted(value)}.`,
      { options: options.join(', ') },
    );
  }
}

/** Checks a value that, where it is, is true or false. */
export function checkBoolean(
  problems: ProblemList,
  fields: Fields,
  key: string,
  pointer: string,
): void {
  const value = field(fields, key);
  if (value !== undefined && typeof value !== 'boolean') {
    problems.error(
      pointerTo(pointer, key),
      'WRONG_TYPE',
      `"${key}" must be true or false, found ${kindOf(value)}.`,
    );
  }
}

/** Checks a value that, where it is, is a day there is. */
export function checkDay(
  problems: ProblemList,
  fields: Fields,
  key: string,
  pointer: string,
): void {
  const value = field(fields, key);
  if (value !== undefined && !z.iso.date().safeParse(value).success) {
    problems.error(
      pointerTo(pointer, key),
      'INVALID_DATE',
      `"${key}" must be a day such as "2027-01-31", in quotes, found ${quoted(
        value,
      )}.`,
    );
  }
}
