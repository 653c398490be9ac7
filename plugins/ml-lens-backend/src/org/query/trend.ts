// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  OrgGroupBy,
  TrendPoint,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { COUNT, COUNTS, NO_VALUE } from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { dueNow } from './due';
import { byGroup, compareKeys, GroupCounts, type GroupKey } from './groups';
import { withoutFigures } from './orgFilters';
import type { OrgScope } from './OrgScope';
import { type Held, heldOn, SumsOverTime } from './overTime';
import { inOrder } from './rollup';
import { select } from './select';

/** Most groups of a trend. */
const MAX_GROUPS = 20;

/** One line of a trend; `key` null for everything, or for no value. */
export interface TrendSeries {
  key: string | null;
  points: TrendPoint[];
}

/** What is summed up, beside the counts; see {@link COUNT}. */
const WORKLOADS = COUNTS;
const BEGUN = COUNTS + 1;
const SCORE = COUNTS + 2;
const COVERAGE = COUNTS + 3;
const READY = COUNTS + 4;
const READINESS = COUNTS + 5;
const MEASURES = COUNTS + 6;

/** Sums for one line. */
class SeriesSums {
  readonly #sums: SumsOverTime;
  readonly #levels: SumsOverTime;

  constructor(
    private readonly days: readonly string[],
    private readonly levels: readonly string[],
  ) {
    this.#sums = new SumsOverTime(days.length, MEASURES);
    this.#levels = new SumsOverTime(days.length, levels.length);
  }

  add(table: FigureTable, entry: number, held: Held): void {
    if (held.from === held.to) {
      // Between two of the days, or after them all.
      return;
    }
    const { counts, score, readiness, level } = table;
    this.#sums.add(WORKLOADS, held, 1);
    for (let place = 0; place < COUNTS; place++) {
      this.#sums.add(place, held, counts[entry * COUNTS + place]);
    }
    if (score[entry] !== NO_VALUE) {
      this.#sums.add(BEGUN, held, 1);
      this.#sums.add(SCORE, held, score[entry]);
      this.#sums.add(COVERAGE, held, table.coverage(entry));
    }
    if (readiness[entry] !== NO_VALUE) {
      this.#sums.add(READY, held, 1);
      this.#sums.add(READINESS, held, readiness[entry]);
    }
    this.#levels.add(level[entry], held, 1);
  }

  get points(): TrendPoint[] {
    const of = (measure: number) => this.#sums.of(measure);
    const sums = Array.from({ length: MEASURES }, (_, measure) => of(measure));
    const levels = this.levels.map(
      (name, level) => [name, this.#levels.of(level)] as const,
    );
    return this.days.map((date, day): TrendPoint => {
      const begun = sums[BEGUN][day];
      return {
        date,
        workloads: sums[WORKLOADS][day],
        begun,
        score: begun === 0 ? null : rounded(sums[SCORE][day] / begun, 2),
        readiness:
          sums[READY][day] === 0
            ? null
            : rounded(sums[READINESS][day] / sums[READY][day], 2),
        coverage:
          begun === 0
            ? null
            : // Sums of doubles may be a hair beside what they stand for.
              rounded(Math.min(1, Math.max(0, sums[COVERAGE][day] / begun)), 6),
        counts: {
          UNANSWERED: sums[COUNT.unanswered][day],
          HIGH: sums[COUNT.high][day],
          MEDIUM: sums[COUNT.medium][day],
          NONE: sums[COUNT.none][day],
          NOT_APPLICABLE: sums[COUNT.notApplicable][day],
        },
        levels: inOrder(
          new Map(
            levels.flatMap(([name, counts]) =>
              counts[day] > 0 ? [[name, counts[day]]] : [],
            ),
          ),
        ),
      };
    });
  }
}

/**
 * The scorecards of a scope at the end of each of some days: what the list
 * would have said then. As a whole, or the largest groups, largest first.
 *
 * @param request.days - ascending
 */
export function trendOf(
  { days: view, now }: { days: OrgView; now: OrgView },
  request: Omit<OrgScope, 'at'> & {
    days: readonly string[];
    groupBy: OrgGroupBy | undefined;
  },
): TrendSeries[] {
  const { days, groupBy } = request;
  const scope = {
    ...request,
    // What is to be confirmed is known of now alone.
    filters: { ...request.filters, confirm: undefined },
    at: undefined,
    onlyActive: true,
  };
  const selected = select(
    view,
    scope,
    scope.filters.due === undefined ? undefined : dueNow(now, scope),
  );
  const held = heldOn(days);
  if (!groupBy) {
    const sums = new SeriesSums(days, view.levels);
    for (const { table, entries } of selected) {
      for (const entry of entries) {
        sums.add(table, entry, held(table, entry));
      }
    }
    return [{ key: null, points: sums.points }];
  }
  const largest =
    groupBy === 'level' ? undefined : largestGroups(now, scope, groupBy);
  const groups = byGroup(view, selected, groupBy, {
    start: key =>
      !largest || largest.has(key) ? new SeriesSums(days, view.levels) : null,
    add: (sums, table, entry) => sums?.add(table, entry, held(table, entry)),
  });
  const sizeOf = ({ points }: TrendSeries) =>
    points[points.length - 1].workloads;
  return groups
    .flatMap(({ key, group }) => (group ? [{ key, points: group.points }] : []))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || compareKeys(a.key, b.key))
    .slice(0, MAX_GROUPS);
}

/** Groups with the most scorecards today, whatever their level was. */
function largestGroups(
  now: OrgView,
  scope: OrgScope,
  groupBy: OrgGroupBy,
): Set<GroupKey> {
  const selected = select(now, {
    ...scope,
    filters: withoutFigures(scope.filters),
  });
  const counts = new GroupCounts(now, selected).of(groupBy);
  return new Set(
    [...counts.keys()]
      .sort((a, b) => counts.get(b)! - counts.get(a)! || compareKeys(a, b))
      .slice(0, MAX_GROUPS),
  );
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
