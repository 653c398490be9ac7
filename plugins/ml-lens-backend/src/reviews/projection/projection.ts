// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CompiledLens,
  evaluateAnswer,
  LensLevel,
  levelRank,
  NOT_ASSESSED,
  PhaseStatus,
  phaseStatusOf,
  ReviewState,
  reviewStandings,
  Scorecard,
  scorecardOf,
} from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { progressOf } from '@ml-lens/lens-model/due';
import { answerToJson } from '../answerStates';
import {
  AnswerRow,
  PhaseIterationRow,
  PhaseTargetRow,
  ReviewRow,
  ScorecardFigureColumns,
  ScorecardHistoryRow,
} from '../rows';
import { packScopes, toFigureColumns } from './figures';
import { encodeStates } from './practiceStates';

/** The review a projection is of, and what judges its answers. */
export interface ReviewContext {
  reviewId: string;
  lensId: string;
  lens: (version: string) => CompiledLens;
  /** The ladder of levels of a lens. */
  levels: (lens: CompiledLens) => readonly LensLevel[];
}

/** Status of each phase, as the column `phases` holds it. */
type StoredPhases = Record<string, PhaseStatus>;

/** From when the state before the first event holds: ever. */
export const BEGINNING = '0001-01-01T00:00:00.000Z';

/** The figures of a review in one state. */
export interface ReviewFigures {
  scorecard: Scorecard;
  levelRank: number | null;
  phases: StoredPhases;
  /** See {@link encodeStates}. */
  states: string;
}

/** Everything the tables say about a review, made from its state alone. */
export interface Projection {
  review: Pick<ReviewRow, 'lens_version' | 'last_seq' | 'last_at'>;
  scorecard: ScorecardFigureColumns;
  answers: AnswerRow[];
  iterations: PhaseIterationRow[];
  targets: PhaseTargetRow[];
}

/**
 * The lens as it judges a review: by what counted at its last event. What is
 * announced counts with the first event after its day, which is there in the
 * night at the latest, so that a rebuild gives the same on any day.
 */
export function judgingLens(
  { lens }: Pick<ReviewContext, 'lens'>,
  { lastAt, lensVersion }: Pick<ReviewState, 'lastAt' | 'lensVersion'>,
): CompiledLens {
  return lensAt(lens(lensVersion), lastAt);
}

/** Scorecard, level and phases of a review in one state. */
export function figuresOf(
  context: ReviewContext,
  state: ReviewState,
): ReviewFigures {
  const lens = judgingLens(context, state);
  const levels = context.levels(lens);
  const standings = reviewStandings(state);
  const scorecard = scorecardOf(
    lens,
    standings,
    levels,
    progressOf(lens, state),
  );
  const risks = (id: string) => standings(lens.question(id)!).risk;
  const phases: StoredPhases = {};
  for (const { id } of lens.phases) {
    phases[id] = phaseStatusOf(lens, id, risks);
  }
  return {
    scorecard,
    levelRank:
      scorecard.level === NOT_ASSESSED
        ? null
        : levelRank(scorecard.level, levels),
    phases,
    states: encodeStates(lens, state),
  };
}

/** Since when the questions of the current phase are due. */
function dueSince(
  { phases, phaseSet }: ReviewState,
  currentPhase: string | null,
): string | null {
  return currentPhase === null
    ? null
    : phaseSet?.at ??
        phases.get(currentPhase)?.iterations.at(0)?.startedAt ??
        null;
}

/** When the iterations began that have not ended, by phase. */
function openSince({ phases }: ReviewState): Map<string, string> {
  return new Map(
    [...phases].flatMap(([phase, { iterations }]) => {
      const last = iterations.at(-1);
      return last?.endedAt === null ? [[phase, last.startedAt]] : [];
    }),
  );
}

/** Values by phase as JSON, in one order however they came; null for none. */
function byPhase(values: ReadonlyMap<string, string>): string | null {
  return values.size === 0
    ? null
    : JSON.stringify(Object.fromEntries([...values].sort()));
}

