// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import type { Iteration, PhaseState } from '../model';

/**
 * How far a phase is from its plan, in whole days (UTC): above 0 for later, 0
 * for on the day, below for earlier. Null where nothing was planned, or where
 * the day is not over and nothing has happened.
 *
 * @public
 */
export interface PhaseSlip {
  start: number | null;
  end: number | null;
}

/**
 * What became of the plan of a phase: its first iteration against the planned
 * start, its completion against the target. What has not happened slips from day
 * to day once its own is over.
 *
 * @param at - the instant it is asked of, RFC 3339
 * @public
 */
export function slipOf(
  state: Pick<
    PhaseState,
    'iterations' | 'plannedStart' | 'status' | 'targetDate'
  >,
  at: string,
): PhaseSlip {
  const { iterations, plannedStart, status, targetDate } = state;
  const completion =
    status === 'COMPLETE'
      ? iterations.findLast(({ completedAt }) => completedAt !== null)
      : undefined;
  return {
    start: slip(plannedStart, iterations.at(0)?.startedAt, at),
    // Complete by a new version of the lens, nobody knows since when.
    end:
      status === 'COMPLETE' && !completion
        ? null
        : slip(targetDate, completion?.completedAt, at),
  };
}

/**
 * What an iteration has cost, in whole days; one that has not ended, up to an
 * instant.
 *
 * @public
 */
export function iterationDays(
  { startedAt, endedAt }: Pick<Iteration, 'endedAt' | 'startedAt'>,
  at: string,
): number {
  const lasted = DateTime.fromISO(endedAt ?? at)
    .diff(DateTime.fromISO(startedAt))
    .as('days');
  return Math.max(0, Math.floor(lasted));
}

function slip(
  planned: string | null,
  happened: string | null | undefined,
  at: string,
): number | null {
  if (planned === null) {
    return null;
  }
  const days = dayOf(happened ?? at)
    .diff(dayOf(planned))
    .as('days');
  return happened || days > 0 ? days : null;
}

function dayOf(iso: string): DateTime {
  return DateTime.fromISO(iso, { zone: 'utc' }).startOf('day');
}
