// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
