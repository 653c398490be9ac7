// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgGroupBy } from '../words';
import type {
  PhaseStatus,
  PracticeCount,
  PracticeRiskLevel,
  RiskCounts,
} from '@ml-lens/lens-model';

/**
 * Filters of the organisation's scorecards; several values of one filter mean
 * "any of", an empty text "without a value".
 * @public
 */
export interface OrgFilter {
  /** Ids of lenses. */
  lens?: string | string[];
  /** Entity refs of owners. */
  owner?: string | string[];
  system?: string | string[];
  domain?: string | string[];
  lifecycle?: string | string[];
  level?: string | string[];
  tag?: string | string[];
  /** Ids of workloads. */
  workload?: string | string[];
  /** Phase id and status, as `phase_id:STATUS`. */
  phase?: string | string[];
  /** Ids of phases the review is in; empty: before the first. */
  currentPhase?: string | string[];
  /** With a question at this risk: `HIGH`, `MEDIUM` or `UNANSWERED`. */
  risk?: string | string[];
  /**
   * A practice that applies, was judged and is not in place, as
   * `lens_id/question_id/choice_id`: what a gap counts.
   */
  gap?: string | string[];
  /** Scores from one to another, both included, as `60-69`; empty: no score. */
  score?: string | string[];
  /**
   * Coverage in per cent, as `50-60`: from the first, short of the second; 100
   * itself is in what ends there.
   */
  coverage?: string | string[];
  /** Free text in title and id. */
  q?: string;
  /** Without (or with) a catalog entity. */
  orphaned?: 'true' | 'false';
  /** With (or without) a phase whose target's day is over and that is not complete. */
  late?: 'true' | 'false';
  /** Whether the review is to be looked at again. */
  due?: 'true' | 'false';
  /**
   * With a model like this: `NO_CARD`, `NOT_APPROVED`, `SILENT` (its monitoring
   * has no data), `FIRING` or `MISSING`.
   */
  models?: string | string[];
  /** With (or without) answers somebody has to say are still true. */
  confirm?: 'true' | 'false';
}

/**
 * The scorecard of one workload and lens, in brief.
 * @public
 */
export interface OrgRow {
  workloadId: string;
  entityRef: string | null;
  title: string;
  owner: string | null;
  system: string | null;
  domain: string | null;
  lifecycle: string | null;
  tags: string[];
  orphaned: boolean;
  /** By its lifecycle: counts in no mean and is never due. */
  retired: boolean;
  lens: { id: string; version: string };
  score: number | null;
  /** Score over what is due in the current phase. */
  readiness: number | null;
  /** Id of the phase the review is in; null before the first one begins. */
  currentPhase: string | null;
  coverage: number;
  level: string;
  counts: RiskCounts;
  practices: PracticeCount;
  /** Score by pillar id. */
  pillars: Record<string, number | null>;
  /** By phase id. */
  phases: Record<
    string,
    {
      status: PhaseStatus;
      score: number | null;
      targetDate: string | null;
      late: boolean;
      /** When the iteration that has not ended began; null without one. */
      since: string | null;
    }
  >;
  updatedAt: string | null;
  /** Answers somebody has to say are still true. */
  toConfirm: number;
  /** When the review is to be looked at again; null before its first answer. */
  dueAt: string | null;
  /** Models of the workload, as they are now; null where none is known. */
  models: {
    count: number;
    noCard: number;
    notApproved: number;
    /** Their monitoring has no data. */
    silent: number;
    firing: number;
    /** Their system does not have them. */
    missing: number;
  } | null;
  /** Proposals that wait for somebody; left out for past instants. */
  openProposals?: number;
}

/**
 * Figures of many scorecards.
 * @public
 */
export interface Rollup {
  /** Scorecards counted: one per workload and lens. */
  workloads: number;
  /** Those with a score: means are over these. */
  begun: number;
  /** Those with a level: begun, and enough answered and applicable for one. */
  assessed: number;
  /** Rounded mean of the scores there are; null when there is none. */
  score: number | null;
  /** Mean coverage of those begun, 0..1; null without any. */
  coverage: number | null;
  counts: RiskCounts;
  /** How many scorecards are of each level. */
  levels: Record<string, number>;
  /** How many scorecards stand at each status, by phase id. */
  phases: Record<string, Record<PhaseStatus, number>>;
}

/**
 * Totals, and roll-ups by a field.
 * @public
 */
export interface Summary {
  groupBy: OrgGroupBy | null;
  total: Rollup;
  /** Scorecards of retired workloads that are left out of everything here. */
  retired: number;
  /**
   * How the figures of all scorecards are spread. Scores: 0-9, 10-19 and so on,
   * the last one 90-100, with those without a score apart. Coverage: from 0 to
   * below 10 %, and so on, the last one 90 to 100 %.
   */
  distribution: { score: number[]; noScore: number; coverage: number[] };
  /** Scorecards with a phase that is late. */
  late: number;
  /** Of phases somebody works on, or that are late; by phase id. */
  pace: Record<
    string,
    {
      /** Scorecards with an iteration of the phase that has not ended. */
      open: number;
      /** Mean time those have lasted, in days; null without any. */
      meanDays: number | null;
      /** Scorecards on which the phase is late. */
      late: number;
    }
  >;
  /** Largest first; `key` null for scorecards without a value. */
  groups: (Rollup & { key: string | null })[];
}

