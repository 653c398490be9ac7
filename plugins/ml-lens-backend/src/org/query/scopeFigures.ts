/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { Knex } from 'knex';
import { toNumber } from '../../database/sql';
import { columnIdOf, LensInUse, pastFigures, ScopeColumn } from './columns';
import { begunCoverage } from '../../workloads/means';
import { OrgSource } from './OrgSource';
import { groupable, groupColumn, GroupField } from './summary';

/** The figures of one scope over the scorecards of a group. */
export interface ScopeFigures {
  /** Rounded mean of the scores there are; null when there is none. */
  score: number | null;
  /** Mean coverage, 0..1. */
  coverage: number;
  /** Questions at high risk, in sum. */
  high: number;
}

export const NO_FIGURES: ScopeFigures = { score: null, coverage: 0, high: 0 };

/** Figures by key of the group, then by column id. */
export type FiguresByGroup = Map<string | null, Map<string, ScopeFigures>>;

/**
 * The figures of scopes for a few groups. Reads the scopes of their scorecards
 * and of no others.
 *
 * @param options.keys - the groups; null for the one without a value
 */
export async function scopeFigures(
  knex: Knex,
  source: OrgSource,
  options: {
    groupBy: GroupField;
    keys: readonly (string | null)[];
    columns: readonly ScopeColumn[];
    /** The lens versions of the source. */
    lenses: readonly LensInUse[];
  },
): Promise<FiguresByGroup> {
  const { columns, keys } = options;
  const figures: FiguresByGroup = new Map(keys.map(key => [key, new Map()]));
  if (columns.length === 0 || keys.length === 0) {
    return figures;
  }
  const figure = (name: string) => source.figure(name);
  const key = groupColumn(source, options.groupBy);
  const query = groupable(source, options.groupBy)
    .where(either => {
      either.whereIn(
        key,
        keys.filter(value => value !== null),
      );
      if (keys.includes(null)) {
        either.orWhereNull(key);
      }
    })
    .select({ group_key: key })
    .groupBy(key);
  const add = (
    group: string | null,
    column: string,
    row: { score: unknown; coverage: unknown; high: unknown },
  ) => {
    figures.get(group)?.set(column, {
      score: row.score === null ? null : Math.round(toNumber(row.score)),
      coverage: toNumber(row.coverage ?? 0),
      high: toNumber(row.high),
    });
  };
  if (!source.past) {
    const rows = await query
      .join('scorecard_scopes as f', join =>
        join
          .on('f.review_id', 's.review_id')
          // A literal, so that the index of phases serves it.
          .andOn(knex.raw(`f.kind = '${columns[0].kind}'`)),
      )
      .select('f.scope_id', 'f.phase_id')
      .select({
        score: knex.raw('avg(f.score)'),
        coverage: knex.raw(`avg(${begunCoverage(figure, 'f.coverage')})`),
        high: knex.raw('sum(f.high)'),
      })
      .groupBy('f.scope_id', 'f.phase_id');
    for (const row of rows) {
      add(row.group_key, columnIdOf(row.scope_id, row.phase_id), row);
    }
    return figures;
  }
  columns.forEach((column, index) => {
    const { score, coverage, high } = pastFigures(
      source,
      options.lenses,
      column,
    );
    query.select({
      [`score_${index}`]: knex.raw(`avg(${score})`),
      [`coverage_${index}`]: knex.raw(
        `avg(${begunCoverage(figure, coverage)})`,
      ),
      [`high_${index}`]: knex.raw(`sum(${high})`),
    });
  });
  for (const row of await query) {
    columns.forEach((column, index) => {
      // Null where no scorecard of the group knows the column.
      if (row[`coverage_${index}`] !== null) {
        add(row.group_key, column.id, {
          score: row[`score_${index}`],
          coverage: row[`coverage_${index}`],
          high: row[`high_${index}`],
        });
      }
    });
  }
  return figures;
}
