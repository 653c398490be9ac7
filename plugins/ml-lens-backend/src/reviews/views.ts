// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ReviewBrief } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  Answer,
  AnswerRecord,
  CompiledLens,
  emptyAnswer,
  evaluateAnswer,
  Milestone,
  ReviewState,
  Scorecard,
} from '@ml-lens/lens-model';
import { fromFigureColumns, unpackScopes } from './projection/figures';
import { MilestoneRow, ScorecardFigureColumns } from './rows';

/** The answer of one question, judged by the lens. */
export function answerOf(
  lens: CompiledLens,
  questionId: string,
  record: AnswerRecord | undefined,
): Answer {
  const question = lens.question(questionId);
  if (!record || !question) {
    return emptyAnswer();
  }
  return {
    ...record.state,
    revision: record.revision,
    ...evaluateAnswer(question, record.state),
    updatedAt: record.updatedAt,
    updatedBy: record.updatedBy,
    ...(record.proposal && { proposal: record.proposal }),
    ...(record.confirmed && {
      confirmedAt: record.confirmed.at,
      confirmedBy: record.confirmed.by,
    }),
  };
}

/** The answers of all questions of the lens; revision 0 where there is none. */
export function answersOf(
  lens: CompiledLens,
  state: ReviewState,
): Record<string, Answer> {
  return Object.fromEntries(
    lens.questions.map(({ id }) => [
      id,
      answerOf(lens, id, state.answers.get(id)),
    ]),
  );
}

/** A stored scorecard. */
export function toScorecard(row: ScorecardFigureColumns): Scorecard {
  return {
    ...fromFigureColumns(row),
    level: row.level,
    currentPhase: row.current_phase,
    ...unpackScopes(row.scopes),
  };
}

/** A stored scorecard in brief. */
export function toBrief(
  lens: CompiledLens,
  row: ScorecardFigureColumns,
): ReviewBrief {
  return {
    lens: lensRefOf(lens),
    ...fromFigureColumns(row),
    level: row.level,
    updatedAt: row.updated_at,
  };
}

export function toMilestone(row: MilestoneRow): Milestone {
  return {
    id: row.milestone_id,
    name: row.name,
    note: row.note,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    lensVersion: row.lens_version,
    score: row.score,
    coverage: row.coverage,
    level: row.level,
  };
}

export function lensRefOf(lens: CompiledLens) {
  return { id: lens.id, version: lens.version, name: lens.document.name };
}
