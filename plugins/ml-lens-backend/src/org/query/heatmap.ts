// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { Heatmap } from '@ml-lens/backstage-plugin-ml-lens-common';
import { listKeyOf } from '../../database/keyset';
import { NO_VALUE } from '../columns/figureCodes';
import type { OrgView } from '../columns/OrgColumns';
import { columnsOf, lensesInUse, type ScopeColumn, ScopeKind } from './columns';
import { GroupedEntries, type GroupKey } from './groups';
import { compareValues, listPage, type ListOrder } from './lists';
import { highOf, type Hit, meanOf, sortField } from './orgPage';
import type { OrgScope } from './OrgScope';
import { Mean } from './rollup';
import { ScopeMeter } from './scopeFigures';
import { select } from './select';

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

/** Whole numbers that means are sorted by, so that cursors find them again. */
const SORT_PRECISION = 1_000_000;

/**
 * Workloads or groups × scopes. A row stands for all scorecards of its workload
 * or group: means of scores and coverage, sums of high risks. Only the scopes
 * of the rows of the page are measured.
 *
 * @throws InputError for a sort that the rows do not have
 */
export function heatmapOf(view: OrgView, request: HeatmapRequest): Heatmap {
  const { rows: kind, sort, at, filters, cursor, limit } = request;
  const selected = select(view, { ...request, onlyActive: true });
  const columns = columnsOf(lensesInUse(selected), request.columns);
  const meter = new ScopeMeter(columns);
  const groups = new GroupedEntries(view, selected, kind);
  const { rows, pageInfo } = listPage(
    groups.keys.keys(),
    orderBy({ view, scope: request, kind, columns, meter, groups }, sort),
    {
      key: listKeyOf(
        ['heatmap', kind, request.columns, sort, at ?? null],
        filters,
      ),
      cursor,
      limit,
    },
  );
  return {
    columns: columns.map(({ id }) => id),
    rows: rows.map(group =>
      toRow(
        view,
        kind,
        { key: groups.keys[group], hits: groups.hitsOf(group) },
        meter,
        columns,
      ),
    ),
    totalItems: groups.keys.length,
    pageInfo,
  };
}

function toRow(
  { workloads }: OrgView,
  kind: HeatmapRows,
  { key, hits }: { key: GroupKey; hits: readonly Hit[] },
  meter: ScopeMeter,
  columns: readonly ScopeColumn[],
): Heatmap['rows'][number] {
  const [{ table, entry }] = hits;
  const facts =
    kind === 'workload' ? workloads.facts(table.workload[entry]) : undefined;
  const figures = meter.figures(hits);
  return {
    key,
    title: facts?.title ?? null,
    entityRef: facts?.entityRef ?? null,
    workloads: new Set(hits.map(hit => hit.table.workload[hit.entry])).size,
    score: meanOf('score', hits).rounded,
    readiness: meanOf('readiness', hits).rounded,
    coverage: meanCoverage(hits).value ?? 0,
    cells: columns.map(({ id }, index) => ({ column: id, ...figures[index] })),
  };
}

/** What rows are put in order by. */
interface OrderContext {
  view: OrgView;
  scope: OrgScope;
  kind: HeatmapRows;
  columns: readonly ScopeColumn[];
  meter: ScopeMeter;
  groups: GroupedEntries;
}

function orderBy(context: OrderContext, sort: string): ListOrder<number> {
  const descending = sort.startsWith('-');
  return {
    ...sortBy(context, descending ? sort.slice(1) : sort),
    nullable: true,
    idOf: group => context.groups.keys[group] ?? '',
    descending,
  };
}

function sortBy(
  context: OrderContext,
  field: string,
): Pick<ListOrder<number>, 'type' | 'valueOf' | 'rankOf'> {
  const { view, kind, meter, groups } = context;
  const byMean = (
    mean: (hits: readonly Hit[]) => number | null,
  ): Pick<ListOrder<number>, 'type' | 'valueOf'> => ({
    type: 'integer',
    valueOf: group => {
      const value = mean(groups.hitsOf(group));
      return value === null ? null : Math.round(value * SORT_PRECISION);
    },
  });
  const column = columnOfSort(context, field);
  if (column !== undefined) {
    return byMean(hits => meter.score(hits, column));
  }
  switch (field) {
    case 'score':
      return byMean(hits => meanOf('score', hits).value);
    case 'readiness':
      return byMean(hits => meanOf('readiness', hits).value);
    case 'coverage':
      return byMean(hits => meanCoverage(hits).value);
    case 'level':
      return byMean(hits => meanOf('levelRank', hits).value);
    case 'high':
      return {
        type: 'integer',
        valueOf: group =>
          groups.hitsOf(group).reduce((sum, hit) => sum + highOf(hit), 0),
      };
    case 'updatedAt':
      return { type: 'real', valueOf: group => latestOf(groups.hitsOf(group)) };
    default:
  }
  if (kind === 'workload') {
    const { type, valueOf, rankOf } = sortField(view, field, context.scope);
    return {
      type,
      ...(rankOf && { rankOf: group => rankOf(groups.firstOf(group)) }),
      // The same of all scorecards of a workload, but for being late.
      valueOf: group =>
        field === 'lateSince'
          ? groups.hitsOf(group).map(valueOf).sort(compareValues)[0]
          : valueOf(groups.firstOf(group)),
    };
  }
  if (field === 'title' || field === kind) {
    return { type: 'text', valueOf: group => groups.keys[group] };
  }
  throw new InputError(
    `Invalid query: sort: rows of ${kind} can be sorted by title, score, readiness, coverage, level, high, updatedAt or column:<id>`,
  );
}

/**
 * The place of the column that `column:<id>` names; undefined for a field.
 *
 * @throws InputError for a column there is not
 */
function columnOfSort(
  { columns }: OrderContext,
  field: string,
): number | undefined {
  const [, id] = /^column:(.*)$/.exec(field) ?? [];
  if (id === undefined) {
    return undefined;
  }
  const place = columns.findIndex(known => known.id === id);
  if (place < 0) {
    throw new InputError(
      `Invalid query: sort: there is no column '${id}'; columns are ${columns
        .map(known => known.id)
        .join(', ')}`,
    );
  }
  return place;
}

function meanCoverage(hits: readonly Hit[]): Mean {
  const mean = new Mean();
  for (const { table, entry } of hits) {
    if (table.score[entry] !== NO_VALUE) {
      mean.add(table.coverage(entry));
    }
  }
  return mean;
}

function latestOf(hits: readonly Hit[]): number | null {
  let latest: number | null = null;
  for (const { table, entry } of hits) {
    const at = table.updatedAt[entry];
    // Not a number before the first event.
    if (!Number.isNaN(at) && (latest === null || at > latest)) {
      latest = at;
    }
  }
  return latest;
}