/**
 * Where reviews stand on the lifecycle, how long, and what they wait for.
 * @public
 */
export interface OrgTimeline {
  /** Days in a phase after which a review is stuck. */
  stuckAfter: number;
  /** In the order of the lens. */
  phases: {
    id: string;
    /** Reviews that are in the phase. */
    here: number;
    /** Reviews with an iteration of it that has not ended. */
    open: number;
    /**
     * How long those have lasted: up to 14, 30, 90 and 180 days, and longer.
     */
    ages: number[];
    /** Their mean and the longest, in days; null without any. */
    meanDays: number | null;
    longestDays: number | null;
    stuck: number;
    /** Reviews on which the phase is late. */
    late: number;
  }[];
  /** Gates at which somebody waits, most waiting first. */
  gates: { gate: string; waiting: number; longestDays: number }[];
  /**
   * By month, ascending, the last one as far as it has come. Of phases as they
   * stood at the end of each day: begun, complete, and complete no more.
   */
  flow: {
    /** As `2026-11`. */
    month: string;
    phases: Record<
      string,
      { entered: number; passed: number; returned: number }
    >;
  }[];
  /** Who has been in the current phase longest first, unless sorted otherwise. */
  items: (OrgRow & {
    /** Days in the current phase; null where nobody works on it. */
    days: number | null;
    /** Gates at which it waits for a decision, longest first. */
    waiting: { gate: string; since: string }[];
  })[];
  totalItems: number;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/**
 * Rows × columns of scores.
 * @public
 */
export interface Heatmap {
  columns: string[];
  rows: {
    key: string | null;
    title: string | null;
    entityRef: string | null;
    workloads: number;
    score: number | null;
    readiness: number | null;
    coverage: number;
    cells: {
      column: string;
      score: number | null;
      coverage: number;
      high: number;
      /** Open questions that are due in a later phase of their reviews. */
      notDue: number;
    }[];
  }[];
  totalItems: number;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/**
 * A practice that is not in place where it applies.
 * @public
 */
export interface Gap {
  lensId: string;
  questionId: string;
  choiceId: string;
  pillar: string;
  phase: string | null;
  /** What the lens says is at risk without it; null where it says nothing. */
  riskLevel: PracticeRiskLevel | null;
  /** Workloads where it applies, was judged, and is not in place. */
  unmet: number;
  /** Workloads where it applies and was judged. */
  judged: number;
  /** Of the unmet: by risk of the question. */
  high: number;
  medium: number;
  /** 2 per HIGH, 1 per MEDIUM: what gaps are ordered by. */
  weight: number;
  /** Owners with most unmet, at most five. */
  owners: { owner: string | null; unmet: number }[];
  /** Unmet at the compared instant, where one was asked for. */
  unmetBefore: number | null;
  /** Mean score of the organisation if everybody had it; null as for scores. */
  scoreIfDone: number | null;
}

/**
 * A review whose figures differ between two instants.
 * @public
 */
export interface Mover {
  workloadId: string;
  title: string;
  entityRef: string | null;
  owner: string | null;
  orphaned: boolean;
  lens: { id: string; version: string };
  score: { from: number; to: number };
  /** Questions with a high risk. */
  high: { from: number; to: number };
  level: { from: string; to: string };
  /**
   * Questions of the later lens version that moved the score or the high risks
   * this way, those that moved it most first.
   */
  causes: string[];
  /** What moving to other versions of the lens did to the score. */
  ofUpgrades: number;
  /** Whether nothing but moving to another version of the lens changed it. */
  upgradeOnly: boolean;
}

/**
 * Reviews that moved one way.
 * @public
 */
export interface Movers {
  /** The instants that are compared. */
  from: string;
  to: string;
  items: Mover[];
  /** In this direction. */
  totalItems: number;
  worse: number;
  better: number;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/**
 * Figures of the organisation on a day.
 * @public
 */
export interface TrendPoint {
  date: string;
  workloads: number;
  /** Those with a score: means are over these. */
  begun: number;
  score: number | null;
  readiness: number | null;
  coverage: number | null;
  counts: RiskCounts;
  levels: Record<string, number>;
}

/**
 * What people say a target is: filters, level and phases, by a date.
 * @public
 */
export interface TargetFields {
  name: string;
  description: string;
  /** Id of the lens. */
  lens: string;
  /** Which workloads it is for; every filter empty: all of them. */
  filter: {
    owner?: string[];
    system?: string[];
    domain?: string[];
    lifecycle?: string[];
    tag?: string[];
  };
  /** Least score a workload, or each of the phases named, must reach. */
  minScore: number;
  /** Least coverage, 0..1. */
  minCoverage: number;
  /** Phases it is about; empty: the whole lens. */
  phases: string[];
  startDate: string;
  dueDate: string;
}

/**
 * An organisation-wide aim.
 * @public
 */
export interface Target extends TargetFields {
  id: string;
  revision: number;
  createdAt: string;
  createdBy: string;
  /** Workloads the caller may see that it is for. */
  workloads: number;
  /** Those of them that reach it. */
  reached: number;
  /** Rounded mean of their readiness; null where there is none. */
  readiness: number | null;
}

/**
 * A view of an org page under a name.
 * @public
 */
export interface SavedView {
  id: string;
  name: string;
  page: string;
  /** The query string of the page. */
  query: string;
  createdAt: string;
}
