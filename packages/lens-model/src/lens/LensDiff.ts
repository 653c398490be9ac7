// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What an import, publish or upgrade changes between two versions of a lens.
 * @public
 */
export interface LensDiff {
  from: string;
  to: string;
  /** Whether reviewers must look again: something was added, removed or judged differently. */
  major: boolean;
  changes: {
    kind: 'ADDED' | 'REMOVED' | 'REWORDED' | 'MOVED' | 'RULES_CHANGED';
    target: 'lens' | 'pillar' | 'phase' | 'question' | 'choice';
    pillarId?: string;
    questionId?: string;
    choiceId?: string;
    /** Title (or name) after the change, or before it for a removal. */
    title: string;
    before?: string;
    after?: string;
  }[];
}
