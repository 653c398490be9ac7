import type { CompiledQuestion } from '../lens/compile';
import type { Risk, RiskCounts } from '../model';

/**
 * What each risk contributes to a score. Not applicable questions are no part
 * of it at all.
 * @public
 */
export const CONTRIBUTION: Record<Exclude<Risk, 'NOT_APPLICABLE'>, number> = {
  NONE: 1,
  MEDIUM: 0.5,
  HIGH: 0,
  UNANSWERED: 0,
};

/** Binary fractions of weights such as 0.1 must not push a half below a half. */
const ROUNDING_GUARD = 1e-9;

/**
 * The figures of a set of questions.
 * @public
 */
export interface ScopeMeasure {
  /** Whole number 0..100; null when no question is applicable. */
  score: number | null;
  /** Answered ÷ applicable, 0..1; 0 when no question is applicable. */
  coverage: number;
  counts: RiskCounts;
  /** Sum of the weights of the applicable questions. */
  weightSum: number;
}

/**
 * No question of any risk.
 * @public
 */
export function emptyRiskCounts(): RiskCounts {
  return { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };
}

/**
 * Score, coverage and counts of a set of questions:
 * `score = round(100 × Σ weight × contribution ÷ Σ weight)` over the applicable
 * questions, halves rounded up, where a question without risk contributes 1,
 * one of medium risk 0.5, and one of high risk or without an answer 0.
 *
 * @public
 */
export function measureScope(
  questions: Iterable<Pick<CompiledQuestion, 'id' | 'weight'>>,
  risks: (questionId: string) => Risk,
): ScopeMeasure {
  const counts = emptyRiskCounts();
  let weightSum = 0;
  let earned = 0;
  for (const { id, weight } of questions) {
    const risk = risks(id);
    counts[risk] += 1;
    if (risk !== 'NOT_APPLICABLE') {
      weightSum += weight;
      earned += weight * CONTRIBUTION[risk];
    }
  }
  const answered = counts.HIGH + counts.MEDIUM + counts.NONE;
  const applicable = answered + counts.UNANSWERED;
  return {
    score: scoreFrom(earned, weightSum),
    coverage: applicable === 0 ? 0 : answered / applicable,
    counts,
    weightSum,
  };
}

/**
 * The score of what was earned of a sum of weights: a whole number 0..100,
 * halves rounded up; null where nothing is applicable (weights are above 0).
 *
 * @public
 */
export function scoreFrom(earned: number, weightSum: number): number | null {
  return weightSum === 0
    ? null
    : Math.min(
        100,
        Math.floor((100 * earned) / weightSum + 0.5 + ROUNDING_GUARD),
      );
}
