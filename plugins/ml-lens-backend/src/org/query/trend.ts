/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  OrgGroupBy,
  TrendPoint,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { begunCount, begunCoverage } from '../../workloads/means';
import { withoutFigures } from './orgFilters';
import { EVER, OrgScope, OrgSource } from './OrgSource';
import { SumsOverTime, sumsOverTime } from './overTime';
import { compareKeys, groupable, groupColumn } from './summary';

/** Most groups of a trend. */
export const MAX_GROUPS = 20;

/** One line of a trend; `key` null for everything, or for no value. */
export interface TrendSeries {
  key: string | null;
  points: TrendPoint[];
}

const MEASURES = {
  workloads: 'count(*)',
  begun: begunCount(column => `h.${column}`),
  score: 'sum(h.score)',
  coverage: `sum(${begunCoverage(column => `h.${column}`)})`,
  high: 'sum(h.high)',
  medium: 'sum(h.medium)',
  none: 'sum(h.none)',
  unanswered: 'sum(h.unanswered)',
  notApplicable: 'sum(h.not_applicable)',
};
type Measure = keyof typeof MEASURES;

/**
 * The scorecards of a scope at the end of each of some days: what the list
 * would have said then. As a whole, or the largest groups, largest first.
 *
 * @param request.days - ascending
 */
export async function queryTrend(
  knex: Knex,
  request: Omit<OrgScope, 'at'> & {
    days: readonly string[];
    groupBy: OrgGroupBy | undefined;
  },
): Promise<TrendSeries[]> {
  const { days, groupBy } = request;
  const source = new OrgSource(knex, {
    ...request,
    at: EVER,
    onlyActive: true,
  });
  if (!groupBy) {
    const rows = await sumsOverTime(knex, {
      rows: () => source.history(false),
      days,
      keys: { level: 'h.level' },
      measures: MEASURES,
    });
    return [{ key: null, points: pointsOf(rows, days) }];
  }

  const column = groupColumn(source, groupBy);
  const largest =
    groupBy === 'level' ? undefined : await largestGroups(knex, request);
  const rows = await sumsOverTime(knex, {
    rows: () => {
      const query = groupable(source, groupBy);
      if (largest) {
        query.where(either => {
          either.whereIn(
            column,
            largest.filter(key => key !== null),
          );
          if (largest.includes(null)) {
            either.orWhereNull(column);
          }
        });
      }
      return query;
    },
    days,
    keys: { group: column, level: 'h.level' },
    measures: MEASURES,
  });
  const keys = [...new Set(rows.map(row => row.keys.group))];
  const sizeOf = ({ points }: TrendSeries) =>
    points[points.length - 1].workloads;
  return keys
    .map(key => ({
      key,
      points: pointsOf(
        rows.filter(row => row.keys.group === key),
        days,
      ),
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || compareKeys(a.key, b.key))
    .slice(0, MAX_GROUPS);
}

/** Groups with the most scorecards today, whatever their level was. */
async function largestGroups(
  knex: Knex,
  request: Parameters<typeof queryTrend>[1],
): Promise<(string | null)[]> {
  const { filters, access, freshness, now } = request;
  const source = new OrgSource(knex, {
    filters: withoutFigures(filters),
    access,
    freshness,
    now,
    at: undefined,
    onlyActive: true,
  });
  const column = groupColumn(source, request.groupBy!);
  const rows: { key: string | null }[] = await groupable(
    source,
    request.groupBy!,
  )
    .select({ key: column })
    .groupBy(column)
    .orderByRaw(
      `count(*) desc, (case when ${column} is null then 1 else 0 end), ${column}`,
    )
    .limit(MAX_GROUPS);
  return rows.map(({ key }) => key);
}

function pointsOf(
  rows: readonly SumsOverTime<'level', Measure>[],
  days: readonly string[],
): TrendPoint[] {
  return days.map((date, index): TrendPoint => {
    const sum = (measure: Measure) =>
      rows.reduce((total, { sums }) => total + sums[measure][index], 0);
    const workloads = sum('workloads');
    const begun = sum('begun');
    const levels: Record<string, number> = {};
    for (const { keys, sums } of rows) {
      if (sums.workloads[index] > 0) {
        levels[keys.level!] = sums.workloads[index];
      }
    }
    return {
      date,
      workloads,
      begun,
      score: begun === 0 ? null : rounded(sum('score') / begun, 2),
      coverage:
        begun === 0
          ? null
          : // Sums of doubles may be a hair beside what they stand for.
            rounded(Math.min(1, Math.max(0, sum('coverage') / begun)), 6),
      counts: {
        UNANSWERED: sum('unanswered'),
        HIGH: sum('high'),
        MEDIUM: sum('medium'),
        NONE: sum('none'),
        NOT_APPLICABLE: sum('notApplicable'),
      },
      levels,
    };
  });
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
