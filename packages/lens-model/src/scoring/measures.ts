// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledQuestion } from '../lens/compile';
import type { Measures, RiskCounts } from '../model';
import type { QuestionStanding } from './standing';

/** Binary fractions of weights such as 0.1 must not push a half below a half. */
const ROUNDING_GUARD = 1e-9;

/**
 * No question of any risk.
 * @public
 */
export function emptyRiskCounts(): RiskCounts {
  return { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };
}

/**
 * Score, coverage and counts of a set of questions; the score is
 * `100 × Σ weight × points ÷ Σ weight` over the applicable ones, see
 * {@link scoreFrom} for what is made of it. `weightSum` is the sum of the weights
 * of the applicable questions.
 */
export function measureScope(
  questions: Iterable<CompiledQuestion>,
  standingOf: (question: CompiledQuestion) => QuestionStanding,
): Measures & { weightSum: number } {
  const counts = emptyRiskCounts();
  const practices = { inPlace: 0, applicable: 0 };
  let weightSum = 0;
  let earned = 0;
  for (const question of questions) {
    const standing = standingOf(question);
    counts[standing.risk] += 1;
    practices.inPlace += standing.practices.inPlace;
    practices.applicable += standing.practices.applicable;
    if (standing.risk !== 'NOT_APPLICABLE') {
      weightSum += question.weight;
      earned += question.weight * standing.points;
    }
  }
  const answered = counts.HIGH + counts.MEDIUM + counts.NONE;
  const applicable = answered + counts.UNANSWERED;
  return {
    score: scoreFrom({
      earned,
      weightSum,
      answered,
      risky: applicable - counts.NONE,
    }),
    coverage: applicable === 0 ? 0 : answered / applicable,
    counts,
    practices,
    weightSum,
  };
}

/**
 * The score of a set of questions: a whole number 0..100, halves rounded up;
 * 100 only where no question is at risk or open, however little that one
 * weighs. Null where nothing is answered: that is no score, not a bad one.
 *
 * @public
 */
export function scoreFrom(parts: {
  /** Σ weight × points over the applicable questions. */
  earned: number;
  /** Σ weight over the applicable questions. */
  weightSum: number;
  /** How many applicable questions are answered. */
  answered: number;
  /** How many applicable questions are at risk or not answered. */
  risky: number;
}): number | null {
  const { earned, weightSum, answered, risky } = parts;
  if (answered === 0) {
    return null;
  }
  return risky === 0
    ? 100
    : Math.min(
        99,
        Math.floor((100 * earned) / weightSum + 0.5 + ROUNDING_GUARD),
      );
}
