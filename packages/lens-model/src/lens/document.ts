// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { StackRatings } from '../model';
import { MAX_LENGTH, MAX_NESTING } from '../rules/tokens';

/**
 * Limits of AWS custom lens files, from the lens format specification of the
 * AWS Well-Architected Tool.
 * @public
 */
export const LENS_LIMITS = {
  schemaVersion: '2021-11-01',
  documentBytes: 500_000,
  pillars: 10,
  questionsPerPillar: 20,
  choicesPerQuestion: 15,
  rulesPerQuestion: 3,
  name: 128,
  title: 128,
  description: 2048,
  displayText: 2048,
  additionalResourceContents: 5,
  ruleNesting: MAX_NESTING,
  ruleLength: MAX_LENGTH,
  /** Of a question; beyond, sums of weights lose what the others say. */
  weight: 1000,
  idPattern: /^[A-Za-z0-9_]{3,128}$/,
} as const;

/** Suffix of the id of a question's "none of these" choice (AWS convention). */
export const NONE_OF_THESE_SUFFIX = '_no';

/** The risks of practices, highest first. */
export const PRACTICE_RISK_LEVELS = ['HIGH', 'MEDIUM', 'LOW'] as const;
/**
 * The risk of a practice that is not established.
 * @public
 */
export type PracticeRiskLevel = 'HIGH' | 'MEDIUM' | 'LOW';

/** What became of an AWS service since the edition that names it. */
export const SERVICE_STATUSES = [
  'CURRENT',
  'RENAMED',
  'MERGED',
  'CLOSED_TO_NEW_CUSTOMERS',
  'RETIRED',
] as const;

/**
 * A link with its text.
 * @public
 */
export interface LensResource {
  displayText: string;
  /** Starts with `http://` or `https://`. */
  url?: string;
  [other: string]: unknown;
}

/**
 * One best practice of a question.
 * @public
 */
export interface LensChoice {
  /** Unique within the question; `…_no` marks "none of these". */
  id: string;
  title: string;
  description?: string;
  /** Why it matters, and how to tell that it is done. */
  helpfulResource?: LensResource;
  /** The next step for a team that does not do it yet. */
  improvementPlan?: LensResource;
  additionalResources?: {
    type: 'HELPFUL_RESOURCE' | 'IMPROVEMENT_PLAN';
    content: LensResource[];
    [other: string]: unknown;
  }[];
  /** Where the practice comes from. */
  origin?: string;
  /** The risk if it is not established; in scores it weighs 3, 2 or 1. */
  riskLevel?: PracticeRiskLevel;
  /** Id of the phase from which it is due; with its question unless told. */
  dueFrom?: string;
  /** A day, as `2027-01-01`: until then it is announced and does not count. */
  countsFrom?: string;
  [other: string]: unknown;
}

/**
 * How answers of a question are judged; the first rule that holds decides.
 * @public
 */
export interface LensRiskRule {
  /** Choice ids joined by `&&`, `||`, `!` and parentheses, or `default`. */
  condition: string;
  risk: 'HIGH_RISK' | 'MEDIUM_RISK' | 'NO_RISK';
  [other: string]: unknown;
}

/**
 * Reasons for which an answer may need somebody who says that it is still true.
 * @public
 */
export const CONFIRM_REASONS = [
  'AGE',
  'MODEL_VERSION',
  'LENS_CHANGED',
  'OWNER_CHANGED',
  'EVIDENCE_CONTRADICTS',
] as const;
/**
 * One of {@link CONFIRM_REASONS}.
 * @public
 */
export type ConfirmReason = (typeof CONFIRM_REASONS)[number];

/**
 * One thing to be assessed.
 * @public
 */
export interface LensQuestion {
  /** Unique in the whole lens. */
  id: string;
  title: string;
  description?: string;
  helpfulResource?: LensResource;
  choices: LensChoice[];
  riskRules: LensRiskRule[];
  /** Id of the phase it belongs to. */
  phase?: string;
  /** Id of the phase from which it is due; its own unless told. */
  dueFrom?: string;
  /** Weight in scores; 1 unless told. */
  weight?: number;
  /** What puts an answer in doubt, so that somebody confirms it. */
  confirm?: {
    /**
     * Which reasons concern it beside its age; a changed lens and contradicting
     * evidence unless told.
     */
    on?: Exclude<ConfirmReason, 'AGE'>[];
    /** How long an answer holds, ISO 8601, of days or more: `P180D`. */
    age?: string;
    [other: string]: unknown;
  };
  /** CRISP-DM phases, where they are fewer than those of the phase. */
  crispDm?: string[];
  [other: string]: unknown;
}

