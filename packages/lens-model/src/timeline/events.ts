// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState, ReviewEvent } from '../model';

/** `after` of an upgrade: only the answers it changed (or dropped: null). */
export interface LensUpgrade {
  lensVersion: string;
  answers: Record<string, AnswerState | null>;
}

/** An event with the payload of its type. */
export type TypedReviewEvent = ReviewEvent &
  (
    | { type: 'ANSWERED'; questionId: string; after: AnswerState | null }
    | { type: 'ITERATION_STARTED'; phaseId: string; after: { reason: string } }
    | {
        type: 'TARGET_SET';
        phaseId: string;
        after: {
          targetDate: string | null;
          /** Left out: as it was. */
          plannedStart?: string | null;
        };
      }
    | {
        type: 'MILESTONE_RECORDED';
        after: { id: string; name: string; note: string };
      }
    | { type: 'LENS_UPGRADED'; after: LensUpgrade }
    | { type: 'PHASE_SET'; after: { phase: string | null } }
    | { type: 'CONFIRMED'; questionId: string; after: AnswerState }
    | { type: 'MODEL_VERSION_REPORTED' | 'PRACTICES_COUNTED'; after: object }
    | { type: 'GATE_REQUESTED' | 'GATE_DECIDED'; after: object }
  );

/**
 * Gives an event's payload its type. Events are checked when they are written
 * and never change afterwards, so a replay of millions of them does not check
 * them again; what cannot be an event at all is refused.
 */
export function typedEvent(event: ReviewEvent): TypedReviewEvent {
  const { type, seq } = event;
  if (
    (type === 'ANSWERED' || type === 'CONFIRMED') &&
    event.questionId === null
  ) {
    throw new TypeError(`Event ${seq} (${type}) names no question`);
  }
  if (
    (type === 'ITERATION_STARTED' || type === 'TARGET_SET') &&
    event.phaseId === null
  ) {
    throw new TypeError(`Event ${seq} (${type}) names no phase`);
  }
  if (type !== 'ANSWERED' && !event.after) {
    throw new TypeError(`Event ${seq} (${type}) says nothing`);
  }
  return event as TypedReviewEvent;
}
