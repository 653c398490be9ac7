/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */

/** Values as numbers, in the order they were met: what is counted by is small. */
export class Codes<Value extends string | null = string> {
  /** The values, by number. */
  readonly values: Value[] = [];
  readonly #codes = new Map<Value, number>();

  of(value: Value): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codes.set(value, code);
    }
    return code;
  }
}
