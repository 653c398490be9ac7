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

interface SummedTable extends PracticeColumns {
  practiceSums: PracticeSums;
  length: number;
  isUsed(entry: number): boolean;
}

/** What is said of practices, summed up over scorecards that have a score. */
export class PracticeSums {
  /** Scorecards by practice and state, see {@link PRACTICE}. */
  readonly #states: Int32Array;
  readonly #gained: Int32Array;

  /** @param width - number of practices */
  constructor(readonly width: number) {
    this.#states = new Int32Array(width * KINDS);
    this.#gained = new Int32Array(width);
  }

  /** Scorecards where a practice is in a state. */
  count(practice: number, state: number): number {
    return this.#states[practice * KINDS + state];
  }

  /** Sum of what adding the practice alone would add to scores. */
  gained(practice: number): number {
    return this.#gained[practice];
  }

  /** Adds an entry of a table, or takes it away where `times` is -1. */
  add(
    { practices, gains, score }: PracticeColumns,
    entry: number,
    times: 1 | -1,
  ) {
    if (score[entry] === NO_VALUE) {
      return;
    }
    const start = entry * this.width;
    for (let practice = 0; practice < this.width; practice++) {
      this.#states[practice * KINDS + practices[start + practice]] += times;
      this.#gained[practice] += times * gains[start + practice];
    }
  }

  /** The same sums to go on from. */
  copy(): PracticeSums {
    const copy = new PracticeSums(this.width);
    copy.#states.set(this.#states);
    copy.#gained.set(this.#gained);
    return copy;
  }
}

/**
 * The sums over some entries of a table, in their order: added up, or where they
 * are most of them, what the others are taken from all.
 */
export function practiceSumsOf(
  table: SummedTable,
  entries: Int32Array,
): PracticeSums {
  if (2 * entries.length < table.length) {
    const sums = new PracticeSums(table.practiceSums.width);
    for (const entry of entries) {
      sums.add(table, entry, 1);
    }
    return sums;
  }
  const sums = table.practiceSums.copy();
  let next = 0;
  for (let entry = 0; entry < table.length; entry++) {
    if (entry === entries[next]) {
      next += 1;
    } else if (table.isUsed(entry)) {
      sums.add(table, entry, -1);
    }
  }
  return sums;
}
