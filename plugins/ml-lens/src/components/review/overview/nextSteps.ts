import type {
  CompiledLens,
  CompiledQuestion,
  Risk,
} from '@ml-lens/backstage-plugin-ml-lens-common';

export interface NextStep {
  question: CompiledQuestion;
  risk: 'UNANSWERED' | 'HIGH' | 'MEDIUM';
  /** Points of 100 the score gains once the question has no risk. */
  gain: number;
}

const MOST_STEPS = 3;

/** What of a question's weight the score still lacks, by risk. */
const LACKING = { UNANSWERED: 1, HIGH: 1, MEDIUM: 0.5 } as const;

function isOpen(risk: Risk): risk is NextStep['risk'] {
  return risk in LACKING;
}

/**
 * The few next steps worth most: unanswered questions and high risks of the
 * earliest phase that is not complete, by what they add to the score (their
 * share of the weights), then risks before gaps, then the order of the lens.
 * A phase with fewer than three is filled up from the phases after it. Medium
 * risks are next when neither is left anywhere.
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

  const steps = lens.questions.flatMap((question): NextStep[] => {
    const risk = riskOf(question.id);
    return isOpen(risk)
      ? [
          {
            question,
            risk,
            gain: (100 * question.weight * LACKING[risk]) / weightSum,
          },
        ]
      : [];
  });
  const urgent = steps.filter(({ risk }) => risk !== 'MEDIUM');
  return (urgent.length > 0 ? urgent : steps)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.gain - a.gain ||
        Number(b.risk === 'HIGH') - Number(a.risk === 'HIGH'),
    )
    .slice(0, MOST_STEPS);
}
