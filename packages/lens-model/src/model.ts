// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The risks a question can have.
 * @public
 */
export const RISKS = [
  'UNANSWERED',
  'HIGH',
  'MEDIUM',
  'NONE',
  'NOT_APPLICABLE',
] as const;
/**
 * One of {@link RISKS}.
 * @public
 */
export type Risk = (typeof RISKS)[number];

/**
 * Why a question or choice does not apply (the reasons of the AWS tool).
 * @public
 */
export const REASONS = [
  'OUT_OF_SCOPE',
  'BUSINESS_PRIORITIES',
  'ARCHITECTURE_CONSTRAINTS',
  'OTHER',
  'NONE',
] as const;
/**
 * One of {@link REASONS}.
 * @public
 */
export type Reason = (typeof REASONS)[number];

/**
 * Longest note on an answer (limit of the AWS tool).
 * @public
 */
export const NOTES_MAX = 2084;

/**
 * Longest note on a choice (limit of the AWS tool).
 * @public
 */
export const CHOICE_NOTES_MAX = 250;

/**
 * Something a person gives to show that a practice is followed.
 * @public
 */
export interface Evidence {
  id?: string;
  title: string;
  /** Starts with `http://` or `https://`. */
  url?: string;
  note?: string;
}

/**
 * Why a question does not apply.
 * @public
 */
export interface NotApplicable {
  reason: Reason;
  notes?: string;
}

/**
 * A choice that does not apply, and why.
 * @public
 */
export interface ChoiceNotApplicable extends NotApplicable {
  choiceId: string;
}

/**
 * What a person said about one question. Everything else about an answer is
 * derived from this and the lens.
 * @public
 */
export interface AnswerState {
  selectedChoices: string[];
  notApplicableChoices: ChoiceNotApplicable[];
  /** Null where the question applies. */
  notApplicable: NotApplicable | null;
  notes: string;
  evidence: Evidence[];
}

/**
 * An answer with what follows from it. A question not answered yet has
 * revision 0.
 * @public
 */
export interface Answer extends AnswerState {
  revision: number;
  risk: Risk;
  /** False when no risk rule held and the risk is HIGH for that reason. */
  ruleMatched: boolean;
  /** RFC 3339 in UTC; null before the first answer. */
  updatedAt: string | null;
  /** Entity ref; null before the first answer. */
  updatedBy: string | null;
  /** The proposal it rests on, and the name of the agent that made it. */
  proposal?: { id: string; agent: string };
  /** When somebody last said that it is still true; null where nobody has. */
  confirmedAt?: string | null;
  /** Who said so. */
  confirmedBy?: string | null;
}

/**
 * How many questions are at each risk.
 * @public
 */
export type RiskCounts = Record<Risk, number>;

/**
 * How many practices there are.
 * @public
 */
export interface PracticeCount {
  /** Practices that are in place. */
  inPlace: number;
  /** Practices that apply, in place or not. */
  applicable: number;
}

/**
 * The figures of a set of questions.
 * @public
 */
export interface Measures {
  /** Whole number 0..100; null when nothing applicable is answered. */
  score: number | null;
  /** Answered ÷ applicable, 0..1 (0 when no question is applicable). */
  coverage: number;
  counts: RiskCounts;
  practices: PracticeCount;
}

/**
 * Figures of a pillar or phase.
 * @public
 */
export interface Scope extends Measures {
  id: string;
}

/**
 * Figures of a pillar within a phase.
 * @public
 */
export interface MatrixCell extends Measures {
  pillar: string;
  phase: string;
}

/**
 * Figures of a whole review.
 * @public
 */
export interface Scorecard extends Measures {
  level: string;
  /**
   * The score over what is due in the current phase, where what is done before
   * its time counts as far as it helps; null as for scores.
   */
  readiness: number | null;
  /** Id of the phase the review is in; null before the first one begins. */
  currentPhase: string | null;
  /** The figures of what is due in the current phase. */
  due: Omit<Measures, 'score'> & {
    /** What is left for later phases: neither due, nor in place already. */
    notDue: {
      questions: number;
      /** With those of questions of which others are due. */
      practices: number;
    };
  };
  pillars: Scope[];
  phases: Scope[];
  /** Pillar × phase; only cells that hold a question. */
  matrix: MatrixCell[];
}

/**
 * What a phase of the lifecycle can be, from not begun to done.
 * @public
 */
