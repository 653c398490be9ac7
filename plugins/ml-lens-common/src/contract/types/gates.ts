// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { RiskCounts } from '@ml-lens/lens-model';
import type { GateRequirement, LensGate } from '@ml-lens/lens-model/gates';

/**
 * A request to let the work go on.
 * @public
 */
export interface GateRequest {
  /** From 1, for each gate of a review. */
  number: number;
  status: 'OPEN' | 'GO' | 'GO_WITH_CONDITIONS' | 'NO_GO' | 'WITHDRAWN';
  comment: string;
  requestedAt: string;
  requestedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  decisionComment: string | null;
  /** What is to be done after all, and until when: items of the plan. */
  conditions: {
    questionId: string;
    choiceId: string;
    /** A day, not before the decision. */
    dueDate: string;
    note?: string;
  }[];
  /**
   * What the decision rests on, as it was then and stays for ever; null until
   * it is decided.
   */
  basis: {
    /** The last event of the review before it. */
    seq: number;
    at: string;
    lensVersion: string;
    /** The gate as it was. */
    gate: LensGate;
    requirements: GateRequirement[];
    score: number | null;
    readiness: number | null;
    coverage: number;
    currentPhase: string | null;
    counts: RiskCounts;
    waivers: { id: string; questionId: string; expiresAt: string }[];
    evidence: {
      id: string;
      questionId: string;
      choiceId: string | null;
      title: string;
      verdict: string;
      observedAt: string;
      stale: boolean;
      contradictsAnswer: boolean;
    }[];
  } | null;
}

/**
 * A gate of a review, as it stands.
 * @public
 */
export interface GateState {
  gate: LensGate;
  /** Of the latest request; null where nobody has asked yet. */
  status: GateRequest['status'] | null;
  /** Whether all it asks for is so. */
  met: boolean;
  requirements: GateRequirement[];
  /** Newest first. */
  requests: GateRequest[];
}
