// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import type { TimelineLane, TimelineLoop } from './timelinePicture';

/** How long after an evaluation ended a new iteration still counts as its effect. */
const LOOP_WITHIN_DAYS = 21;

/**
 * CRISP-DM's loops: an iteration after the first, of a phase before evaluation,
 * that began while an evaluation was running or soon after it ended. One that
 * somebody began by hand says itself why, and is none.
 */
export function loopsOf(
  lanes: TimelineLane[],
  x: (date: Date) => number,
): TimelineLoop[] {
  const evaluation = lanes.findIndex(lane =>
    lane.phase.crispDm?.some(name => name.toLowerCase() === 'evaluation'),
  );
  if (evaluation < 0) return [];
  return lanes.slice(0, evaluation).flatMap(lane =>
    lane.bars.flatMap((bar): TimelineLoop[] => {
      const { number, reason } = bar.iteration;
      if (number < 2 || reason || bar.clipped) return [];
      const started = DateTime.fromISO(bar.iteration.startedAt);
      const cause = lanes[evaluation].bars.findLast(
        ({ iteration }) =>
          DateTime.fromISO(iteration.startedAt) <= started &&
          (iteration.endedAt === null ||
            DateTime.fromISO(iteration.endedAt).plus({
              days: LOOP_WITHIN_DAYS,
            }) >= started),
      );
      if (!cause) return [];
      const ended = cause.iteration.endedAt
        ? DateTime.fromISO(cause.iteration.endedAt)
        : started;
      return [
        {
          id: bar.id,
          from: {
            phaseId: cause.phaseId,
            x: x(DateTime.min(ended, started).toJSDate()),
            y: cause.y,
          },
          to: {
            phaseId: lane.phase.id,
            iteration: number,
            x: bar.x,
            y: bar.y + bar.height,
          },
        },
      ];
    }),
  );
}
