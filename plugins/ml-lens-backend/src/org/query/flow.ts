// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgTimeline } from '@ml-lens/backstage-plugin-ml-lens-common';
import { DateTime } from 'luxon';
import { dayNumber } from '../columns/dayNumbers';
import { COMPLETE, PHASE_STATUSES } from '../columns/figureCodes';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { withoutFigures } from './orgFilters';
import { instantOf, type OrgScope } from './OrgScope';
import { select } from './select';

const NOT_STARTED = PHASE_STATUSES.indexOf('NOT_STARTED');

/** A scorecard during some days. */
interface Stretch {
  table: FigureTable;
  entry: number;
  from: number;
}

type Flow = OrgTimeline['flow'][number]['phases'][string];

/**
 * How many reviews entered, passed and came back to each phase, month by month:
 * what changed from the end of one day to the end of another. Filters by figures
 * do not hold for it, since who is somewhere now came from somewhere else.
 *
 * @param days - the scorecards at the end of each day
 * @param months - how many, the one of the instant with them
 */
export function flowOf(
  days: OrgView,
  scope: OrgScope,
  months: number,
): OrgTimeline['flow'] {
  const instant = instantOf(scope);
  const last = DateTime.fromISO(instant, { zone: 'utc' }).startOf('month');
  const begins = Array.from({ length: months }, (_, index) =>
    last.minus({ months: months - 1 - index }),
  );
  const firstDays = begins.map(begin => dayNumber(begin.toISO()!));
  const today = dayNumber(instant);
  const flow = begins.map(begin => ({
    month: begin.toFormat('yyyy-MM'),
    phases: {} as Record<string, Flow>,
  }));
  const count = (day: number, phase: string, what: keyof Flow) => {
    const month = firstDays.findLastIndex(first => first <= day);
    if (month >= 0 && day <= today) {
      const { phases } = flow[month];
      phases[phase] ??= { entered: 0, passed: 0, returned: 0 };
      phases[phase][what] += 1;
    }
  };
  for (const stretches of stretchesOf(days, scope)) {
    stretches.sort((a, b) => a.from - b.from);
    const stood = new Map<string, number>();
    for (const { table, entry, from } of stretches) {
      table.phases.forEach((phase, place) => {
        const before = stood.get(phase) ?? NOT_STARTED;
        const now = table.status[entry * table.phases.length + place];
        if (now === before) {
          return;
        }
        stood.set(phase, now);
        if (before === NOT_STARTED) {
          count(from, phase, 'entered');
        }
        if (now === COMPLETE) {
          count(from, phase, 'passed');
        } else if (before === COMPLETE) {
          count(from, phase, 'returned');
        }
      });
    }
  }
  return flow;
}

/** What each review was over time, whatever version judged it. */
function* stretchesOf(days: OrgView, scope: OrgScope): Generator<Stretch[]> {
  const selected = select(
    days,
    {
      ...scope,
      filters: withoutFigures(scope.filters),
      at: undefined,
      onlyActive: true,
    },
    () => false,
  );
  const lenses = new Set(selected.map(({ table }) => table.lens.id));
  for (const lens of lenses) {
    const byWorkload = new Map<number, Stretch[]>();
    for (const { table, entries } of selected) {
      for (const entry of table.lens.id === lens ? entries : []) {
        const workload = table.workload[entry];
        const known = byWorkload.get(workload);
        const stretch = { table, entry, from: table.from[entry] };
        if (known) {
          known.push(stretch);
        } else {
          byWorkload.set(workload, [stretch]);
        }
      }
    }
    yield* byWorkload.values();
  }
}
