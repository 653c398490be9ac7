// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PracticeRiskLevel, Risk } from '@ml-lens/lens-model';

/**
 * A practice to put in place, and the plan for it.
 * @public
 */
export interface Improvement {
  questionId: string;
  choiceId: string;
  risk: Risk;
  /** The risk of not having the practice, as the lens names it. */
  riskLevel: PracticeRiskLevel | null;
  /** Score of the review if only this practice were added; null as for scores. */
  scoreIfDone: number | null;
  /** Points of the score that doing it, with what it needs, brings per practice. */
  gain: number;
  /** Points of the score that it brings on its own. */
  gainAlone: number;
  /** Practices that must be done together before the risk falls. */
  together: string[];
  revision: number;
  status:
    | 'NOT_STARTED'
    | 'IN_PROGRESS'
    | 'COMPLETE'
    | 'RISK_ACKNOWLEDGED'
    | 'NOT_APPLICABLE';
  /** Entity ref of a user or group of the catalog. */
  assignee: string | null;
  dueDate: string | null;
  link: string | null;
  /**
   * True where the work is reported done but the answer does not say so yet:
   * until the answer selects the practice, the risk stays.
   */
  needsAnswer: boolean;
  updatedAt: string | null;
  updatedBy: string | null;
}

/**
 * What is planned for a practice of a workload, beside others of the
 * organisation.
 * @public
 */
export interface PlanItem
  extends Pick<
    Improvement,
    | 'questionId'
    | 'choiceId'
    | 'revision'
    | 'status'
    | 'assignee'
    | 'dueDate'
    | 'link'
  > {
  workloadId: string;
  /** Title of the workload. */
  title: string;
  /** Null where the caller may not read it. */
  entityRef: string | null;
  owner: string | null;
  lens: { id: string; version: string };
  /** Its day is over (UTC), and the work is not. */
  late: boolean;
  /** The answer says that the practice is in place, or that it does not apply. */
  inPlace: boolean;
  /** Whether the caller may change it. */
  may: boolean;
  updatedAt: string;
  updatedBy: string;
}

/**
 * Which practice of which workload.
 * @public
 */
export interface PracticeRef {
  workloadId: string;
  lens: string;
  questionId: string;
  choiceId: string;
}

/**
 * What a piece of evidence can say of a choice.
 * @public
 */
export const VERDICTS = ['SUPPORTS', 'CONTRADICTS', 'INFO'] as const;
/**
 * One of {@link VERDICTS}.
 * @public
 */
export type Verdict = (typeof VERDICTS)[number];

/**
 * Evidence that machines give; what people give is part of the answer.
 * @public
 */
export interface ReportedEvidence {
  id: string;
  questionId: string;
  choiceId: string | null;
  source: 'CI' | 'AUTOMATIC';
  /** Who says so: provider id or the service that posted it. */
  provider: string;
  verdict: Verdict;
  title: string;
  url: string | null;
  note: string | null;
  observedAt: string;
  expiresAt: string | null;
  /** Past its expiry. */
  stale: boolean;
  /** The answer says otherwise than this (not stale) evidence. */
  contradictsAnswer: boolean;
  /** It supports a choice the answer does not select. */
  suggestsChoice: boolean;
}

/**
 * Something that waits for the caller.
 * @public
 */
export interface InboxItem {
  /** The same for as long as it waits. */
  id: string;
  kind:
    | 'WAIVER_TO_DECIDE'
    | 'WAIVER_DECIDED'
    | 'WAIVER_ENDING'
    | 'ASSIGNED'
    | 'REVIEW_DUE'
    | 'CONFIRM'
    | 'PHASE_LATE'
    | 'PHASE_DUE'
    | 'TARGET_BEHIND'
    | 'LINK_PENDING'
    | 'UPGRADE_AVAILABLE'
    | 'PROPOSALS'
    | 'CONTRADICTION'
    | 'GATE_TO_DECIDE';
  workloadId: string;
  /** Title of the workload. */
  title: string;
  lens?: string;
  questionId?: string;
  /** Until when; days end with their last instant (UTC). */
  dueAt: string | null;
  since: string | null;
  /**
   * What it is about, by kind: what was said of a waiver, the id of the
   * practice or of the phase, the name of the target, the version of the lens,
   * the ref of the entity, how many proposals there are; else empty.
   */
  reason: string;
  /** Where it is dealt with, in the portal. */
  path: string;
}
