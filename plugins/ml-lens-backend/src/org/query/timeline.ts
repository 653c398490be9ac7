// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgTimeline } from '@ml-lens/backstage-plugin-ml-lens-common';
import { listKeyOf } from '../../database/keyset';
import { reviewIdOf } from '../../reviews/ReviewStore';
import { dayNumber } from '../columns/dayNumbers';
import type { FigureTable } from '../columns/FigureTable';
import type { OrgView } from '../columns/OrgColumns';
import { columnsOf, lensesInUse } from './columns';
import { listPage, type ListOrder } from './lists';
import { type Hit, hitsOf, idOfHit, orderBy, rowsOf } from './orgPage';
import { instantOf, type OrgScope } from './OrgScope';
import { Mean } from './rollup';
import { countOf, select, type Selected } from './select';

const DAY_MS = 86_400_000;

/** Ends of how long iterations have lasted, in days; the last is open. */
const AGES = [14, 30, 90, 180];

/** A request at a gate that waits for its decision. */
export interface WaitingGate {
  reviewId: string;
  gate: string;
  since: string;
}

/** A page of the timeline of the organisation. */
export interface OrgTimelineRequest extends OrgScope {
  sort: string;
  cursor: string | undefined;
  limit: number;
}

/**
 * Where the scorecards of a scope stand, phase by phase, and how long; who has
 * been there longest, and at which gates they wait.
 *
 * @param waiting - everybody's; others than the scope's are left out
 * @throws InputError for a cursor of another list
 */
export function timelineOf(
  view: OrgView,
  request: OrgTimelineRequest,
  waiting: readonly WaitingGate[],
): Omit<OrgTimeline, 'flow'> {
  const { at, cursor, filters, limit, sort } = request;
  const selected = select(view, { ...request, onlyActive: true });
  const now = Date.parse(instantOf(request));
  const idOf = idOfHit(view);
  const { rows, pageInfo } = listPage(
    hitsOf(selected),
    orderOf(view, request),
    {
      key: listKeyOf(['timeline', sort, at ?? null], filters),
      cursor,
      limit,
    },
  );
  const toRow = rowsOf(view, request);
  const byReview = waitingOf(view, selected, waiting);
  return {
    stuckAfter: request.freshness.stuckAfterDays,
    phases: phasesOf(selected, request),
    gates: gatesOf(byReview, now),
    items: rows.map(hit => {
      const since = sinceOf(hit);
      return {
        ...toRow(hit),
        days: since === null ? null : daysBetween(since, now),
        waiting: (byReview.get(idOf(hit)) ?? []).map(one => ({
          gate: one.gate,
          since: one.since,
        })),
      };
    }),
    totalItems: countOf(selected),
    pageInfo,
  };
}

/** Since when a scorecard is in its current phase, in milliseconds. */
function sinceOf({ table, entry }: Hit): number | null {
  const phase = table.currentPhase[entry];
  const since =
    phase < 0 ? NaN : table.openSince[entry * table.phases.length + phase];
  return Number.isNaN(since) ? null : since;
}

function orderOf(view: OrgView, request: OrgTimelineRequest): ListOrder<Hit> {
  const { sort } = request;
  const descending = sort.startsWith('-');
  return sort.replace('-', '') === 'since'
    ? {
        type: 'real',
        nullable: true,
        valueOf: sinceOf,
        idOf: idOfHit(view),
        descending,
      }
    : orderBy(view, request);
}

/** Sums of one phase. */
class PhaseSums {
  here = 0;
  late = 0;
  stuck = 0;
  longest = 0;
  readonly days = new Mean();
  readonly ages = [...AGES, Infinity].map(() => 0);

  /** @param stuckAfter - in days */
  constructor(private readonly stuckAfter: number) {}

  add(lasted: number): void {
    const days = daysBetween(0, lasted);
    this.days.add(days);
    this.longest = Math.max(this.longest, days);
    this.stuck += days > this.stuckAfter ? 1 : 0;
    const age = AGES.findIndex(end => days <= end);
    this.ages[age < 0 ? AGES.length : age] += 1;
  }
}

function phasesOf(
  selected: readonly Selected[],
  scope: OrgScope,
): OrgTimeline['phases'] {
  const instant = instantOf(scope);
  const { stuckAfterDays } = scope.freshness;
  const at = Date.parse(instant);
  const today = dayNumber(instant);
  const sums = new Map(
    columnsOf(lensesInUse(selected), 'phase').map(({ id }) => [
      id,
      new PhaseSums(stuckAfterDays),
    ]),
  );
  for (const { table, entries } of selected) {
    const phases = table.phases.map(
      id => sums.get(id) ?? new PhaseSums(stuckAfterDays),
    );
    for (const entry of entries) {
      addEntry(table, entry, phases, { at, today });
    }
  }
  return [...sums].map(([id, phase]) => ({
    id,
    here: phase.here,
    open: phase.days.count,
    ages: phase.ages,
    meanDays: phase.days.rounded,
    longestDays: phase.days.count === 0 ? null : phase.longest,
    stuck: phase.stuck,
    late: phase.late,
  }));
}

function addEntry(
  table: FigureTable,
  entry: number,
  phases: readonly PhaseSums[],
  { at, today }: { at: number; today: number },
): void {
  phases.forEach((phase, place) => {
    phase.here += table.currentPhase[entry] === place ? 1 : 0;
    phase.late += table.isLate(entry, place, today) ? 1 : 0;
    const since = table.openSince[entry * phases.length + place];
    // Not a number where nobody works on the phase.
    if (since <= at) {
      phase.add(at - since);
    }
  });
}

/** What waits of the reviews of a scope, longest first. */
function waitingOf(
  { workloads }: OrgView,
  selected: readonly Selected[],
  waiting: readonly WaitingGate[],
): Map<string, WaitingGate[]> {
  const wanted = new Set(waiting.map(({ reviewId }) => reviewId));
  if (wanted.size === 0) {
    return new Map();
  }
  const inScope = new Set<string>();
  for (const { table, entry } of hitsOf(selected)) {
    const facts = workloads.facts(table.workload[entry])!;
    const id = reviewIdOf(facts.workloadId, table.lens.id);
    if (wanted.has(id)) {
      inScope.add(id);
    }
  }
  return Map.groupBy(
    waiting.filter(({ reviewId }) => inScope.has(reviewId)),
    ({ reviewId }) => reviewId,
  );
}

function gatesOf(
  waiting: ReadonlyMap<string, readonly WaitingGate[]>,
  now: number,
): OrgTimeline['gates'] {
  const gates = new Map<string, { waiting: number; longestDays: number }>();
  for (const { gate, since } of [...waiting.values()].flat()) {
    const known = gates.get(gate) ?? { waiting: 0, longestDays: 0 };
    gates.set(gate, {
      waiting: known.waiting + 1,
      longestDays: Math.max(
        known.longestDays,
        daysBetween(Date.parse(since), now),
      ),
    });
  }
  return [...gates]
    .map(([gate, figures]) => ({ gate, ...figures }))
    .sort((a, b) => b.waiting - a.waiting || (a.gate < b.gate ? -1 : 1));
}

function daysBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / DAY_MS));
}
