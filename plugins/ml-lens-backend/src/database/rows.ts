/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
/*
 * The tables as the stores read and write them, one type per table. Instants
 * and JSON are text, see the comment of the first migration.
 */

/** 0 and 1 on SQLite. */
export type DbBoolean = boolean | 0 | 1;

export interface FigureColumns {
  score: number | null;
  coverage: number;
  high: number;
  medium: number;
  none: number;
  unanswered: number;
  not_applicable: number;
}

export interface LensRow {
  lens_id: string;
  version: string;
  status: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';
  seq: number;
  is_major: DbBoolean;
  origin: 'builtin' | 'config' | 'import';
  name: string;
  names: string;
  description: string;
  descriptions: string;
  document: string;
  document_hash: string;
  pillar_count: number;
  question_count: number;
  choice_count: number;
  created_at: string;
  created_by: string;
  published_at: string | null;
  published_by: string | null;
  archived_at: string | null;
  archived_by: string | null;
}

export interface LensReportRow {
  target: string;
  problems: string;
  seen_at: string;
}

/** Columns of a workload that its scorecards carry too. */
export interface CopiedWorkloadColumns {
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  lifecycle: string | null;
  tags: string;
  primary_entity_ref: string | null;
}

export interface WorkloadRow extends CopiedWorkloadColumns {
  workload_id: string;
  description: string | null;
  lens_ids: string;
  added_lens_ids: string;
  aws_workload_arn: string | null;
  orphaned_at: string | null;
  problems: string;
  updated_at: string;
  profile_layer: string | null;
  profile_skill: 'low' | 'medium' | 'high' | null;
  profile_time_to_market: 'shortest' | 'medium' | 'longest' | null;
  profile_customization: 'least' | 'high' | 'full' | null;
  profile_revision: number;
  profile_updated_at: string | null;
  profile_updated_by: string | null;
}

export interface WorkloadEntityRow {
  entity_ref: string;
  workload_id: string | null;
  facts: string;
  facts_hash: string;
  sync_id: string;
  problems: string;
}

export interface WorkloadTagRow {
  workload_id: string;
  tag: string;
}

export interface ReviewRow {
  review_id: string;
  workload_id: string;
  lens_id: string;
  lens_version: string;
  last_seq: number;
  last_at: string | null;
  created_at: string;
}

export interface AnswerEventRow {
  review_id: string;
  seq: number;
  type:
    | 'ANSWERED'
    | 'ITERATION_STARTED'
    | 'TARGET_SET'
    | 'MILESTONE_RECORDED'
    | 'LENS_UPGRADED';
  at: string;
  recorded_at: string;
  by_ref: string;
  source: 'USER' | 'IMPORT' | 'UNDO' | 'UPGRADE' | 'SYSTEM';
  lens_version: string;
  question_id: string | null;
  phase_id: string | null;
  before: string | null;
  after: string | null;
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
}

/** The part of a scorecard row that is a projection of the review. */
export interface ScorecardFigureColumns extends FigureColumns {
  lens_version: string;
  level: string;
  level_rank: number | null;
  scopes: string;
  phases: string;
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
}

export interface ScorecardScopeRow extends FigureColumns {
  review_id: string;
  kind: 'pillar' | 'phase' | 'cell';
  scope_id: string;
  phase_id: string;
  weight_sum: number;
  status: string | null;
}

export interface ScorecardHistoryRow extends FigureColumns {
  review_id: string;
  seq: number;
  lens_id: string;
  lens_version: string;
  valid_from: string;
  valid_to: string | null;
  level: string;
  level_rank: number | null;
  scopes: string;
  phases: string;
  states: string;
  answered_at: string | null;
}

export interface PracticeStatesRow {
  review_id: string;
  lens_version: string;
  states: string;
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
}

export interface PhaseTargetRow {
  review_id: string;
  phase_id: string;
  target_date: string;
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
