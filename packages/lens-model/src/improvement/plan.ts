// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { PracticeRiskLevel } from '../lens/document';
import type { AnswerState, Risk, Scorecard } from '../model';
import {
  emptyAnswerState,
  scorecardOf,
  standingOf,
  standingsOf,
  type QuestionStanding,
} from '../scoring';
import { measureScope } from '../scoring/measures';
import { withPractices } from './practices';

/**
 * A practice that is not in place, and what putting it in place brings.
 * @public
 */
export interface PlannedPractice {
  questionId: string;
  choiceId: string;
  risk: Risk;
  /** The risk of not having it, as the lens names it; null where it does not. */
  riskLevel: PracticeRiskLevel | null;
  /** Score if only this practice were added; null when nothing is applicable. */
  scoreIfDone: number | null;
  /** Points of the score (0..100, two decimals) that it brings alone. */
  gainAlone: number;
  /** Points of the score (0..100, two decimals) per practice of `together`. */
  gain: number;
  /** The fewest unmet practices, this one among them, that lower the risk. */
  together: string[];
}

/** Risks by how good they are; an open question is no better than a bad one. */
const SAFETY: Record<Risk, number> = {
  NONE: 2,
  MEDIUM: 1,
  HIGH: 0,
  UNANSWERED: 0,
  NOT_APPLICABLE: 0,
};

/** Subsets of `items` that are not empty, smallest first. */
function* subsetsBySize<T>(items: readonly T[]): Generator<T[]> {
  function* ofSize(size: number, from: number): Generator<T[]> {
    if (size === 0) {
      yield [];
      return;
    }
    for (let index = from; index <= items.length - size; index++) {
      for (const rest of ofSize(size - 1, index + 1)) {
        yield [items[index], ...rest];
      }
    }
  }
  for (let size = 1; size <= items.length; size++) {
    yield* ofSize(size, 0);
  }
}

/** What putting a practice in place takes and brings within its question. */
interface Help {
  together: string[];
  /** Points of the question, 0..1, that each practice of `together` brings. */
  gain: number;
}

/**
 * For each unmet practice of a question, the fewest that lower the risk
 * together with it. One pass over their combinations serves all of them; a
 * practice no combination of which helps stands alone with what it brings.
 */
function fewestThatHelp(
  question: CompiledQuestion,
  state: AnswerState,
  unmet: readonly string[],
): Map<string, Help> {
  const now = standingOf(question, state);
  const help = new Map<string, Help>();
  for (const together of subsetsBySize(unmet)) {
    if (help.size === unmet.length) break;
    if (together.every(id => help.has(id))) continue;
    const then = standingOf(question, withPractices(state, together));
    if (SAFETY[then.risk] <= SAFETY[now.risk]) continue;
    for (const id of together) {
      if (!help.has(id)) {
        help.set(id, {
          together: [id, ...together.filter(other => other !== id)],
          gain: (then.points - now.points) / together.length,
        });
      }
    }
  }
  for (const id of unmet) {
    if (!help.has(id)) {
      const alone = standingOf(question, withPractices(state, [id]));
      help.set(id, { together: [id], gain: alone.points - now.points });
    }
  }
  return help;
}

/** Practices of a question that apply and are not in place, in lens order. */
function unmetOf(question: CompiledQuestion, state: AnswerState): string[] {
  const settled = new Set([
    ...state.selectedChoices,
    ...state.notApplicableChoices.map(choice => choice.choiceId),
    ...question.announced,
  ]);
  return question.practices.map(({ id }) => id).filter(id => !settled.has(id));
}

/**
 * What to do next: every practice that applies and is not in place, in
 * questions that are at risk or not answered, ordered by the score a step
 * brings, then by risk, then by the order of the lens.
 *
 * @public
 */
export function planImprovements(
  lens: CompiledLens,
  stateOf: (questionId: string) => AnswerState | undefined,
): PlannedPractice[] {
  const standings = standingsOf(stateOf);
  const { weightSum } = measureScope(lens.questions, standings);
  const plan: PlannedPractice[] = [];
  for (const question of lens.questions) {
    const now = standings(question);
    if (now.risk === 'NONE' || now.risk === 'NOT_APPLICABLE') continue;
    const state = stateOf(question.id) ?? emptyAnswerState();
    const unmet = unmetOf(question, state);
    const help = fewestThatHelp(question, state, unmet);
    const inScore = (points: number) =>
      Math.round((10_000 * points * question.weight) / weightSum) / 100;
    for (const choiceId of unmet) {
      const alone = standingOf(question, withPractices(state, [choiceId]));
      const { together, gain } = help.get(choiceId)!;
      plan.push({
        questionId: question.id,
        choiceId,
        risk: now.risk,
        riskLevel: question.choice(choiceId)?.riskLevel ?? null,
        scoreIfDone: measureScope(lens.questions, other =>
          other.id === question.id ? alone : standings(other),
        ).score,
        gain: inScore(gain),
        gainAlone: inScore(alone.points - now.points),
        together,
      });
    }
  }
  const urgency = (risk: Risk) => (risk === 'HIGH' ? 0 : 1);
  return plan.sort(
    (a, b) => b.gain - a.gain || urgency(a.risk) - urgency(b.risk),
  );
}

/**
 * The scorecard if these practices were in place too.
 *
 * @param currentPhase - what is due goes by it; left out: everything is due
 * @public
 */
export function simulatePractices(
  lens: CompiledLens,
  stateOf: (questionId: string) => AnswerState | undefined,
  practices: readonly Pick<PlannedPractice, 'questionId' | 'choiceId'>[],
  currentPhase?: string | null,
): Scorecard {
  const added = new Map<string, string[]>();
  for (const { questionId, choiceId } of practices) {
    added.set(questionId, [...(added.get(questionId) ?? []), choiceId]);
  }
  const then = (questionId: string) => {
    const more = added.get(questionId);
    const state = stateOf(questionId);
    return more ? withPractices(state ?? emptyAnswerState(), more) : state;
  };
  return scorecardOf(
    lens,
    standingsOf(then),
    undefined,
    currentPhase === undefined ? undefined : { stateOf: then, currentPhase },
  );
}

/**
 * The one practice that brings a question most when it is added alone, the
 * first of several in the order of the lens; null where all that apply are in
 * place, or the question does not apply.
 *
 * @public
 */
export function nextPracticeOf(
  question: CompiledQuestion,
  state: AnswerState = emptyAnswerState(),
): {
  choiceId: string;
  /** Points of the question, 0..1, that it adds. */
  gain: number;
  /** Where the question then stands. */
  then: QuestionStanding;
} | null {
  const now = standingOf(question, state);
  if (now.risk === 'NOT_APPLICABLE') return null;
  return unmetOf(question, state).reduce<ReturnType<typeof nextPracticeOf>>(
    (best, choiceId) => {
      const then = standingOf(question, withPractices(state, [choiceId]));
      const gain = then.points - now.points;
      return best && best.gain >= gain ? best : { choiceId, gain, then };
    },
    null,
  );
}
