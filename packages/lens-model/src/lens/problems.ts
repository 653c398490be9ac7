// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensProblem } from './LensProblem';

/**
 * Everything that can be said about a lens file, here and by the backend; the
 * stable names that documentation and translations go by.
 *
 * @public
 */
export const LENS_PROBLEM_CODES = [
  'BOM',
  'NOT_UTF8',
  'EMPTY',
  'WEB_PAGE',
  'TOO_LARGE',
  'SYNTAX',
  'NESTED_TOO_DEEPLY',
  'TOO_COMPLEX',
  'NOT_FINITE',
  'NUL_CHARACTER',
  'DUPLICATE_KEY',
  'NOT_A_LENS',
  'STRUCTURE',
  'TOO_MANY_PROBLEMS',
  'SCHEMA_VERSION',
  'MISSING',
  'WRONG_TYPE',
  'BLANK',
  'TOO_LONG',
  'TOO_FEW',
  'TOO_MANY',
  'UNKNOWN_KEY',
  'INVALID_VALUE',
  'INVALID_DATE',
  'INVALID_WEIGHT',
  'INVALID_LEVEL',
  'INVALID_VERSION',
  'HTML',
  'EMPTY_PILLAR',
  'INVALID_ID',
  'LONG_ID',
  'DUPLICATE_ID',
  'RESERVED_ID',
  'PILLAR_ID_CASE',
  'UNKNOWN_PHASE',
  'UNKNOWN_SERVICE',
  'UNKNOWN_QUESTION',
  'UNKNOWN_CHOICE',
  'NO_PHASE',
  'CIRCULAR_DUE',
  'NOTHING_COUNTS',
  'INVALID_LANGUAGE',
  'UNKNOWN_LOCALE_KEY',
  'NO_IMPROVEMENT_PLAN',
  'TWO_NONE_OF_THESE',
  'NONE_ALONE',
  'NONE_WITHOUT_SUFFIX',
  'INVALID_TYPE',
  'DUPLICATE_TYPE',
  'INVALID_URL',
  'EMPTY_URL',
  'URL_WITH_SPACES',
  'UNSAFE_LINK',
  'RULE_SYNTAX',
  'INVALID_RISK',
  'DUPLICATE_RISK',
  'TWO_DEFAULTS',
  'UNREACHABLE_RULES',
  'NO_DEFAULT',
  'NO_BEST_RULE',
  'RULE_NEVER_FIRES',
  'RULE_WITHOUT_ANSWER',
  'BEST_ANSWER_RISKY',
  'MORE_IS_WORSE',
  'VERSION_TAKEN',
  'UNREADABLE',
  'UNUSABLE',
  'URL_NOT_ALLOWED',
  'URL_NOT_FOUND',
  'URL_UNREADABLE',
] as const;
/** @public */
export type LensProblemCode = (typeof LENS_PROBLEM_CODES)[number];

/**
 * What published lenses have in great number and AWS takes as it is: said, so
 * that authors know, and no fault.
 */
const INFORMATION: ReadonlySet<LensProblemCode> = new Set(['RULE_NEVER_FIRES']);

/** 1-based place in a text. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Finds the place of a JSON pointer in the text a value came from, or of the
 * nearest thing around it.
 */
export type Locate = (pointer: string) => Place | undefined;

/** What a message names, for those who say it in another language. */
export type ProblemParams = Readonly<Record<string, string | number>>;

const MOST_OF_A_KIND = 500;
const MOST_ERRORS = 2_500;

/** Thrown to stop looking once there are more errors than anyone reads. */
export class TooManyErrors extends Error {}

/**
 * What is wrong with a document, and what is worth knowing about it.
 */
export class ProblemList {
  readonly errors: LensProblem[] = [];
  readonly warnings: LensProblem[] = [];
  #errorCount = 0;

  constructor(private readonly locate?: Locate) {}

  /** @throws TooManyErrors when it is not worth going on */
  error(
    pointer: string,
    code: LensProblemCode,
    message: string,
    params?: ProblemParams,
    place?: Place,
  ): void {
    if (++this.#errorCount > MOST_ERRORS) {
      throw new TooManyErrors();
    }
    this.#add(this.errors, { pointer, code, message, ...of(params) }, place);
  }

  /** {@link ProblemList.error} of a text that cannot be read at all. */
  refuse(
    code: LensProblemCode,
    message: string,
    place?: Place,
    params?: ProblemParams,
  ): undefined {
    this.error('', code, message, params, place);
    return undefined;
  }

  warn(
    pointer: string,
    code: LensProblemCode,
    message: string,
    params?: ProblemParams,
    place?: Place,
  ): void {
    this.#add(
      this.warnings,
      {
        pointer,
        code,
        ...(INFORMATION.has(code) && { information: true as const }),
        message,
        ...of(params),
      },
      place,
    );
  }

  /** How many errors there are, with those that were not listed. */
  get errorCount(): number {
    return this.#errorCount;
  }

  /** Whether more of a kind would only be counted; spares the search for hints. */
  isFull(kind: 'errors' | 'warnings'): boolean {
    return this[kind].length >= MOST_OF_A_KIND;
  }

  /** Where something stands, for messages that name a second place. */
  describe(pointer: string): string {
    const place = this.locate?.(pointer);
    return place ? `${pointer} (line ${place.line})` : pointer;
  }

  /** Sorted by place, with a last line for what was too much to list. */
  result(): { errors: LensProblem[]; warnings: LensProblem[] } {
    const byPlace = (a: LensProblem, b: LensProblem) =>
      (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
    const errors = [...this.errors].sort(byPlace);
    const dropped = this.#errorCount - this.errors.length;
    if (dropped) {
      errors.push({
        pointer: '',
        code: 'TOO_MANY_PROBLEMS',
        message: `At least ${dropped} more problems are not listed. Correct these first, then check again.`,
        params: { count: dropped },
      });
    }
    return { errors, warnings: [...this.warnings].sort(byPlace) };
  }

  #add(
    list: LensProblem[],
    problem: LensProblem,
    place: Place | undefined,
  ): void {
    if (list.length < MOST_OF_A_KIND) {
      list.push({ ...problem, ...(place ?? this.locate?.(problem.pointer)) });
    }
  }
}

function of(params: ProblemParams | undefined) {
  return params && { params };
}
