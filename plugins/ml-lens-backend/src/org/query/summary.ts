// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OrgGroupBy,
  Rollup,
  Summary,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { dayNumber } from '../columns/dayNumbers';
import { SUM } from '../columns/DaySums';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import type { ScorecardSums } from '../columns/ScorecardSums';
import { byGroup, compareKeys } from './groups';
import { instantOf, leavesOutRetired, type OrgScope } from './OrgScope';
import { inOrder, RollupSums } from './rollup';
import { countOf, select, workloadsOf } from './select';

const DAY_MS = 86_400_000;

/**
 * Totals and roll-ups. Largest groups first, then by name, those without a
 * value last.
 */
export function summaryOf(
  view: OrgView,
  request: OrgScope & { groupBy: OrgGroupBy | undefined },
): Summary {
  const { groupBy } = request;
  const scope = { ...request, onlyActive: true };
  const selected = select(view, scope);
  const summed = selected
    .filter(({ entries }) => entries.length > 0)
    .map(({ table, entries }) => ({
      table,
      sums: table.sums.of(
        workloadsOf(table, entries, new Uint8Array(view.workloads.size)),
      ),
    }));
  const groups = groupBy
    ? byGroup(view, selected, groupBy, {
        start: () => new RollupSums(),
        add: (sums, table, entry) => sums.add(table, entry),
      })
    : [];
  return {
    groupBy: groupBy ?? null,
    total: totalOf(summed),
    retired: leavesOutRetired(scope)
      ? countOf(select(view, { ...scope, onlyActive: false })) -
        countOf(selected)
      : 0,
    distribution: distributionOf(summed),
    ...paceOf(summed, instantOf(scope)),
    groups: groups
      .map(({ key, group }) => ({ ...group.rollup, key }))
      .sort((a, b) => b.workloads - a.workloads || compareKeys(a.key, b.key)),
  };
}

/** What was selected of a table, summed up. */
interface Summed {
  table: FigureTable;
  sums: ScorecardSums;
}

function totalOf(summed: readonly Summed[]): Rollup {
  const total = new RollupSums();
  for (const { table, sums } of summed) {
    total.addAll(table, sums);
  }
  return total.rollup;
}

/** How scores and coverage are spread, in tenths. */
function distributionOf(summed: readonly Summed[]): Summary['distribution'] {
  const score = tenths();
  const coverage = tenths();
  let noScore = 0;
  for (const { sums } of summed) {
    sums.scores.forEach((count, tenth) => {
      score[tenth] += count;
    });
    sums.coverages.forEach((count, tenth) => {
      coverage[tenth] += count;
    });
    noScore += sums.figures[SUM.workloads] - sums.figures[SUM.begun];
  }
  return { score, noScore, coverage };
}

function tenths(): number[] {
  return Array.from({ length: 10 }, () => 0);
}

/** How long one phase has been worked on, and where it is late. */
interface Pace {
  /** Scorecards where somebody works on it, and for how long in all. */
  open: number;
  ms: number;
  late: number;
}

/** How long phases have been worked on, and which are late. */
function paceOf(
  summed: readonly Summed[],
  instant: string,
): Pick<Summary, 'late' | 'pace'> {
  const at = Date.parse(instant);
  const today = dayNumber(instant);
  const paces = new Map<string, Pace>();
  let late = 0;
  for (const { table, sums } of summed) {
    const missed = [...sums.toBeDone].filter(([day]) => day < today);
    const countOn = (place: number) =>
      missed.reduce((sum, [, counts]) => sum + counts[place], 0);
    table.phases.forEach((phase, place) => {
      const pace = paces.get(phase) ?? { open: 0, ms: 0, late: 0 };
      pace.open += sums.open[place];
      pace.ms += sums.open[place] * at - sums.since[place];
      pace.late += countOn(place);
      paces.set(phase, pace);
    });
    late += countOn(table.phases.length);
  }
  const shown = [...paces].filter(([, pace]) => pace.open > 0 || pace.late > 0);
  return {
    late,
    pace: inOrder(
      new Map(
        shown.map(([phase, pace]) => [
          phase,
          {
            open: pace.open,
            meanDays:
              pace.open === 0
                ? null
                : Math.round((10 * pace.ms) / pace.open / DAY_MS) / 10,
            late: pace.late,
          },
        ]),
      ),
    ),
  };
}
