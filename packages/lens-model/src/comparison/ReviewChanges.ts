// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState, Risk } from '../model';

/**
 * What changed in a review between two points.
 * @public
 */
export interface ReviewChanges {
  /** Only questions that differ, in lens order; dropped ones last. */
  questions: ({
    questionId: string;
    title: string;
    pillar: string;
    phase: string | null;
    kind: 'ANSWERED' | 'CHANGED' | 'CLEARED' | 'ADDED' | 'REMOVED';
    /** Choices that were added, and those that were taken back. */
    selected: string[];
    deselected: string[];
  } & Record<
    /** Null where the lens had no such question then. */
    'before' | 'after',
    {
      risk: Risk;
      /** Null where it was not answered. */
      state: AnswerState | null;
      updatedAt: string | null;
      updatedBy: string | null;
      /** The proposal the answer rested on; left out for none. */
      proposal?: { id: string; agent: string };
    } | null
  >)[];
  /** Scores of pillars and of phases at both points. */
  pillars: { id: string; before: number | null; after: number | null }[];
  phases: { id: string; before: number | null; after: number | null }[];
}
