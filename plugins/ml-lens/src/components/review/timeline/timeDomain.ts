// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { LensPhase, Milestone, PhaseState } from '@ml-lens/lens-model';
import { DateTime } from 'luxon';

/** A version, an approval or an alarm of a model. */
export interface ModelEvent {
  model: string;
  kind: NonNullable<WorkloadModel['changes']>[number]['kind'];
  /** RFC 3339 */
  at: string;
  /** The version, or the approval. */
  text: string | null;
}

/** What the picture is drawn from; all of it is in a review and its lens. */
export interface TimelineInput {
  phases: readonly Pick<LensPhase, 'id' | 'name' | 'crispDm'>[];
  states: readonly PhaseState[];
  milestones: readonly Milestone[];
  /** What became of the models of the workload. */
  models: readonly ModelEvent[];
  /** The instant the review speaks of, RFC 3339. */
  at: string;
}

/** How much of the past is shown. */
export type TimelineRange = 'all' | 'year' | 'quarter';

const MONTHS = { year: 12, quarter: 3 } as const;
/** Room left of the first and right of the last thing, as a share of the span. */
const PADDING = 0.03;

type DomainInput = Pick<TimelineInput, 'states' | 'milestones' | 'at'>;

function firstEvent({ states, milestones }: DomainInput) {
  const instants = [
    ...states.flatMap(({ plannedStart }) => plannedStart ?? []),
    ...states.flatMap(state =>
      state.iterations.map(iteration => iteration.startedAt),
    ),
    ...milestones.map(milestone => milestone.recordedAt),
  ].map(iso => DateTime.fromISO(iso, { zone: 'utc' }).toLocal());
  return instants.length > 0 ? DateTime.min(...instants) : undefined;
}

/**
 * From the first event (or three months before `at`) to `at` or the last
 * target, whichever is later, with a little room on both sides. A shorter range
 * looks ahead no further than a third of what it looks back.
 */
export function timeDomain(
  input: DomainInput,
  range: TimelineRange,
): [Date, Date] {
  const at = DateTime.fromISO(input.at);
  const targets = input.states.flatMap(({ plannedStart, targetDate }) =>
    [plannedStart, targetDate].flatMap(day =>
      day ? [DateTime.fromISO(day, { zone: 'utc' })] : [],
    ),
  );
  let from = DateTime.min(
    firstEvent(input) ?? at.minus({ months: 3 }),
    at.minus({ weeks: 4 }),
  );
  let to = DateTime.max(at, ...targets.map(target => target.endOf('day')));
  if (range !== 'all') {
    const months = MONTHS[range];
    from = DateTime.max(from, at.minus({ months }));
    to = DateTime.min(to, at.plus({ months: months / 3 }));
  }
  const padding = (to.toMillis() - from.toMillis()) * PADDING;
  return [
    from.minus({ milliseconds: padding }).toJSDate(),
    to.plus({ milliseconds: padding }).toJSDate(),
  ];
}

/** Ranges that show less than everything, for a history long enough. */
export function rangesFor(input: DomainInput): TimelineRange[] {
  const first = firstEvent(input);
  const at = DateTime.fromISO(input.at);
  if (!first || first > at.minus({ months: 4 })) return ['all'];
  return first > at.minus({ months: 13 })
    ? ['all', 'quarter']
    : ['all', 'year', 'quarter'];
}

/** A history of many years opens at its last one. */
export function defaultRange(input: DomainInput): TimelineRange {
  const first = firstEvent(input);
  const longAgo = DateTime.fromISO(input.at).minus({ months: 24 });
  return first && first < longAgo ? 'year' : 'all';
}