/** Every current row of a review. */
export function projectionOf(
  context: ReviewContext,
  state: ReviewState,
  figures: ReviewFigures = figuresOf(context, state),
): Projection {
  const { reviewId } = context;
  const lens = judgingLens(context, state);
  return {
    review: {
      lens_version: state.lensVersion,
      last_seq: state.lastSeq,
      last_at: state.lastAt,
    },
    scorecard: {
      ...toFigureColumns(figures.scorecard),
      lens_version: state.lensVersion,
      level: figures.scorecard.level,
      level_rank: figures.levelRank,
      readiness: figures.scorecard.readiness,
      current_phase: figures.scorecard.currentPhase,
      due_open: figures.scorecard.due.counts.UNANSWERED,
      due_since: dueSince(state, figures.scorecard.currentPhase),
      phase_set: state.phaseSet && JSON.stringify(state.phaseSet),
      scopes: packScopes(figures.scorecard),
      phases: JSON.stringify(figures.phases),
      targets: byPhase(state.targets),
      open_since: byPhase(openSince(state)),
      states: figures.states,
      updated_at: state.lastAt,
      answered_at: state.answeredAt,
    },
    answers: answerRows(reviewId, lens, state),
    iterations: [...state.phases].flatMap(([phaseId, { iterations }]) =>
      iterations.map(iteration => ({
        review_id: reviewId,
        phase_id: phaseId,
        number: iteration.number,
        started_at: iteration.startedAt,
        started_by: iteration.startedBy,
        completed_at: iteration.completedAt,
        ended_at: iteration.endedAt,
        status: iteration.status,
        reason: iteration.reason ?? null,
        confirms: iteration.confirms ? 1 : 0,
      })),
    ),
    targets: [
      ...new Set([...state.targets.keys(), ...state.plannedStarts.keys()]),
    ].map(phaseId => ({
      review_id: reviewId,
      phase_id: phaseId,
      target_date: state.targets.get(phaseId) ?? null,
      planned_start: state.plannedStarts.get(phaseId) ?? null,
    })),
  };
}

/** The scorecard after the state's last event, holding until told otherwise. */
export function historyRowOf(
  context: ReviewContext,
  state: ReviewState,
  figures: ReviewFigures,
): ScorecardHistoryRow {
  const { coverage: _, ...counts } = toFigureColumns(figures.scorecard);
  return {
    ...counts,
    review_id: context.reviewId,
    seq: state.lastSeq,
    lens_version: state.lensVersion,
    valid_from: state.lastAt ?? BEGINNING,
    valid_to: null,
    level: figures.scorecard.level,
    level_rank: figures.levelRank,
    states: figures.states,
    targets: byPhase(state.targets),
    readiness: figures.scorecard.readiness,
    current_phase: figures.scorecard.currentPhase,
    answered_at: state.answeredAt,
    points: '',
  };
}

function answerRows(
  reviewId: string,
  lens: CompiledLens,
  state: ReviewState,
): AnswerRow[] {
  return [...state.answers].map(([questionId, answer]) => {
    const question = lens.question(questionId);
    // A question this version of the lens does not have is not judged; what
    // was said about it stays.
    const { risk, ruleMatched } = question
      ? evaluateAnswer(question, answer.state)
      : { risk: 'UNANSWERED' as const, ruleMatched: true };
    return {
      review_id: reviewId,
      question_id: questionId,
      revision: answer.revision,
      state: answerToJson(answer.state),
      risk,
      rule_matched: ruleMatched,
      updated_at: answer.updatedAt,
      updated_by: answer.updatedBy,
      proposal: answer.proposal ? JSON.stringify(answer.proposal) : null,
      confirmed_at: answer.confirmed?.at ?? null,
      confirmed_by: answer.confirmed?.by ?? null,
    };
  });
}
