// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { LensLevel } from '../lens/document';
import type { AnswerState, MatrixCell, Measures, Scorecard } from '../model';
import { DEFAULT_LEVELS, levelFigures, levelOf } from './levels';
import { measureScope } from './measures';
import { readinessOf, type Readiness } from './readiness';
import type { QuestionStanding } from './standing';

/**
 * The scorecard of a review: the lens as a whole, every pillar and every phase
 * in the lens's order, and every cell of pillar × phase that holds a question.
 *
 * @param standingOf - where a question stands; see {@link standingsOf}
 * @param levels - the ladder; the lens's own, else {@link DEFAULT_LEVELS}
 * @param progress - how far the review is; left out: everything is due
 * @public
 */
export function scorecardOf(
  lens: CompiledLens,
  standingOf: (question: CompiledQuestion) => QuestionStanding,
  levels: readonly LensLevel[] = lens.document.levels ?? DEFAULT_LEVELS,
  progress?: {
    stateOf: (questionId: string) => AnswerState | undefined;
    currentPhase: string | null;
  },
): Scorecard {
  const total = figures(lens.questions, standingOf);
  const pillarOf = (id: string) =>
    lens.questions.filter(({ pillarId }) => pillarId === id);
  const phaseOf = (id: string, questions: readonly CompiledQuestion[]) =>
    questions.filter(({ phaseId }) => phaseId === id);

  const { readiness, due } = progress
    ? readinessOf(lens, progress.stateOf, progress.currentPhase)
    : allDue(total);
  const figured = { ...total, readiness, due };
  return {
    ...figured,
    currentPhase: progress?.currentPhase ?? null,
    level: levelOf(levelFigures(figured, levels), levels),
    pillars: lens.pillars.map(({ id }) => ({
      id,
      ...figures(pillarOf(id), standingOf),
    })),
    phases: lens.phases.map(({ id }) => ({
      id,
      ...figures(phaseOf(id, lens.questions), standingOf),
    })),
    matrix: lens.pillars.flatMap(({ id: pillar }) => {
      const own = pillarOf(pillar);
      return lens.phases.flatMap(({ id: phase }): MatrixCell[] => {
        const cell = phaseOf(phase, own);
        return cell.length > 0
          ? [{ pillar, phase, ...figures(cell, standingOf) }]
          : [];
      });
    }),
  };
}

/** Where everything is due, readiness is the score. */
function allDue({ score, coverage, counts, practices }: Measures): Readiness {
  const notDue = { questions: 0, practices: 0 };
  return {
    readiness: score,
    due: { coverage, counts, practices, notDue },
  };
}

function figures(
  questions: readonly CompiledQuestion[],
  standingOf: (question: CompiledQuestion) => QuestionStanding,
) {
  const { weightSum, ...shown } = measureScope(questions, standingOf);
  return shown;
}
