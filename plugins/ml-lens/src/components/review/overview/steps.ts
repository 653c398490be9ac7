// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  CompiledLens,
  CompiledQuestion,
  QuestionStanding,
  Risk,
} from '@ml-lens/lens-model';

export interface NextStep {
  question: CompiledQuestion;
  risk: 'UNANSWERED' | 'HIGH' | 'MEDIUM';
  /** Points of 100 the score gains once the question has no risk. */
  gain: number;
  /** Somebody who may decide has accepted the risk for a while. */
  isAccepted: boolean;
}

const MOST_STEPS = 3;

function isOpen(risk: Risk): risk is NextStep['risk'] {
  return risk === 'UNANSWERED' || risk === 'HIGH' || risk === 'MEDIUM';
}

/**
 * The few next steps worth most: unanswered questions and high risks of the
 * earliest phase that is not complete, by what they add to the score (what
 * the points of a question lack of its weight), then risks before gaps, then the order of the lens.
 * A phase with fewer than three is filled up from the phases after it. Medium
 * risks are next when neither is left anywhere, and risks that are accepted for
 * now when nothing else is.
 */
export function nextSteps(
  lens: CompiledLens,
  standingOf: (
    question: CompiledQuestion,
  ) => Pick<QuestionStanding, 'risk' | 'points'>,
  isAccepted: (questionId: string) => boolean = () => false,
): NextStep[] {
  const weightSum = lens.questions
    .filter(question => standingOf(question).risk !== 'NOT_APPLICABLE')
    .reduce((sum, question) => sum + question.weight, 0);
  const phaseOrder = new Map(
    lens.phases.map((phase, index) => [phase.id, index]),
  );
  const rank = ({ question }: NextStep) =>
    phaseOrder.get(question.phaseId ?? '') ?? lens.phases.length;

  const steps = lens.questions.flatMap((question): NextStep[] => {
    const { risk, points } = standingOf(question);
    return isOpen(risk)
      ? [
          {
            question,
            risk,
            gain: (100 * question.weight * (1 - points)) / weightSum,
            isAccepted: risk !== 'UNANSWERED' && isAccepted(question.id),
          },
        ]
      : [];
  });
  const wanted = steps.some(step => !step.isAccepted)
    ? steps.filter(step => !step.isAccepted)
    : steps;
  const urgent = wanted.filter(({ risk }) => risk !== 'MEDIUM');
  return (urgent.length > 0 ? urgent : wanted)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.gain - a.gain ||
        Number(b.risk === 'HIGH') - Number(a.risk === 'HIGH'),
    )
    .slice(0, MOST_STEPS);
}
