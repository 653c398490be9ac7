// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { COUNTS, NO_VALUE } from './figureCodes';
import { grown } from './typed';

/** Places of sums, behind those of the counts, see {@link COUNT}. */
export const SUM = {
  workloads: COUNTS,
  begun: COUNTS + 1,
  score: COUNTS + 2,
  /** In {@link COVERAGE_UNIT}s. */
  coverage: COUNTS + 3,
  ready: COUNTS + 4,
  readiness: COUNTS + 5,
  /** Scorecards at each level, by its number, from here on. */
  levels: COUNTS + 6,
} as const;

/** Sums of whole numbers come out the same in any order, and after any time. */
export const COVERAGE_UNIT = 2 ** -32;

/** Columns of a table, see FigureTable. */
export interface SummedColumns {
  counts: Uint16Array;
  score: Int16Array;
  readiness: Int16Array;
  level: Uint8Array;
  coverage(entry: number): number;
}

/** Columns of a table of scorecards during some days. */
export interface DayColumns extends SummedColumns {
  from: Int32Array;
  to: Int32Array;
}

/**
 * Adds the figures of an entry to sums, or takes them away where `times` is -1.
 *
 * @param start - where the sums begin
 */
export function addFigures(
  sums: Float64Array,
  start: number,
  table: SummedColumns,
  entry: number,
  times: number,
): void {
  const { counts, score, readiness, level } = table;
  sums[start + SUM.workloads] += times;
  for (let place = 0; place < COUNTS; place++) {
    sums[start + place] += times * counts[entry * COUNTS + place];
  }
  if (score[entry] !== NO_VALUE) {
    sums[start + SUM.begun] += times;
    sums[start + SUM.score] += times * score[entry];
    sums[start + SUM.coverage] +=
      times * Math.round(table.coverage(entry) / COVERAGE_UNIT);
  }
  if (readiness[entry] !== NO_VALUE) {
    sums[start + SUM.ready] += times;
    sums[start + SUM.readiness] += times * readiness[entry];
  }
  sums[start + SUM.levels + level[entry]] += times;
}

/** By how much sums over entries of a table change from day to day. */
export class DaySums {
  readonly #changes = new Map<number, Float64Array>();

  constructor(private readonly table: DayColumns) {}

  /** Adds an entry, or takes it away where `times` is -1. */
  add(entry: number, times: 1 | -1): void {
    this.#addOn(this.table.from[entry], entry, times);
    this.#addOn(this.table.to[entry], entry, -times);
  }

  #addOn(day: number, entry: number, times: number): void {
    const length = SUM.levels + this.table.level[entry] + 1;
    let sums = this.#changes.get(day);
    if (!sums || sums.length < length) {
      sums = grown(sums ?? new Float64Array(0), length);
      this.#changes.set(day, sums);
    }
    addFigures(sums, 0, this.table, entry, times);
  }

  /** Days in no order, each with what its beginning changes. */
  get changes(): Iterable<[day: number, change: Float64Array]> {
    return this.#changes;
  }
}
