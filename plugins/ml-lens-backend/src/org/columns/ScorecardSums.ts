// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { addFigures, type SummedColumns, SUM } from './DaySums';
import { COMPLETE, NEVER, NO_VALUE, PHASE_STATUSES } from './figureCodes';
import { grown } from './typed';

const STATUSES = PHASE_STATUSES.length;

/** Columns of a table, see FigureTable. */
interface ScorecardColumns extends SummedColumns {
  phases: readonly string[];
  levelRank: Int8Array;
  status: Uint8Array;
  target: Int32Array;
  openSince: Float64Array;
}

/** What is said of scorecards as a whole, summed up. */
export class ScorecardSums {
  /** At their places, see {@link SUM}. */
  figures = new Float64Array(SUM.levels);
  /** Scorecards that have a level. */
  assessed = 0;
  /** Scorecards by phase and its status. */
  readonly statuses: Float64Array;
  /** Scorecards by tenth of their score, and of their coverage. */
  readonly scores = new Float64Array(10);
  readonly coverages = new Float64Array(10);
  /** By phase, scorecards where it is worked on, and the sum of since when. */
  readonly open: Float64Array;
  readonly since: Float64Array;
  /**
   * By day, scorecards with a phase that is not done and was to be by then: for
   * each phase, and behind those the scorecards whose first such day it is.
   */
  readonly toBeDone = new Map<number, Float64Array>();

  constructor(private readonly table: ScorecardColumns) {
    const width = table.phases.length;
    this.statuses = new Float64Array(width * STATUSES);
    this.open = new Float64Array(width);
    this.since = new Float64Array(width);
  }

  /** Adds an entry, or takes it away where `times` is -1. */
  add(entry: number, times: 1 | -1): void {
    const { table } = this;
    const length = SUM.levels + table.level[entry] + 1;
    if (this.figures.length < length) {
      this.figures = grown(this.figures, length);
    }
    addFigures(this.figures, 0, table, entry, times);
    this.assessed += table.levelRank[entry] === NO_VALUE ? 0 : times;
    const score = table.score[entry];
    if (score !== NO_VALUE) {
      this.scores[Math.min(9, Math.floor(score / 10))] += times;
    }
    this.coverages[tenthOf(table.coverage(entry))] += times;
    this.#addPhases(entry, times);
  }

  #addPhases(entry: number, times: 1 | -1): void {
    const { phases, status, target, openSince } = this.table;
    const width = phases.length;
    let first = NEVER;
    for (let phase = 0; phase < width; phase++) {
      const at = entry * width + phase;
      this.statuses[phase * STATUSES + status[at]] += times;
      // Not a number where nobody works on the phase.
      if (!Number.isNaN(openSince[at])) {
        this.open[phase] += times;
        this.since[phase] += times * openSince[at];
      }
      if (target[at] !== NEVER && status[at] !== COMPLETE) {
        this.#toBeDoneOn(target[at])[phase] += times;
        first = Math.min(first, target[at]);
      }
    }
    if (first !== NEVER) {
      this.#toBeDoneOn(first)[width] += times;
    }
  }

  #toBeDoneOn(day: number): Float64Array {
    let counts = this.toBeDone.get(day);
    if (!counts) {
      counts = new Float64Array(this.table.phases.length + 1);
      this.toBeDone.set(day, counts);
    }
    return counts;
  }
}

/** By the bounds themselves: ten times a share may fall just below its tenth. */
function tenthOf(share: number): number {
  let tenth = Math.min(9, Math.floor(share * 10));
  while (tenth < 9 && share >= (tenth + 1) / 10) {
    tenth += 1;
  }
  return tenth;
}
