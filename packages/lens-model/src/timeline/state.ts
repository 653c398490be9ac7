// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState, Iteration, ReviewEvent } from '../model';

/**
 * A question's current answer within a {@link ReviewState}.
 * @public
 */
export interface AnswerRecord {
  revision: number;
  state: AnswerState;
  updatedAt: string;
  updatedBy: string;
  /** The proposal it rests on; left out for none. */
  proposal?: ReviewEvent['proposal'];
  /** Who last said that it is still true, since it was given. */
  confirmed?: { at: string; by: string };
}

/**
 * Everything that follows from a review's events up to one of them. Never
 * changed in place: {@link applyEvent} gives a new one.
 *
 * @public
 */
export interface ReviewState {
  lensVersion: string;
  /** By question id; questions nobody answered are left out. */
  answers: ReadonlyMap<string, AnswerRecord>;
  /** By phase id; phases nobody worked on are left out. */
  phases: ReadonlyMap<string, { iterations: readonly Iteration[] }>;
  /** Target day (`2026-12-15`) by phase id. */
  targets: ReadonlyMap<string, string>;
  /** Day (`2026-11-15`) on which a phase is to begin, by phase id. */
  plannedStarts: ReadonlyMap<string, string>;
  /** The phase somebody said the review is in; null for what follows from it. */
  phaseSet: { phase: string; at: string; by: string } | null;
  /** `seq` of the last event; 0 before the first. */
  lastSeq: number;
  lastAt: string | null;
  /**
   * When people or an import last answered; null before the first answer.
   * Moving a review to another lens version is no fresh look at its answers.
   */
  answeredAt: string | null;
  /** `seq` of the last upgrade that dropped an answer; 0 before the first. */
  lastDropSeq: number;
}

/**
 * A review before its first event.
 * @public
 */
export function initialReviewState(lensVersion: string): ReviewState {
  return {
    lensVersion,
    answers: new Map(),
    phases: new Map(),
    targets: new Map(),
    plannedStarts: new Map(),
    phaseSet: null,
    lastSeq: 0,
    lastAt: null,
    answeredAt: null,
    lastDropSeq: 0,
  };
}
