// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Iteration, PhaseStatus } from '../model';

/** Who did what when: the part of an event an iteration remembers. */
interface Moment {
  at: string;
  by: string;
}

/** A phase before and after an event. */
export interface PhaseChange {
  before: PhaseStatus;
  after: PhaseStatus;
  /** Whether an answer says something else, beyond notes and evidence. */
  saysMore: boolean;
  /** Whether all of its answers were given or confirmed since an instant. */
  isConfirmedSince: (instant: string) => boolean;
}

/**
 * What an answer, or the word that one is still true, does to the iterations of
 * its phase. It opens one when none is open and either none exists or the phase
 * is not complete any more, and completes the open one when it leaves the phase
 * complete. A note alone opens none.
 */
export function afterAnswer(
  iterations: readonly Iteration[],
  change: PhaseChange,
  moment: Moment,
): readonly Iteration[] {
  const { after, saysMore } = change;
  const begins = iterations.length === 0 ? 'NOT_STARTED' : 'COMPLETE';
  const opens = !openOf(iterations) && saysMore && after !== begins;
  const next = opens ? [...iterations, open(iterations, moment)] : iterations;
  return completed(next, change, moment);
}

/**
 * What a new lens version does to the iterations of a phase: it opens none, and
 * completes the open one only when the version itself makes the phase complete.
 */
export function afterUpgrade(
  iterations: readonly Iteration[],
  change: PhaseChange,
  moment: Moment,
): readonly Iteration[] {
  return change.before === 'COMPLETE'
    ? replaceOpen(iterations, { status: inWork(change.after) })
    : completed(iterations, change, moment);
}

/**
 * Starts an iteration by hand: an open one ends there with the status it has.
 * In a complete phase it is in progress until its answers are confirmed.
 */
export function startByHand(
  iterations: readonly Iteration[],
  status: PhaseStatus,
  reason: string,
  moment: Moment,
): readonly Iteration[] {
  return [
    ...replaceOpen(iterations, end(moment)),
    {
      ...open(iterations, moment),
      status: inWork(status),
      reason,
      ...(status === 'COMPLETE' && { confirms: true }),
    },
  ];
}

/** The iteration that has not ended. */
export function openOf(
  iterations: readonly Iteration[],
): Iteration | undefined {
  const last = iterations.at(-1);
  return last?.endedAt === null ? last : undefined;
}

function completed(
  iterations: readonly Iteration[],
  { after, isConfirmedSince }: PhaseChange,
  moment: Moment,
): readonly Iteration[] {
  const last = openOf(iterations);
  const isDone =
    after === 'COMPLETE' &&
    (!last?.confirms || isConfirmedSince(last.startedAt));
  return replaceOpen(
    iterations,
    isDone
      ? { ...end(moment), completedAt: moment.at, status: 'COMPLETE' }
      : { status: inWork(after) },
  );
}

function open(iterations: readonly Iteration[], { at, by }: Moment): Iteration {
  return {
    number: iterations.length + 1,
    startedAt: at,
    startedBy: by,
    completedAt: null,
    endedAt: null,
    status: 'IN_PROGRESS',
  };
}

function end({ at }: Moment): Partial<Iteration> {
  return { endedAt: at };
}

function replaceOpen(
  iterations: readonly Iteration[],
  change: Partial<Iteration>,
): readonly Iteration[] {
  const last = openOf(iterations);
  return last
    ? [...iterations.slice(0, -1), { ...last, ...change }]
    : iterations;
}

/** Somebody has begun and is not done, so a bar says neither. */
function inWork(status: PhaseStatus): PhaseStatus {
  return status === 'AT_RISK' ? status : 'IN_PROGRESS';
}
