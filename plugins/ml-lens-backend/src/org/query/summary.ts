// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OrgGroupBy,
  Summary,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { dayNumber } from '../columns/dayNumbers';
import { NO_VALUE } from '../columns/figureCodes';
import type { OrgView } from '../columns/OrgColumns';
import { byGroup, compareKeys } from './groups';
import { instantOf, leavesOutRetired, type OrgScope } from './OrgScope';
import { inOrder, rollupOf, RollupSums } from './rollup';
import { countOf, select, type Selected } from './select';

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
  const groups = groupBy
    ? byGroup(view, selected, groupBy, {
        start: () => new RollupSums(),
        add: (sums, table, entry) => sums.add(table, entry),
      })
    : [];
  return {
    groupBy: groupBy ?? null,
    total: rollupOf(selected),
    retired: leavesOutRetired(scope)
      ? countOf(select(view, { ...scope, onlyActive: false })) -
        countOf(selected)
      : 0,
    distribution: distributionOf(selected),
    ...paceOf(selected, instantOf(scope)),
    groups: groups
      .map(({ key, group }) => ({ ...group.rollup, key }))
      .sort((a, b) => b.workloads - a.workloads || compareKeys(a.key, b.key)),
  };
}

/** How scores and coverage are spread, in tenths. */
function distributionOf(
  selected: readonly Selected[],
): Summary['distribution'] {
  const score = tenths();
  const coverage = tenths();
  let noScore = 0;
  for (const { table, entries } of selected) {
    for (const entry of entries) {
      const points = table.score[entry];
      if (points === NO_VALUE) {
        noScore += 1;
      } else {
        score[Math.min(9, Math.floor(points / 10))] += 1;
      }
      coverage[tenthOf(table.coverage(entry))] += 1;
    }
  }
  return { score, noScore, coverage };
}

function tenths(): number[] {
  return Array.from({ length: 10 }, () => 0);
}

/** By the bounds themselves: ten times a share may fall just below its tenth. */
function tenthOf(share: number): number {
  let tenth = Math.min(9, Math.floor(share * 10));
  while (tenth < 9 && share >= (tenth + 1) / 10) {
    tenth += 1;
  }
  return tenth;
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
  selected: readonly Selected[],
  instant: string,
): Pick<Summary, 'late' | 'pace'> {
  const at = Date.parse(instant);
  const today = dayNumber(instant);
  const paces = new Map<string, Pace>();
  let late = 0;
  for (const { table, entries } of selected) {
    const { openSince, phases } = table;
    const width = phases.length;
    // Dense, and summed up in the end: this runs for every phase of all.
    const open = new Uint32Array(width);
    const ms = new Float64Array(width);
    const lateIn = new Uint32Array(width);
    for (const entry of entries) {
      let anywhere = 0;
      for (let place = 0; place < width; place++) {
        const since = openSince[entry * width + place];
        // Not a number where nobody works on the phase.
        if (since <= at) {
          open[place] += 1;
          ms[place] += at - since;
        }
        if (table.isLate(entry, place, today)) {
          lateIn[place] += 1;
          anywhere = 1;
        }
      }
      late += anywhere;
    }
    phases.forEach((phase, place) => {
      const pace = paces.get(phase) ?? { open: 0, ms: 0, late: 0 };
      pace.open += open[place];
      pace.ms += ms[place];
      pace.late += lateIn[place];
      paces.set(phase, pace);
    });
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