/**
 * A pillar with its questions.
 * @public
 */
export interface LensPillar {
  id: string;
  name: string;
  questions: LensQuestion[];
  [other: string]: unknown;
}

/**
 * A phase of the ML lifecycle.
 * @public
 */
export interface LensPhase {
  id: string;
  name: string;
  /** Markdown. */
  description?: string;
  /** CRISP-DM phases it corresponds to. */
  crispDm?: string[];
  /** What is done in this phase, a sentence each. */
  activities?: string[];
  /** Ids of services. */
  services?: string[];
  [other: string]: unknown;
}

/**
 * An AWS service that phases name.
 * @public
 */
export interface LensService {
  id: string;
  /** The name the lens uses for it. */
  name: string;
  url?: string;
  /** What became of it since the edition that names it. */
  status: (typeof SERVICE_STATUSES)[number];
  /** What it is called now, or what took its place. */
  replacedBy?: string;
  note?: string;
  /** The day on which the status was last looked up. */
  statusCheckedOn?: string;
  [other: string]: unknown;
}

/**
 * A layer of the ML stack that a workload can build on, and the ratings of the
 * teams it suits.
 * @public
 */
export interface LensStackLayer extends StackRatings {
  id: string;
  name: string;
  description?: string;
  /** Whom it suits. */
  suits?: string;
  /** Practices it makes moot; whole questions where no choice is named. */
  moot?: {
    question: string;
    choice?: string;
    reason: string;
    [other: string]: unknown;
  }[];
  [other: string]: unknown;
}

/**
 * A maturity level.
 * @public
 */
export interface LensLevel {
  name: string;
  /** Lowest score of the level. */
  from: number;
  /**
   * The figure `from` is of: the score, unless told, or the readiness. The same
   * for every level of a ladder.
   */
  of?: 'score' | 'readiness';
  /** Whether a single high risk keeps a workload off the level. */
  noHigh?: boolean;
  [other: string]: unknown;
}

/**
 * A lens document: an AWS custom lens file, or the ML Lens superset of it.
 * This is its structure only; {@link parseLens} checks limits, ids, rules and
 * links and reports every problem with its place.
 *
 * @public
 */
export interface LensDocument {
  $schema?: string;
  schemaVersion: typeof LENS_LIMITS.schemaVersion;
  /** Id of the lens in ML Lens; made from the name without it. */
  id?: string;
  /** Version of the lens in ML Lens; counted up without it. */
  version?: string;
  name: string;
  description: string;
  pillars: LensPillar[];
  /** In the order of the lifecycle. */
  phases?: LensPhase[];
  services?: LensService[];
  stackLayers?: LensStackLayer[];
  /** From low to high. */
  levels?: LensLevel[];
  /** Where somebody says that the work may go on. */
  gates?: {
    id: string;
    /** Id of the phase it ends. */
    phase: string;
    name: string;
    description?: string;
    /** What must hold, of what is due by the phase; left out: need not. */
    require: {
      /** No question is at high risk, unless waived. */
      noHigh?: boolean;
      /** Least coverage, 0..1. */
      coverage?: number;
      /** Practices in place: `question/choice`, or a choice id used once. */
      practices?: string[];
      /** No evidence is out of date or contradicts an answer. */
      evidenceFresh?: boolean;
      /** Most waivers in force. */
      maxWaivers?: number;
      [other: string]: unknown;
    };
    [other: string]: unknown;
  }[];
  /**
   * Texts in other languages, by language tag: keyed by id in the shape of the
   * document, or by JSON pointer.
   */
  locales?: Record<string, Record<string, unknown>>;
  [other: string]: unknown;
}

/**
 * What puts answers of a question in doubt.
 * @public
 */
export type LensConfirm = NonNullable<LensQuestion['confirm']>;

/**
 * A gate at the end of a phase.
 * @public
 */
export type LensGate = NonNullable<LensDocument['gates']>[number];
