// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Place } from '../problems';

/**
 * Turns offsets into lines and columns.
 */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (
      let at = text.indexOf('\n');
      at >= 0;
      at = text.indexOf('\n', at + 1)
    ) {
      this.#starts.push(at + 1);
    }
  }

  /** The 1-based line and column (UTF-16 units) of a 0-based offset. */
  place(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - this.#starts[low] + 1 };
  }
}
