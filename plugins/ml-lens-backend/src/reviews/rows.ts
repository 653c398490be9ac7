// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ConfirmReason } from '@ml-lens/lens-model/confirm';
import type { ReviewEvent } from '@ml-lens/lens-model';
import type { DbBoolean } from '../database/sql';
import type { CopiedWorkloadColumns } from '../workloads/rows';

/*
 * The tables as the stores read and write them, one type per table. Instants
 * and JSON are text, see the comment of the first migration.
 */

/**
 * The rules by which scores are worked out, counted up with every change that
 * gives old answers other figures. Reviews whose projections were made by
 * earlier rules are made anew after the start.
 */
export const SCORED_AS = 2;

export interface FigureColumns {
  score: number | null;
  coverage: number;
  high: number;
  medium: number;
  none: number;
  unanswered: number;
  not_applicable: number;
  practices_in_place: number;
  practices_applicable: number;
}

export interface ReviewRow {
  review_id: string;
  workload_id: string;
  lens_id: string;
  lens_version: string;
  last_seq: number;
  last_at: string | null;
  created_at: string;
  /** By which rules its projections were made; see {@link SCORED_AS}. */
  scored_as: number;
}

export interface AnswerEventRow {
  review_id: string;
  seq: number;
  type: ReviewEvent['type'];
  at: string;
  /**
   * When it was written here; null for when it happened, and for an imported
   * one with the one in front.
   */
  recorded_at: string | null;
  by_ref: string;
  source: ReviewEvent['source'];
  lens_version: string;
  question_id: string | null;
  /** Null for those of a question, whose phase the lens says. */
  phase_id: string | null;
  /** Null for answers: the events in front say it. */
  before: string | null;
  after: string | null;
  /** Id and agent of the proposal an answer rests on, JSON; null for none. */
  proposal: string | null;
}

export interface AnswerRow {
  review_id: string;
  question_id: string;
  revision: number;
  state: string;
  risk: 'UNANSWERED' | 'HIGH' | 'MEDIUM' | 'NONE' | 'NOT_APPLICABLE';
  rule_matched: DbBoolean;
  updated_at: string;
  updated_by: string;
  /** Id and agent of the proposal it rests on, JSON; null for none. */
  proposal: string | null;
  confirmed_at: string | null;
  confirmed_by: string | null;
}

/** The part of a scorecard row that is a projection of the review. */
export interface ScorecardFigureColumns extends FigureColumns {
  lens_version: string;
  level: string;
  level_rank: number | null;
  readiness: number | null;
  current_phase: string | null;
  /** Questions that are due in the current phase and unanswered. */
  due_open: number;
  /** When the current phase was said or first begun; null before the first. */
  due_since: string | null;
  /** Who said the current phase by hand, and when, JSON; null for nobody. */
  phase_set: string | null;
  scopes: string;
  phases: string;
  /** Target days by phase, JSON; null for none. */
  targets: string | null;
  /** Begin of the iterations that have not ended by phase, JSON; null for none. */
  open_since: string | null;
  /** See projection/practiceStates. */
  states: string;
  updated_at: string | null;
  /** When people or an import last answered; a move to a version is neither. */
  answered_at: string | null;
}

export interface ScorecardRow
  extends CopiedWorkloadColumns,
    ScorecardFigureColumns {
  review_id: string;
  workload_id: string;
  lens_id: string;
  title_sort: string;
  orphaned: DbBoolean;
  /** Answers in doubt; kept by the DoubtStore, 0 unless told. */
  to_confirm?: number;
}

/**
 * The scorecard after the last event of a day (UTC), and the score after those
 * before it on that day; see projection/historyDays.
 */
export interface ScorecardHistoryRow extends Omit<FigureColumns, 'coverage'> {
  review_id: string;
  /** The last event of the day. */
  seq: number;
  /** Instant of that event. */
  valid_from: string;
  /** Instant of the first event on a later day; null while there is none. */
  valid_to: string | null;
  lens_version: string;
  level: string;
  level_rank: number | null;
  readiness: number | null;
  current_phase: string | null;
  answered_at: string | null;
  states: string;
  /** Target days by phase, JSON; null for none. */
  targets: string | null;
  points: string;
}

export interface PhaseIterationRow {
  review_id: string;
  phase_id: string;
  number: number;
  started_at: string;
  started_by: string;
  completed_at: string | null;
  ended_at: string | null;
  status: string;
  reason: string | null;
  /** 0 or 1, so that it reads the same on both databases. */
  confirms: number;
}

export interface PhaseTargetRow {
  review_id: string;
  phase_id: string;
  target_date: string | null;
  planned_start: string | null;
}

export interface MilestoneRow {
  milestone_id: string;
  review_id: string;
  name: string;
  note: string;
  at_seq: number;
  recorded_at: string;
  recorded_by: string;
  lens_version: string;
  score: number | null;
  coverage: number;
  level: string;
  scorecard: string;
}

/** A row of `answer_doubts`. It is live until `ended_at`. */
export interface DoubtRow {
  review_id: string;
  question_id: string;
  reason: ConfirmReason;
  since: string;
  detail: string | null;
  ended_at: string | null;
  ended_by: string | null;
}
