// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  COUNT,
  COUNTS,
  NO_VALUE,
  PHASE_STATUSES,
} from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { Selected } from './select';

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
  readonly #score = new Mean();
  readonly #coverage = new Mean();
  readonly #counts = new Float64Array(COUNTS);
  /** By the numbers of levels. */
  readonly #levels: number[] = [];
  readonly #phases = new Map<string, Float64Array>();
  #last: { table: FigureTable; statuses: readonly Float64Array[] } | undefined;
  #names: readonly string[] = [];
  #workloads = 0;
  #assessed = 0;

  add(table: FigureTable, entry: number): void {
    const { score, levelRank, counts, levels, level, phases, status } = table;
    this.#workloads += 1;
    if (score[entry] !== NO_VALUE) {
      this.#score.add(score[entry]);
      this.#coverage.add(table.coverage(entry));
    }
    this.#assessed += levelRank[entry] === NO_VALUE ? 0 : 1;
    for (let place = 0; place < COUNTS; place++) {
      this.#counts[place] += counts[entry * COUNTS + place];
    }
    this.#names = levels;
    this.#levels[level[entry]] = (this.#levels[level[entry]] ?? 0) + 1;
    const statuses = this.#statusesOf(table);
    for (let place = 0; place < phases.length; place++) {
      statuses[place][status[entry * phases.length + place]] += 1;
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
    return {
      workloads: this.#workloads,
      begun: this.#score.count,
      assessed: this.#assessed,
      score: this.#score.rounded,
      coverage: this.#coverage.value,
      counts: {
        UNANSWERED: this.#counts[COUNT.unanswered],
        HIGH: this.#counts[COUNT.high],
        MEDIUM: this.#counts[COUNT.medium],
        NONE: this.#counts[COUNT.none],
        NOT_APPLICABLE: this.#counts[COUNT.notApplicable],
      },
      levels: inOrder(
        new Map(
          this.#names.flatMap((name, level) =>
            this.#levels[level] ? [[name, this.#levels[level]]] : [],
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

/** All that was selected, added up. */
export function rollupOf(selected: readonly Selected[]): Rollup {
  const sums = new RollupSums();
  for (const { table, entries } of selected) {
    for (const entry of entries) {
      sums.add(table, entry);
    }
  }
  return sums.rollup;
}

/** The same by name, however it was met. */
export function inOrder<T>(values: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}
