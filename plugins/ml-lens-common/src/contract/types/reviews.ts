// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Answer,
  Milestone,
  PhaseState,
  Reason,
  ReviewChanges,
  Scorecard,
} from '@ml-lens/lens-model';
import type { ConfirmReason } from '@ml-lens/lens-model/confirm';
import type { LensDefinition } from './lenses';
import type {
  AnnotationProblem,
  Workload,
  WorkloadDetails,
  WorkloadModel,
} from './workloads';

/**
 * One workload assessed with one lens version.
 * @public
 */
export interface Review {
  workload: Workload;
  lens: { id: string; version: string; name: string };
  /** The instant it speaks of. */
  at: string;
  /** By question id. */
  answers: Record<string, Answer>;
  scorecard: Scorecard;
  phases: PhaseState[];
  milestones: Milestone[];
  /** Answers in doubt at the instant, with every reason, longest first. */
  toConfirm: {
    questionId: string;
    /** Why somebody has to say that the answer is still true. */
    reason: ConfirmReason;
    since: string;
    /** What it was, in words; null where the reason says it all. */
    detail: string | null;
  }[];
}

/**
 * Everything the tab of a catalog entity shows.
 * @public
 */
export interface EntityReview {
  /** Null when the entity's annotation cannot be used; see `problems`. */
  workload: WorkloadDetails | null;
  /** Null when no lens of the workload is published. */
  review: Review | null;
  lens: LensDefinition | null;
  /**
   * The latest published version of the lens where it is newer than the
   * review's; reviews are never moved unasked. Major: reviewers must look
   * again.
   */
  upgradeTo: { version: string; isMajor: boolean } | null;
  /** Waivers asked for or in force at the instant; newest first. */
  waivers: Waiver[];
  /** Proposals that wait for somebody to decide on them. */
  openProposals: number;
  /** Models of the workload as they are now; empty where it names none. */
  models: WorkloadModel[];
  /** When the review is to be looked at again; null before its first answer. */
  dueAt: string | null;
  /**
   * What signals on the channel `REVIEW_SIGNALS` call this review; means
   * nothing to anybody who cannot read it.
   */
  liveTopic: string | null;
  problems: AnnotationProblem[];
  /** What the caller may do with the workload. */
  may: {
    update: boolean;
    approve: boolean;
    /** Decide who belongs to the workload. */
    links: boolean;
  };
}

/**
 * A phase that was entered, and what became due with it.
 * @public
 */
export interface PhaseEntry {
  phase: string;
  /** Questions with their practices that became due, in the lens's order. */
  due: { questionId: string; choiceIds: string[] }[];
}

/**
 * A new answer and the revision it follows.
 * @public
 */
export interface PutAnswerBody {
  /** The revision the writer saw; 0 for a question not answered yet. */
  revision: number;
  selectedChoices: string[];
  /** Left out: none. */
  notApplicableChoices?: { choiceId: string; reason: Reason; notes?: string }[];
  /** Left out or null: the question applies. */
  notApplicable?: { reason: Reason; notes?: string } | null;
  /** Left out: the notes stay as they are. */
  notes?: string;
  /** Left out: the evidence stays as it is. */
  evidence?: Answer['evidence'];
}

/**
 * A risk accepted for a while. It changes neither risk nor score.
 * @public
 */
export interface Waiver {
  id: string;
  questionId: string;
  status: 'REQUESTED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'EXPIRED';
  reason: string;
  expiresAt: string;
  requestedAt: string;
  requestedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  decisionNote: string | null;
  endedAt: string | null;
}

/**
 * What changed in a review between two points.
 * @public
 */
export interface ReviewDiff
  extends ReviewChanges,
    Record<
      'from' | 'to',
      Pick<Scorecard, 'score' | 'coverage' | 'level' | 'counts'> & {
        at: string;
        lensVersion: string;
        milestone: { id: string; name: string } | null;
      }
    > {
  /** What was decided at gates in between, oldest first. */
  gates: {
    gate: string;
    /** As the gate was called then; its id where nobody knows. */
    name: string;
    number: number;
    decision: 'GO' | 'GO_WITH_CONDITIONS' | 'NO_GO';
    decidedAt: string;
    decidedBy: string;
  }[];
}

/**
 * Score of a review at an instant.
 * @public
 */
export interface ScorePoint {
  at: string;
  /** The event that led to it. */
  seq: number;
  score: number | null;
  coverage: number;
  level: string;
}

/**
 * What an upgrade does to a review.
 * @public
 */
export interface UpgradePreview {
  from: { lens: string; version: string };
  to: { lens: string; version: string };
  /** Answers kept as they are. */
  kept: string[];
  /** Answers kept less the choices that are gone. */
  reduced: { questionId: string; droppedChoices: string[] }[];
  /** Questions new in the target. */
  added: string[];
  /** Answers whose question is gone; they stay in the history. */
  dropped: string[];
  /** Across lenses: target choices suggested by the mapping, with their sources. */
  mapped: {
    questionId: string;
    choiceId: string;
    from: string[];
    confidence: 'same' | 'partial';
    note?: string;
  }[];
  before: Scorecard;
  after: Scorecard;
}

/**
 * What became of one workload of an upgrade of many.
 * @public
 */
export interface UpgradeLine {
  workloadId: string;
  ok: boolean;
  /** Where it is not ok: nothing was changed. */
  error?: { name: string; message: string };
  before?: Pick<Scorecard, 'score' | 'coverage' | 'level'> & {
    lens: string;
    version: string;
  };
  after?: Pick<Scorecard, 'score' | 'coverage' | 'level'> & {
    lens: string;
    version: string;
  };
}

/**
 * A review that an upgrade of many would move, and what that would do to it.
 * @public
 */
export interface UpgradeCandidate {
  workloadId: string;
  title: string;
  /** Null where the caller may not read it. */
  entityRef: string | null;
  owner: string | null;
  /** Whether the caller may move it. */
  may: boolean;
  before: NonNullable<UpgradeLine['before']>;
  /** Null where it cannot be moved; `problem` says why. */
  after: NonNullable<UpgradeLine['after']> | null;
  problem: NonNullable<UpgradeLine['error']> | null;
  /** Questions to be looked at after the move: new, reduced or mapped in part. */
  toCheck: string[];
  /** Answers that do not come along; they stay in the history. */
  dropped: string[];
}
