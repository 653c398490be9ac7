/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { InputError } from '@backstage/errors';
import { Heatmap } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import {
  KeysetList,
  keysetPage,
  KeysetRow,
  listKeyOf,
  SortColumn,
} from '../../database/keyset';
import { toNumber } from '../../database/sql';
import type { LensService } from '../../lenses/LensService';
import {
  columnsOf,
  lensesInUse,
  LensInUse,
  pastFigures,
  ScopeColumn,
  ScopeKind,
} from './columns';
import { begunCoverage, meansOf } from '../../workloads/means';
import { sortColumn } from './orgPage';
import { OrgScope, OrgSource } from './OrgSource';
import { NO_FIGURES, scopeFigures } from './scopeFigures';
import { groupable, groupColumn } from './summary';

/** What a row of a heatmap is. */
export type HeatmapRows = 'workload' | 'owner' | 'system' | 'domain' | 'tag';

/** A page of a heatmap. */
export interface HeatmapRequest extends OrgScope {
  rows: HeatmapRows;
  columns: ScopeKind;
  /** A sort field or `column:<id>`, with - in front for descending. */
  sort: string;
  cursor: string | undefined;
  limit: number;
}

interface SelectedRow extends KeysetRow {
  row_key: string | null;
  title: string | null;
  primary_entity_ref: string | null;
  workloads: unknown;
  score: unknown;
  coverage: unknown;
}

/** What makes a list of heatmap rows. */
interface RowsContext {
  knex: Knex;
  source: OrgSource;
  rows: HeatmapRows;
  columns: readonly ScopeColumn[];
  lenses: readonly LensInUse[];
}

/** Whole numbers that averages are sorted by, so that cursors find them again. */
const SORT_PRECISION = 1_000_000;

/**
 * Workloads or groups × scopes. A row stands for all scorecards of its workload
 * or group: means of scores and coverage, sums of high risks. Only the scopes
 * of the rows of the page are read.
 *
 * @throws InputError for a sort that the rows do not have
 */
export async function queryHeatmap(
  knex: Knex,
  lensService: Pick<LensService, 'compiled'>,
  request: HeatmapRequest,
): Promise<Heatmap> {
  const { rows: kind, sort, at, filters, cursor, limit } = request;
  const scope = { ...request, onlyActive: true };
  const source = new OrgSource(knex, scope);
  const lenses = await lensesInUse(knex, source, lensService);
  const columns = columnsOf(lenses, request.columns);
  const context = { knex, source, rows: kind, columns, lenses };
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  // With one lens a workload has one scorecard: its row is the scorecard, and
  // indexes give the order.
  const single = kind === 'workload' && isOneLens(lenses);
  const list = single
    ? scorecardRows(context, field, descending)
    : groupRows(context, field, descending);

  const { rows, pageInfo } = await keysetPage<SelectedRow>(list, {
    key: listKeyOf(
      ['heatmap', kind, request.columns, sort, at ?? null],
      filters,
    ),
    cursor,
    limit,
  });
  // Rows of workloads are ones the caller may see; groups have others in them.
  const readable =
    kind === 'workload'
      ? new OrgSource(knex, { ...scope, access: undefined })
      : source;
  const figures = await scopeFigures(knex, readable, {
    groupBy: kind,
    keys: rows.map(row => row.row_key),
    columns,
    lenses,
  });
  return {
    columns: columns.map(({ id }) => id),
    rows: rows.map(row => ({
      key: row.row_key,
      title: row.title,
      entityRef: row.primary_entity_ref,
      workloads: toNumber(row.workloads),
      score: row.score === null ? null : Math.round(toNumber(row.score)),
      coverage: toNumber(row.coverage ?? 0),
      cells: columns.map(({ id }) => ({
        column: id,
        ...(figures.get(row.row_key)?.get(id) ?? NO_FIGURES),
      })),
    })),
    totalItems: single
      ? lenses.reduce((sum, { scorecards }) => sum + scorecards, 0)
      : await countGroups(context),
    pageInfo,
  };
}

function isOneLens(lenses: readonly LensInUse[]): boolean {
  return new Set(lenses.map(({ lens }) => lens.id)).size <= 1;
}

/** One row per scorecard. */
function scorecardRows(
  context: RowsContext,
  field: string,
  descending: boolean,
): KeysetList {
  const { knex, source } = context;
  const scope = scopeOfSort(context, field);
  const column = scope
    ? scopeColumn(context, scope)
    : sortColumn(source, field);
  return {
    select: () => {
      const query = source.query();
      if (scope) {
        joinScope(context, query, scope);
      }
      return query.select('s.title', 's.primary_entity_ref').select({
        row_key: 's.workload_id',
        row_id: 's.review_id',
        workloads: knex.raw('1'),
        score: source.figure('score'),
        coverage: source.figure('coverage'),
        sort_value: knex.raw(column.expression),
      });
    },
    column,
    id: 's.review_id',
    descending,
  };
}

