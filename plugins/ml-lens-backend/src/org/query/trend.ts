// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  OrgGroupBy,
  TrendPoint,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { addFigures, type DaySums, SUM } from '../columns/DaySums';
import { COUNT } from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { dueNow } from './due';
import { byGroup, compareKeys, GroupCounts, type GroupKey } from './groups';
import { withoutFigures } from './orgFilters';
import type { OrgScope } from './OrgScope';
import { placesOn } from './overTime';
import { inOrder, meanCoverage } from './rollup';
import { asksWorkloadsAlone, select, tablesOf } from './select';
import { workloadsKept } from './workloadsKept';

/** Most groups of a trend. */
const MAX_GROUPS = 20;

/** One line of a trend; `key` null for everything, or for no value. */
export interface TrendSeries {
  key: string | null;
  points: TrendPoint[];
}

/** Sums for one line: what each of its days changes. */
class SeriesSums {
  readonly #width: number;
  readonly #changes: Float64Array;

  /** @param placeOf - of the days, see {@link placesOn} */
  constructor(
    private readonly days: readonly string[],
    private readonly placeOf: (day: number) => number,
    private readonly levels: readonly string[],
  ) {
    this.#width = SUM.levels + levels.length;
    this.#changes = new Float64Array((days.length + 1) * this.#width);
  }

  add(table: FigureTable, entry: number): void {
    const from = this.placeOf(table.from[entry]);
    const to = this.placeOf(table.to[entry]);
    // Else it held between two of the days, or after them all.
    if (from !== to) {
      addFigures(this.#changes, from * this.#width, table, entry, 1);
      addFigures(this.#changes, to * this.#width, table, entry, -1);
    }
  }

  addAll({ changes }: DaySums): void {
    for (const [day, change] of changes) {
      const start = this.placeOf(day) * this.#width;
      for (let place = 0; place < change.length; place++) {
        this.#changes[start + place] += change[place];
      }
    }
  }

  /** The sum at each of the days. */
  #of(place: number): number[] {
    let sum = 0;
    return this.days.map((_, day) => {
      sum += this.#changes[day * this.#width + place];
      return sum;
    });
  }

  get points(): TrendPoint[] {
    const sums = Array.from({ length: SUM.levels }, (_, place) =>
      this.#of(place),
    );
    const levels = this.levels.map(
      (name, level) => [name, this.#of(SUM.levels + level)] as const,
    );
    return this.days.map((date, day): TrendPoint => {
      const begun = sums[SUM.begun][day];
      return {
        date,
        workloads: sums[SUM.workloads][day],
        begun,
        score: begun === 0 ? null : rounded(sums[SUM.score][day] / begun, 2),
        readiness:
          sums[SUM.ready][day] === 0
            ? null
            : rounded(sums[SUM.readiness][day] / sums[SUM.ready][day], 2),
        coverage: meanCoverage(sums[SUM.coverage][day], begun),
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
  const chosen = () =>
    select(
      view,
      scope,
      scope.filters.due === undefined ? undefined : dueNow(now, scope),
    );
  const placeOf = placesOn(days);
  const start = () => new SeriesSums(days, placeOf, view.levels);
  if (!groupBy) {
    const sums = start();
    const held = heldSums(view, scope);
    if (held) {
      held.forEach(table => sums.addAll(table));
    } else {
      for (const { table, entries } of chosen()) {
        for (const entry of entries) {
          sums.add(table, entry);
        }
      }
    }
    return [{ key: null, points: sums.points }];
  }
  const largest =
    groupBy === 'level' ? undefined : largestGroups(now, scope, groupBy);
  const groups = byGroup(view, chosen(), groupBy, {
    start: key => (!largest || largest.has(key) ? start() : null),
    add: (sums, table, entry) => sums?.add(table, entry),
  });
  const sizeOf = ({ points }: TrendSeries) =>
    points[points.length - 1].workloads;
  return groups
    .flatMap(({ key, group }) => (group ? [{ key, points: group.points }] : []))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || compareKeys(a.key, b.key))
    .slice(0, MAX_GROUPS);
}

/** The sums of a scope by day, where they are held. */
function heldSums(view: OrgView, scope: OrgScope): DaySums[] | undefined {
  if (!asksWorkloadsAlone(scope)) {
    return undefined;
  }
  const kept = workloadsKept(view, scope);
  const tables = tablesOf(view, scope);
  const held = tables.flatMap(({ daySums }) => daySums.held(kept) ?? []);
  return held.length === tables.length ? held : undefined;
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