export const PHASE_STATUSES = [
  'NOT_STARTED',
  'IN_PROGRESS',
  'AT_RISK',
  'COMPLETE',
] as const;
/**
 * One of {@link PHASE_STATUSES}.
 * @public
 */
export type PhaseStatus = (typeof PHASE_STATUSES)[number];

/**
 * One pass through a phase of the lifecycle.
 * @public
 */
export interface Iteration {
  /** From 1. */
  number: number;
  startedAt: string;
  startedBy: string;
  completedAt: string | null;
  /** When it ended: its completion, or the start of the next one by hand. */
  endedAt: string | null;
  status: PhaseStatus;
  /** Why it was begun by hand. */
  reason?: string;
  /**
   * Begun by hand when the phase was complete: in progress until all answers of
   * the phase are given anew or confirmed.
   */
  confirms?: boolean;
}

/**
 * Where a phase of the lifecycle stands.
 * @public
 */
export interface PhaseState {
  id: string;
  status: PhaseStatus;
  /** The day it is to begin, as `2026-11-15`. */
  plannedStart: string | null;
  /** The day it is to be complete, as `2026-12-15`. */
  targetDate: string | null;
  late: boolean;
  iterations: Iteration[];
  /**
   * Questions whose answers the open iteration waits for, where it began by hand
   * in a complete phase.
   */
  unconfirmed: string[];
}

/**
 * A named mark on a review's history, with the figures it had then.
 * @public
 */
export interface Milestone {
  id: string;
  name: string;
  note: string;
  recordedAt: string;
  recordedBy: string;
  lensVersion: string;
  score: number | null;
  coverage: number;
  level: string;
}

/**
 * What a team can say of itself to find its layer of the ML stack, each rating
 * from low to high.
 * @public
 */
export const STACK_RATINGS = {
  skill: ['low', 'medium', 'high'],
  timeToMarket: ['shortest', 'medium', 'longest'],
  customization: ['least', 'high', 'full'],
} as const;

/**
 * One of the team's ratings.
 * @public
 */
export type StackRating = keyof typeof STACK_RATINGS;

/**
 * The team's ratings.
 * @public
 */
export type StackRatings = {
  [Rating in StackRating]: (typeof STACK_RATINGS)[Rating][number];
};

/**
 * Layer of the ML stack and ratings of a workload, as far as they are known.
 * @public
 */
export type WorkloadProfile = {
  [Rating in StackRating]: StackRatings[Rating] | null;
} & {
  revision: number;
  /** Id of a layer of the lens. */
  layer: string | null;
  updatedAt: string | null;
  updatedBy: string | null;
};

/**
 * One line of a review's history. `before` and `after` are: the answer state
 * for ANSWERED; `{ reason }` (after) for ITERATION_STARTED; `{ targetDate }`
 * for TARGET_SET, with `plannedStart` where that was said too; `{ id, name, note }` (after) for MILESTONE_RECORDED;
 * `{ lensVersion, answers: Record<questionId, AnswerState | null> }` for
 * LENS_UPGRADED (only the answers the upgrade changed or dropped);
 * `{ phase }` for PHASE_SET (null: back to what the timeline says); the answer
 * state for CONFIRMED, which keeps all of it but the notes;
 * `{ source, name, version, at, questions }` (after) for
 * MODEL_VERSION_REPORTED, with the questions whose answers it puts in doubt;
 * `{ on, practices }` (after) for PRACTICES_COUNTED: announced practices, as
 * `question/choice`, that count from that day on;
 * `{ gate, number, comment }` for GATE_REQUESTED; with `decision` and what it
 * rests on for GATE_DECIDED.
 * @public
 */
export interface ReviewEvent {
  /** Position in the review's history, from 1, without gaps. */
  seq: number;
  type:
    | 'ANSWERED'
    | 'ITERATION_STARTED'
    | 'TARGET_SET'
    | 'MILESTONE_RECORDED'
    | 'LENS_UPGRADED'
    | 'PHASE_SET'
    | 'CONFIRMED'
    | 'MODEL_VERSION_REPORTED'
    | 'PRACTICES_COUNTED'
    | 'GATE_REQUESTED'
    | 'GATE_DECIDED';
  at: string;
  by: string;
  source: 'USER' | 'IMPORT' | 'UNDO' | 'UPGRADE' | 'SYSTEM';
  lensVersion: string;
  questionId: string | null;
  phaseId: string | null;
  before: unknown;
  after: unknown;
  /** The proposal an answer rests on, and the name of the agent that made it. */
  proposal?: { id: string; agent: string };
}
