// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NO_VALUE, PRACTICE } from './figureCodes';

const KINDS = Object.keys(PRACTICE).length;

/** Columns of a table, see FigureTable. */
interface PracticeColumns {
  practices: Uint8Array;
  gains: Int8Array;
  score: Int16Array;
}

/** What is said of practices, summed up over scorecards that have a score. */
export class PracticeSums {
  /** Scorecards by practice and state, see {@link PRACTICE}. */
  readonly #states: Int32Array;
  readonly #gained: Int32Array;
  #begun = 0;
  #score = 0;

  /** @param width - number of practices */
  constructor(private readonly table: PracticeColumns, readonly width: number) {
    this.#states = new Int32Array(width * KINDS);
    this.#gained = new Int32Array(width);
  }

  /** Scorecards there are, and the sum of their scores. */
  get scores(): { count: number; sum: number } {
    return { count: this.#begun, sum: this.#score };
  }

  /** Scorecards where a practice is in a state. */
  count(practice: number, state: number): number {
    return this.#states[practice * KINDS + state];
  }

  /** Sum of what adding the practice alone would add to scores. */
  gained(practice: number): number {
    return this.#gained[practice];
  }

  /** Adds an entry, or takes it away where `times` is -1. */
  add(entry: number, times: 1 | -1): void {
    const { practices, gains, score } = this.table;
    if (score[entry] === NO_VALUE) {
      return;
    }
    this.#begun += times;
    this.#score += times * score[entry];
    const start = entry * this.width;
    for (let practice = 0; practice < this.width; practice++) {
      this.#states[practice * KINDS + practices[start + practice]] += times;
      this.#gained[practice] += times * gains[start + practice];
    }
  }
}
