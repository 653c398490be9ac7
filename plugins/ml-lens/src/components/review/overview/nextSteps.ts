import type {
  CompiledLens,
  CompiledQuestion,
  Risk,
} from '@ml-lens/backstage-plugin-ml-lens-common';

export interface NextStep {
  question: CompiledQuestion;
  risk: 'UNANSWERED' | 'HIGH';
  /** Points of 100 the score gains once the question has no risk. */
  gain: number;
}

const MOST_STEPS = 3;

/**
 * The few next steps worth most: unanswered questions and high risks of the
 * earliest phase that is not complete, by what they add to the score (their
 * share of the weights), then risks before gaps, then the order of the lens.
 * A phase with fewer than three is filled up from the phases after it.
 */
export function nextSteps(
  lens: CompiledLens,
  riskOf: (questionId: string) => Risk,
): NextStep[] {
  const weightSum = lens.questions
    .filter(question => riskOf(question.id) !== 'NOT_APPLICABLE')
    .reduce((sum, question) => sum + question.weight, 0);
  const phaseOrder = new Map(
    lens.phases.map((phase, index) => [phase.id, index]),
  );
  const rank = ({ question }: NextStep) =>
    phaseOrder.get(question.phaseId ?? '') ?? lens.phases.length;

  return lens.questions
    .flatMap((question): NextStep[] => {
      const risk = riskOf(question.id);
      return risk === 'UNANSWERED' || risk === 'HIGH'
        ? [{ question, risk, gain: (100 * question.weight) / weightSum }]
        : [];
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.gain - a.gain ||
        Number(b.risk === 'HIGH') - Number(a.risk === 'HIGH'),
    )
    .slice(0, MOST_STEPS);
}
