// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import { addFigures, COVERAGE_UNIT, SUM } from '../columns/DaySums';
import { COUNT, NO_VALUE, PHASE_STATUSES } from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { ScorecardSums } from '../columns/ScorecardSums';
import { grown } from '../columns/typed';

/**
 * Mean of what there is; a review has begun once it has a score, and means of
 * scores or of coverage are over those that have begun.
 */
export class Mean {
  #sum = 0;
  #count = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Null where there is nothing. */
  get value(): number | null {
    return this.#count === 0 ? null : this.#sum / this.#count;
  }

  /** The value as a whole number. */
  get rounded(): number | null {
    return this.value === null ? null : Math.round(this.value);
  }
}

/** Adds up scorecards. */
export class RollupSums {
  #figures = new Float64Array(SUM.levels);
  #assessed = 0;
  readonly #phases = new Map<string, Float64Array>();
  #last: { table: FigureTable; statuses: readonly Float64Array[] } | undefined;
  #levels: readonly string[] = [];

  add(table: FigureTable, entry: number): void {
    const { levelRank, level, phases, status } = table;
    this.#makeRoom(table, SUM.levels + level[entry] + 1);
    addFigures(this.#figures, 0, table, entry, 1);
    this.#assessed += levelRank[entry] === NO_VALUE ? 0 : 1;
    const statuses = this.#statusesOf(table);
    for (let place = 0; place < phases.length; place++) {
      statuses[place][status[entry * phases.length + place]] += 1;
    }
  }

  /** Adds what was summed up of a table. */
  addAll(table: FigureTable, sums: ScorecardSums): void {
    this.#makeRoom(table, sums.figures.length);
    sums.figures.forEach((sum, place) => {
      this.#figures[place] += sum;
    });
    this.#assessed += sums.assessed;
    this.#statusesOf(table).forEach((counts, phase) => {
      for (let status = 0; status < counts.length; status++) {
        counts[status] += sums.statuses[phase * counts.length + status];
      }
    });
  }

  #makeRoom({ levels }: FigureTable, length: number): void {
    this.#levels = levels;
    if (this.#figures.length < length) {
      this.#figures = grown(this.#figures, length);
    }
  }

  /** By phase; looked up once as long as the table is the same. */
  #statusesOf(table: FigureTable): readonly Float64Array[] {
    if (table !== this.#last?.table) {
      const statuses = table.phases.map(phase => {
        const known =
          this.#phases.get(phase) ?? new Float64Array(PHASE_STATUSES.length);
        this.#phases.set(phase, known);
        return known;
      });
      this.#last = { table, statuses };
    }
    return this.#last.statuses;
  }

  get rollup(): Rollup {
    const figures = this.#figures;
    const begun = figures[SUM.begun];
    return {
      workloads: figures[SUM.workloads],
      begun,
      assessed: this.#assessed,
      score: begun === 0 ? null : Math.round(figures[SUM.score] / begun),
      coverage: meanCoverage(figures[SUM.coverage], begun),
      counts: {
        UNANSWERED: figures[COUNT.unanswered],
        HIGH: figures[COUNT.high],
        MEDIUM: figures[COUNT.medium],
        NONE: figures[COUNT.none],
        NOT_APPLICABLE: figures[COUNT.notApplicable],
      },
      levels: inOrder(
        new Map(
          this.#levels.flatMap((name, level) =>
            figures[SUM.levels + level] > 0
              ? [[name, figures[SUM.levels + level]]]
              : [],
          ),
        ),
      ),
      phases: inOrder(
        new Map(
          [...this.#phases].map(([phase, statuses]) => [
            phase,
            Object.fromEntries(
              PHASE_STATUSES.map((name, code) => [name, statuses[code]]),
            ) as Rollup['phases'][string],
          ]),
        ),
      ),
    };
  }
}

/** A mean of coverage from its sum, see {@link SUM}; null where there is none. */
export function meanCoverage(sum: number, begun: number): number | null {
  return begun === 0
    ? null
    : Number(((sum * COVERAGE_UNIT) / begun).toFixed(6));
}

/** The same by name, however it was met. */
export function inOrder<T>(values: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}
