/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { LensProblem } from '../contract/lenses';

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
  error(pointer: string, code: string, message: string, place?: Place): void {
    if (++this.#errorCount > MOST_ERRORS) {
      throw new TooManyErrors();
    }
    this.#add(this.errors, pointer, code, message, place);
  }

  warn(pointer: string, code: string, message: string, place?: Place): void {
    this.#add(this.warnings, pointer, code, message, place);
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
      });
    }
    return { errors, warnings: [...this.warnings].sort(byPlace) };
  }

  #add(
    list: LensProblem[],
    pointer: string,
    code: string,
    message: string,
    place: Place | undefined,
  ): void {
    if (list.length < MOST_OF_A_KIND) {
      const found = place ?? this.locate?.(pointer);
      list.push({ pointer, code, message, ...found });
    }
  }
}
