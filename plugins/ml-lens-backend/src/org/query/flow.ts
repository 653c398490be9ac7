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
}

type Flow = OrgTimeline['flow'][number]['phases'];

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
    phases: {} as Flow,
  }));
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
  for (const { table, entries } of selected) {
    const { from, phases, status } = table;
    const versions = selected.flatMap(({ table: other }) =>
      other.lens.id === table.lens.id ? [other] : [],
    );
    for (const entry of entries) {
      const day = from[entry];
      if (day < firstDays[0] || day > today) {
        continue;
      }
      const month = firstDays.findLastIndex(first => first <= day);
      const before = stretchBefore(table, entry, versions);
      for (let place = 0; place < phases.length; place++) {
        const stood = before ? statusOf(before, table, place) : NOT_STARTED;
        const stands = status[entry * phases.length + place];
        if (stands !== stood) {
          count(flow[month].phases, phases[place], stood, stands);
        }
      }
    }
  }
  return flow;
}

function count(
  figures: Flow,
  phase: string,
  before: number,
  now: number,
): void {
  figures[phase] ??= { entered: 0, passed: 0, returned: 0 };
  const counted = figures[phase];
  if (before === NOT_STARTED) {
    counted.entered += 1;
  }
  if (now === COMPLETE) {
    counted.passed += 1;
  } else if (before === COMPLETE) {
    counted.returned += 1;
  }
}

/**
 * The stretch that ended as another began, whatever version of the lens judged
 * it: mostly what the table had of the workload just before.
 */
function stretchBefore(
  table: FigureTable,
  entry: number,
  versions: readonly FigureTable[],
): Stretch | undefined {
  const { from, to, workload } = table;
  const previous = table.previous(entry);
  if (previous !== undefined && to[previous] === from[entry]) {
    return { table, entry: previous };
  }
  for (const version of versions) {
    const found = version
      .entriesOf(workload[entry])
      .find(other => version.to[other] === from[entry]);
    if (found !== undefined) {
      return { table: version, entry: found };
    }
  }
  return undefined;
}

/** The status in a stretch of the phase at a place of a version of the lens. */
function statusOf(
  { table, entry }: Stretch,
  version: FigureTable,
  place: number,
): number {
  const { phases, status } = table;
  const at = table === version ? place : phases.indexOf(version.phases[place]);
  return at < 0 ? NOT_STARTED : status[entry * phases.length + at];
}
