// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Milestone } from '@ml-lens/lens-model';
import { DateTime } from 'luxon';

export const NOW = 'now';
/** Choices of the select that are no points by themselves. */
export const START = 'start';
export const DAY = 'day';

/** What the select shows for a point of the URL. */
export type PointChoice = string | undefined;

/** The instant before the first answer; undefined without one. */
export function startOf(points: readonly { at: string }[]): string | undefined {
  const [first] = points;
  return first
    ? DateTime.fromISO(first.at).minus({ seconds: 1 }).toUTC().toISO() ??
        undefined
    : undefined;
}

/**
 * Which entry of the select a point of the URL is: a milestone's id, `now`,
 * the start, or a day; undefined where nothing is chosen, or nothing that is
 * known.
 */
export function choiceOf(
  point: string | undefined,
  milestones: readonly Pick<Milestone, 'id'>[],
  start: string | undefined,
): PointChoice {
  if (!point) return undefined;
  if (point === NOW || milestones.some(({ id }) => id === point)) return point;
  if (point === start) return START;
  return DateTime.fromISO(point).isValid ? DAY : undefined;
}

/** A day to begin with when one is to be chosen: a month ago. */
export function monthAgo(now: DateTime = DateTime.now()): string {
  return now.minus({ months: 1 }).endOf('day').toUTC().toISO() ?? NOW;
}
