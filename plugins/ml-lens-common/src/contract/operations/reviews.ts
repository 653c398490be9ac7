// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateRequest, GateState } from '../types/gates';
import type { Page } from '../types/pages';
import type {
  PhaseEntry,
  PutAnswerBody,
  Review,
  ReviewDiff,
  ScorePoint,
  UpgradeCandidate,
  UpgradeLine,
  UpgradePreview,
  Waiver,
} from '../types/reviews';
import type { Improvement, ReportedEvidence, Verdict } from '../types/work';
import type {
  Answer,
  Milestone,
  PhaseState,
  ReviewEvent,
  Scorecard,
} from '@ml-lens/lens-model';

/**
 * Reviews of workloads, and everything kept with one.
 * @public
 */
export interface ReviewOperations {
  getReview: {
    path: '/workloads/{workloadId}/reviews/{lensId}';
    query?: { at?: string };
    response: Review;
  };
  putAnswer: {
    path: '/workloads/{workloadId}/reviews/{lensId}/answers/{questionId}';
    body: PutAnswerBody;
    response: {
      answer: Answer;
      scorecard: Scorecard;
      phases: PhaseState[];
      /** Where the answer moved the review to a later phase. */
      entered?: PhaseEntry;
    };
  };
  confirmAnswer: {
    path: '/workloads/{workloadId}/reviews/{lensId}/answers/{questionId}/confirm';
    body: { revision: number; notes?: string };
    response: { answer: Answer; scorecard: Scorecard };
  };
  listHistory: {
    path: '/workloads/{workloadId}/reviews/{lensId}/history';
    query?: { question?: string; cursor?: string; limit?: number };
    defaults: 'limit';
    response: Page<ReviewEvent>;
  };
  startIteration: {
    path: '/workloads/{workloadId}/reviews/{lensId}/phases/{phaseId}/iterations';
    body: { reason: string };
    response: { phases: PhaseState[] };
  };
  putPhaseTarget: {
    path: '/workloads/{workloadId}/reviews/{lensId}/phases/{phaseId}/target';
    body: {
      targetDate: string | null;
      /** Left out: as it was. */
      plannedStart?: string | null;
    };
    response: { phases: PhaseState[] };
  };
  putReviewPhase: {
    path: '/workloads/{workloadId}/reviews/{lensId}/phase';
    /** Null: the furthest phase that has begun. */
    body: { phase: string | null };
    response: {
      currentPhase: string | null;
      scorecard: Scorecard;
      entered?: PhaseEntry;
    };
  };
  listMilestones: {
    path: '/workloads/{workloadId}/reviews/{lensId}/milestones';
    response: { items: Milestone[] };
  };
  recordMilestone: {
    path: '/workloads/{workloadId}/reviews/{lensId}/milestones';
    body: { name: string; note?: string };
    defaults: 'note';
    response: Milestone;
  };
  getReviewDiff: {
    path: '/workloads/{workloadId}/reviews/{lensId}/diff';
    /** Each the id of a milestone, an instant, or `now`. */
    query: { from: string; to?: string };
    defaults: 'to';
    response: ReviewDiff;
  };
  getScoreHistory: {
    path: '/workloads/{workloadId}/reviews/{lensId}/score-history';
    response: {
      points: ScorePoint[];
      milestones: Milestone[];
      upgrades: { at: string; from: string; to: string }[];
    };
  };
  listImprovements: {
    path: '/workloads/{workloadId}/reviews/{lensId}/improvements';
    response: { score: number | null; items: Improvement[] };
  };
  putImprovement: {
    path: '/workloads/{workloadId}/reviews/{lensId}/improvements/{questionId}/{choiceId}';
    body: Pick<
      Improvement,
      'revision' | 'status' | 'assignee' | 'dueDate' | 'link'
    >;
    response: Improvement;
  };
  listWaivers: {
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers';
    response: { items: Waiver[] };
  };
  requestWaiver: {
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers';
    body: Pick<Waiver, 'questionId' | 'reason' | 'expiresAt'>;
    response: Waiver;
  };
  decideWaiver: {
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers/{waiverId}/decision';
    body: { decision: 'APPROVE' | 'REJECT'; note?: string };
    response: Waiver;
  };
  withdrawWaiver: {
    path: '/workloads/{workloadId}/reviews/{lensId}/waivers/{waiverId}/withdraw';
    response: Waiver;
  };
  listGates: {
    path: '/workloads/{workloadId}/reviews/{lensId}/gates';
    query?: { at?: string };
    response: {
      items: GateState[];
      /** Id of the gate the review comes to next; null where all are passed. */
      next: string | null;
      /** The instant it speaks of. */
      at: string;
      /** What the caller may do. */
      may: { request: boolean; decide: boolean };
    };
  };
  requestGate: {
    path: '/workloads/{workloadId}/reviews/{lensId}/gates/{gateId}/requests';
    body: { comment?: string };
    response: GateRequest;
  };
  decideGate: {
    path: '/workloads/{workloadId}/reviews/{lensId}/gates/{gateId}/requests/{number}';
    body: {
      decision: 'GO' | 'GO_WITH_CONDITIONS' | 'NO_GO' | 'WITHDRAWN';
      comment?: string;
      conditions?: GateRequest['conditions'];
    };
    response: GateRequest;
  };
  listEvidence: {
    path: '/workloads/{workloadId}/reviews/{lensId}/evidence';
    query?: { question?: string };
    response: { items: ReportedEvidence[] };
  };
  postEvidence: {
    path: '/workloads/{workloadId}/reviews/{lensId}/evidence';
    body: {
      questionId: string;
      choiceId?: string;
      verdict?: Verdict;
      title: string;
      url?: string;
      note?: string;
      idempotencyKey: string;
      observedAt?: string;
      expiresAt?: string;
    };
    defaults: 'verdict';
    response: ReportedEvidence;
  };

