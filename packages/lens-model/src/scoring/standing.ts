// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { countedAnswer } from '../lens/announced';
import type { CompiledQuestion } from '../lens/compile';
import type { AnswerState, PracticeCount, Risk } from '../model';
import { emptyAnswerState } from './answers';
import { evaluateAnswer } from './risk';

/**
 * The share of what is in place that counts, by risk: a question at high risk
 * never earns more than half of its points, and one without risk earns all of
 * them whatever is left. Questions that do not apply are no part of a score.
 */
const RISK_FACTOR: Record<Exclude<Risk, 'NOT_APPLICABLE'>, number> = {
  NONE: 1,
  MEDIUM: 0.8,
  HIGH: 0.5,
  UNANSWERED: 0,
};

/**
 * Where one question stands: its risk, its points and its practices.
 * @public
 */
export interface QuestionStanding {
  risk: Risk;
  /** False when no risk rule held and the risk is `HIGH` for that reason. */
  ruleMatched: boolean;
  /** What it earns of its weight, 0..1; 0 where it does not apply. */
  points: number;
  /** None where the question does not apply. */
  practices: PracticeCount;
  /** Weights of the practices in place, and of those that apply. */
  weights: PracticeCount;
}

/**
 * The points of a question, 0..1: 1 without risk; else the part of its
 * practices that is in place, by weight, of which no more than 0.8 counts at
 * medium risk and 0.5 at high.
 *
 * @public
 */
export function pointsOf(
  risk: Risk,
  weights: QuestionStanding['weights'],
): number {
  if (risk === 'NONE') {
    return 1;
  }
  return risk === 'NOT_APPLICABLE' || weights.applicable === 0
    ? 0
    : (RISK_FACTOR[risk] * weights.inPlace) / weights.applicable;
}

/**
 * Where a question stands with an answer, or without one.
 * @public
 */
export function standingOf(
  question: CompiledQuestion,
  given: AnswerState | undefined,
): QuestionStanding {
  const state = countedAnswer(question, given ?? emptyIfAnnounced(question));
  const evaluation = evaluateAnswer(question, state);
  const practices = { inPlace: 0, applicable: 0 };
  const weights = { inPlace: 0, applicable: 0 };
  if (evaluation.risk !== 'NOT_APPLICABLE') {
    const selected = new Set(state?.selectedChoices);
    const moot = new Set(state?.notApplicableChoices.map(c => c.choiceId));
    for (const { id, weight } of question.practices) {
      if (selected.has(id)) {
        practices.inPlace += 1;
        weights.inPlace += weight;
      }
      // What is done counts, even where somebody also said it does not apply.
      if (selected.has(id) || !moot.has(id)) {
        practices.applicable += 1;
        weights.applicable += weight;
      }
    }
  }
  return {
    ...evaluation,
    points: pointsOf(evaluation.risk, weights),
    practices,
    weights,
  };
}

/** A question nobody answered has fewer practices to put in place meanwhile. */
function emptyIfAnnounced({
  announced,
}: CompiledQuestion): AnswerState | undefined {
  return announced.size > 0 ? emptyAnswerState() : undefined;
}

/**
 * Standings of the questions of a lens with some answers, each worked out when
 * it is first asked for.
 *
 * @public
 */
export function standingsOf(
  stateOf: (questionId: string) => AnswerState | undefined,
): (question: CompiledQuestion) => QuestionStanding {
  const known = new Map<string, QuestionStanding>();
  return question => {
    let standing = known.get(question.id);
    if (!standing) {
      standing = standingOf(question, stateOf(question.id));
      known.set(question.id, standing);
    }
    return standing;
  };
}
