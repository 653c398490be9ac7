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
import { inOrder, Mean, rollupOf, RollupSums } from './rollup';
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

/** How long phases have been worked on, and which are late. */
function paceOf(
  selected: readonly Selected[],
  instant: string,
): Pick<Summary, 'late' | 'pace'> {
  const at = Date.parse(instant);
  const today = dayNumber(instant);
  const pace = new Map<string, { days: Mean; late: number }>();
  let late = 0;
  for (const { table, entries } of selected) {
    const phases = table.phases.map(id => {
      const known = pace.get(id) ?? { days: new Mean(), late: 0 };
      pace.set(id, known);
      return known;
    });
    for (const entry of entries) {
      let anywhere = false;
      for (let place = 0; place < phases.length; place++) {
        const since = table.openSince[entry * phases.length + place];
        // Not a number where nobody works on the phase.
        if (since <= at) {
          phases[place].days.add((at - since) / DAY_MS);
        }
        if (table.isLate(entry, place, today)) {
          phases[place].late += 1;
          anywhere = true;
        }
      }
      late += anywhere ? 1 : 0;
    }
  }
  const shown = [...pace].filter(
    ([, { days, late: count }]) => days.count > 0 || count > 0,
  );
  return {
    late,
    pace: inOrder(
      new Map(
        shown.map(([phase, { days, late: count }]) => [
          phase,
          {
            open: days.count,
            meanDays:
              days.value === null ? null : Math.round(days.value * 10) / 10,
            late: count,
          },
        ]),
      ),
    ),
  };
}