  getBadge: {
    path: '/workloads/{workloadId}/reviews/{lensId}/badge';
    response: {
      /** Whether the portal gives badges at all. */
      enabled: boolean;
      badge: { createdAt: string; createdBy: string } | null;
    };
  };
  createBadge: {
    path: '/workloads/{workloadId}/reviews/{lensId}/badge';
    response: {
      /** Path of the image below the API; it is told this once. */
      path: string;
      createdAt: string;
    };
  };
  deleteBadge: {
    path: '/workloads/{workloadId}/reviews/{lensId}/badge';
    response: void;
  };

  // Moving to another version of a lens; unless told, the latest of the same
  previewUpgrade: {
    path: '/workloads/{workloadId}/reviews/{lensId}/upgrade';
    query?: { toLens?: string; toVersion?: string };
    response: UpgradePreview;
  };
  upgradeReview: {
    path: '/workloads/{workloadId}/reviews/{lensId}/upgrade';
    body: { toLens?: string; toVersion?: string };
    response: UpgradePreview;
  };
  undoUpgrade: {
    path: '/workloads/{workloadId}/reviews/{lensId}/upgrade/undo';
    response: UpgradePreview;
  };
  previewUpgradeMany: {
    path: '/lenses/{lensId}/upgrade';
    query?: { toLens?: string; toVersion?: string };
    response: {
      /** Reviews that would be moved: begun, not there yet, and the caller may. */
      moving: number;
      /** Begun reviews at the version already; 0 when moving to another lens. */
      there: number;
      /** Begun reviews that are not there and that the caller may not change. */
      readOnly: number;
    };
  };
  upgradeMany: {
    path: '/lenses/{lensId}/upgrade';
    body: {
      toLens?: string;
      toVersion?: string;
      /** Left out: every review that is not there yet and may be moved. */
      workloads?: string[];
    };
    /** One per workload as it is done. */
    lines: UpgradeLine;
    response: Response;
  };
  listUpgradeCandidates: {
    path: '/lenses/{lensId}/upgrade/reviews';
    query?: {
      toLens?: string;
      toVersion?: string;
      cursor?: string;
      limit?: number;
    };
    defaults: 'limit';
    response: Page<UpgradeCandidate>;
  };
  undoUpgradeMany: {
    path: '/lenses/{lensId}/upgrade/undo';
    body: { workloads: string[] };
    /** One per workload as it is done. */
    lines: UpgradeLine;
    response: Response;
  };
}
