// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { pointerTo } from '../pointer';
import type { LensProblemCode, ProblemList, ProblemParams } from '../problems';
import { checkUrl } from './links';
import { nearest } from './nearest';
import {
  checkObject,
  checkProse,
  kindOf,
  type ProseRule,
  quoted,
} from './values';

/** What an object of the document is to be. */
export interface Kind {
  /** How messages name it: `A question`. */
  a: string;
  /** How they name it where it is known which: `The question`. */
  the?: string;
  /** Names the keys the format knows. */
  schema: { shape: object };
}

interface ListRule {
  /** What the list holds, for messages: `questions`. */
  items: string;
  min?: number;
  max?: number;
  required?: boolean;
}

type Steps = string | readonly (string | number)[];

/**
 * An object of the document whose keys are not trusted: reads them, and says of
 * each where it stands and what is wrong with it.
 */
export class Entry {
  readonly #errorsBefore: number;

  private constructor(
    readonly problems: ProblemList,
    /** As it was given. */
    readonly value: Readonly<Record<string, unknown>>,
    readonly pointer: string,
    readonly kind: Kind,
  ) {
    this.#errorsBefore = problems.errorCount;
    this.#checkKeys();
  }

  /** The value if it is an object; an error otherwise. */
  static read(
    problems: ProblemList,
    value: unknown,
    pointer: string,
    kind: Kind,
  ): Entry | undefined {
    const fields = checkObject(problems, value, pointer, kind.a);
    return fields && new Entry(problems, fields, pointer, kind);
  }

  /** Whether there is no error in it so far. */
  get isSound(): boolean {
    return this.problems.errorCount === this.#errorsBefore;
  }

  /** The value of an own key; `__proto__` and the like are just names. */
  get(key: string): unknown {
    return Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }

  /** The pointer of what is in it. */
  at(...steps: readonly (string | number)[]): string {
    return steps.reduce<string>(pointerTo, this.pointer);
  }

  /** @param at - the key, or the steps, to what is wrong; none for all of it */
  error(
    at: Steps,
    code: LensProblemCode,
    message: string,
    params?: ProblemParams,
  ): void {
    this.problems.error(this.at(...[at].flat()), code, message, params);
  }

  /** {@link Entry.error} of what is worth knowing. */
  warn(
    at: Steps,
    code: LensProblemCode,
    message: string,
    params?: ProblemParams,
  ): void {
    this.problems.warn(this.at(...[at].flat()), code, message, params);
  }

  /** Says that a key is not there, and what to add. */
  missing(key: string, add: string, name = this.kind.a): void {
    this.error([], 'MISSING', `${name} has no "${key}". ${add}`, { key });
  }

  /** A text that people read; undefined when it is absent or not text. */
  text(
    key: string,
    rule: ProseRule & { required?: boolean },
  ): string | undefined {
    const value = this.get(key);
    if (value !== undefined) {
      return checkProse(this.problems, value, this.at(key), `"${key}"`, rule);
    }
    if (rule.required) {
      const add = `Add it as text of at most ${rule.max} characters.`;
      this.missing(key, add, this.#name);
    }
    return undefined;
  }

  /** Checks a list of texts, if it is there. */
  texts(key: string, max: number): void {
    this.list(key, { items: 'texts' })?.forEach((value, i) =>
      checkProse(this.problems, value, this.at(key, i), 'The entry', { max }),
    );
  }

  /** A list, its length checked; undefined when it is absent or no list. */
  list(
    key: string,
    { items, min = 0, max = Infinity, required }: ListRule,
  ): readonly unknown[] | undefined {
    const value = this.get(key);
    const range = max === Infinity ? '' : ` of ${min} to ${max} ${items}`;
    if (value === undefined) {
      if (required) {
        this.missing(key, `Add a list${range}.`, this.#name);
      }
      return undefined;
    }
    if (!Array.isArray(value)) {
      this.error(
        key,
        'WRONG_TYPE',
        `"${key}" must be a list${range}, found ${kindOf(value)}.`,
      );
      return undefined;
    }
    const count = value.length;
    const has = `${
      this.#name
    } has ${count} ${items}; ${min} to ${max} are allowed.`;
    if (count < min) {
      const message = `${has} Add at least ${min}.`;
      this.error(key, 'TOO_FEW', message, { count, min, max });
    } else if (count > max) {
      const message = `${has} Remove ${count - max}.`;
      this.error(key, 'TOO_MANY', message, { count, min, max });
    }
    return value;
  }

  /** Visits the objects of a list; the list, as {@link Entry.list} has it. */
  each(
    key: string,
    rule: ListRule,
    kind: Kind,
    visit: (entry: Entry, index: number) => void,
  ): readonly unknown[] | undefined {
    const list = this.list(key, rule);
    list?.forEach((value, i) => {
      const entry = Entry.read(this.problems, value, this.at(key, i), kind);
      if (entry) {
        visit(entry, i);
      }
    });
    return list;
  }

  /** The object under a key. */
  entry(key: string, kind: Kind): Entry | undefined {
    return Entry.read(this.problems, this.get(key), this.at(key), kind);
  }

  /** Checks a value that is one of a few words. */
  oneOf(
    key: string,
    options: readonly string[],
    { required = false } = {},
  ): void {
    const value = this.get(key);
    if (value === undefined) {
      if (required) {
        this.missing(key, `Add one of ${options.join(', ')}.`);
      }
    } else if (!options.includes(value as string)) {
      this.error(
        key,
        'INVALID_VALUE',
        `"${key}" must be one of ${options.join(', ')}, found ${quoted(
          value,
        )}.`,
        { options: options.join(', ') },
      );
    }
  }

  /** Checks a value that, where it is, is true or false. */
  boolean(key: string): void {
    const value = this.get(key);
    if (value !== undefined && typeof value !== 'boolean') {
      this.error(
        key,
        'WRONG_TYPE',
        `"${key}" must be true or false, found ${kindOf(value)}.`,
      );
    }
  }

  /** Checks a value that, where it is, is a day there is. */
  day(key: string): void {
    const value = this.get(key);
    if (value !== undefined && !z.iso.date().safeParse(value).success) {
      this.error(
        key,
        'INVALID_DATE',
        `"${key}" must be a day such as "2027-01-31", in quotes, found ${quoted(
          value,
        )}.`,
      );
    }
  }

  /** Checks `url`, where it is. */
  url(): void {
    const value = this.get('url');
    if (value !== undefined) {
      checkUrl(this.problems, value, this.at('url'));
    }
  }

  get #name(): string {
    return this.kind.the ?? this.kind.a;
  }

  /** Warns of keys the format does not know; they are kept, as are notes. */
  #checkKeys(): void {
    const known = Object.keys(this.kind.schema.shape);
    for (const key of Object.keys(this.value)) {
      // Published AWS files note things under keys such as "_version" on purpose.
      if (known.includes(key) || key.startsWith('_')) {
        continue;
      }
      const similar = this.problems.isFull('warnings')
        ? undefined
        : nearest(key, known);
      const hint = similar ? ` Did you mean "${similar}"?` : '';
      this.warn(
        [key],
        'UNKNOWN_KEY',
        `${this.kind.a} has no key "${key}" in the lens format; it is kept but has no effect.${hint}`,
        { key, ...(similar && { similar }) },
      );
      const value = this.get(key);
      if (/^url$/i.test(key) && typeof value === 'string' && value !== '') {
        checkUrl(this.problems, value, this.at(key));
      }
    }
  }
}