/** One row per group, in the database: groups are what is selected from. */
function groupRows(
  context: RowsContext,
  field: string,
  descending: boolean,
): KeysetList {
  const { knex, source, rows } = context;
  const key = groupColumn(source, rows);
  const scope = scopeOfSort(context, field);
  const sorted = scope
    ? meanOf(scopeColumn(context, scope).expression)
    : groupSort(context, field);
  const ofWorkload = (column: string) =>
    knex.raw(rows === 'workload' ? `min(${column})` : 'null');
  const means = meansOf(column => source.figure(column));
  const groups = () => {
    const query = groupable(source, rows);
    if (scope) {
      joinScope(context, query, scope);
    }
    return query.groupBy(key).select({
      row_key: key,
      row_id: knex.raw(`coalesce(${key}, '')`),
      title: ofWorkload('s.title'),
      primary_entity_ref: ofWorkload('s.primary_entity_ref'),
      workloads: knex.raw('count(distinct s.workload_id)'),
      score: knex.raw(means.score),
      coverage: knex.raw(means.coverage),
      sort_value: knex.raw(sorted.expression),
    });
  };
  return {
    select: () => knex.from(groups().as('r')).select('r.*'),
    column: { ...sorted, expression: 'r.sort_value', nullable: true },
    id: 'r.row_id',
    descending,
  };
}

async function countGroups({
  knex,
  source,
  rows,
}: RowsContext): Promise<number> {
  const keys = groupable(source, rows)
    .distinct({ row_key: groupColumn(source, rows) })
    .as('r');
  const [{ count }] = await knex.from(keys).select({
    count: knex.raw('count(*)'),
  });
  return toNumber(count);
}

/** What groups can be sorted by. */
function groupSort(
  { source, rows }: RowsContext,
  field: string,
): Pick<SortColumn, 'expression' | 'type'> {
  const key = groupColumn(source, rows);
  switch (field) {
    case 'score':
      return meanOf(source.figure(field));
    case 'coverage':
      return meanOf(begunCoverage(column => source.figure(column)));
    case 'level':
      return meanOf(source.figure('level_rank'));
    case 'high':
      return {
        expression: `cast(sum(${source.figure('high')}) as integer)`,
        type: 'integer',
      };
    case 'updatedAt':
      return {
        expression: `max(${source.updatedAt().toQuery()})`,
        type: 'text',
      };
    default:
  }
  if (rows === 'workload') {
    return {
      expression: `min(${sortColumn(source, field).expression})`,
      type: 'text',
    };
  }
  if (field === 'title' || field === rows) {
    return { expression: key, type: 'text' };
  }
  throw new InputError(
    `Invalid query: sort: rows of ${rows} can be sorted by title, score, coverage, level, high, updatedAt or column:<id>`,
  );
}

function meanOf(expression: string): Pick<SortColumn, 'expression' | 'type'> {
  return {
    expression: `cast(round(avg(${expression}) * ${SORT_PRECISION}) as integer)`,
    type: 'integer',
  };
}

/**
 * The scope that `column:<id>` names; undefined for a field.
 *
 * @throws InputError for a column there is not
 */
function scopeOfSort(
  { columns }: RowsContext,
  field: string,
): ScopeColumn | undefined {
  const [, id] = /^column:(.*)$/.exec(field) ?? [];
  if (id === undefined) {
    return undefined;
  }
  const column = columns.find(known => known.id === id);
  if (!column) {
    throw new InputError(
      `Invalid query: sort: there is no column '${id}'; columns are ${columns
        .map(known => known.id)
        .join(', ')}`,
    );
  }
  return column;
}

function scopeColumn(
  { source, lenses }: RowsContext,
  scope: ScopeColumn,
): SortColumn {
  return {
    expression: source.past
      ? pastFigures(source, lenses, scope).score
      : 'c.score',
    type: source.past ? 'real' : 'integer',
    nullable: true,
  };
}

/** Joins the scores of a scope, where they are rows, as `c`. */
function joinScope(
  { knex, source }: RowsContext,
  query: Knex.QueryBuilder,
  scope: ScopeColumn,
) {
  if (!source.past) {
    query.leftJoin('scorecard_scopes as c', join =>
      join.on('c.review_id', 's.review_id').andOn(
        scope.kind === 'phase'
          ? // A literal, so that the index of phases serves it.
            knex.raw(`c.kind = 'phase' and c.scope_id = ?`, [scope.scopeId])
          : knex.raw('c.kind = ? and c.scope_id = ? and c.phase_id = ?', [
              scope.kind,
              scope.scopeId,
              scope.phaseId,
            ]),
      ),
    );
  }
}
