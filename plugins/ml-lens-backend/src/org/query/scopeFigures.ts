// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Heatmap } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { FigureTable } from '../columns/FigureTable';
import type { QuestionSet } from '../columns/measure';
import { NO_VALUE } from '../columns/figureCodes';
import { questionsOf, type ScopeColumn } from './columns';
import type { Hit } from './orgPage';
import { Mean } from './rollup';

/**
 * The figures of one scope over the scorecards of a group: the mean of the
 * scores there are, that of the coverage of those begun, and sums.
 */
export type ScopeFigures = Omit<
  Heatmap['rows'][number]['cells'][number],
  'column'
>;

/** Measures the scopes of scorecards, looking up their questions once. */
export class ScopeMeter {
  readonly #questions = new Map<FigureTable, (QuestionSet | undefined)[]>();

  constructor(private readonly columns: readonly ScopeColumn[]) {}

  /** The figures of each column over some scorecards. */
  figures(hits: readonly Hit[]): ScopeFigures[] {
    return this.columns.map((_, column) => this.#figuresOf(hits, column));
  }

  /** The mean score of a column over some scorecards; null for none. */
  score(hits: readonly Hit[], column: number): number | null {
    const mean = new Mean();
    for (const { table, entry } of hits) {
      const questions = this.#of(table)[column];
      const score = questions && table.measure(entry, questions).score;
      if (score !== undefined && !Number.isNaN(score)) {
        mean.add(score);
      }
    }
    return mean.value;
  }

  #figuresOf(hits: readonly Hit[], column: number): ScopeFigures {
    const score = new Mean();
    const coverage = new Mean();
    let high = 0;
    let notDue = 0;
    for (const { table, entry } of hits) {
      const questions = this.#of(table)[column];
      if (questions) {
        const measured = table.measure(entry, questions);
        high += measured.high;
        notDue += table.notDue(entry, questions);
        if (!Number.isNaN(measured.score)) {
          score.add(measured.score);
        }
        if (table.score[entry] !== NO_VALUE) {
          const { answered, applicable } = measured;
          coverage.add(applicable === 0 ? 0 : answered / applicable);
        }
      }
    }
    return {
      score: score.rounded,
      coverage: coverage.value ?? 0,
      high,
      notDue,
    };
  }

  #of(table: FigureTable): (QuestionSet | undefined)[] {
    let sets = this.#questions.get(table);
    if (!sets) {
      sets = this.columns.map(column => questionsOf(table, column));
      this.#questions.set(table, sets);
    }
    return sets;
  }
}
