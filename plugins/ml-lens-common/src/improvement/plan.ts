import { isNoneOfThese } from '../lens/choices';
import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { AnswerState, Risk, Scorecard } from '../model';
import {
  emptyAnswerState,
  evaluateAnswer,
  measureScope,
  scorecardOf,
} from '../scoring';
import { withPractices } from './practices';

/** One practice of one question. */
export interface PracticeRef {
  questionId: string;
  choiceId: string;
}

/**
 * A practice that is not in place, and what putting it in place brings.
 * @public
 */
export interface PlannedPractice extends PracticeRef {
  risk: Risk;
  /** Score if only this practice were added; null when nothing is applicable. */
  scoreIfDone: number | null;
  /** Points of the score (0..100, two decimals) per practice of `together`. */
  gain: number;
  /** The fewest unmet practices, this one among them, that lower the risk. */
  together: string[];
}

const SHARE: Record<Risk, number> = {
  NONE: 1,
  MEDIUM: 0.5,
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
  /** Share of the question's weight each practice of `together` brings. */
  gain: number;
}

/**
 * For each unmet practice of a question, the fewest that lower the risk
 * together with it. One pass over their combinations serves all of them; a
 * practice no combination of which helps stands alone and brings nothing.
 */
function fewestThatHelp(
  question: CompiledQuestion,
  state: AnswerState,
  unmet: readonly string[],
): Map<string, Help> {
  const now = SHARE[evaluateAnswer(question, state).risk];
  const help = new Map<string, Help>();
  for (const together of subsetsBySize(unmet)) {
    if (help.size === unmet.length) break;
    if (together.every(id => help.has(id))) continue;
    const { risk } = evaluateAnswer(question, withPractices(state, together));
    if (SHARE[risk] <= now) continue;
    for (const id of together) {
      if (!help.has(id)) {
        help.set(id, {
          together: [id, ...together.filter(other => other !== id)],
          gain: (SHARE[risk] - now) / together.length,
        });
      }
    }
  }
  for (const id of unmet) {
    if (!help.has(id)) help.set(id, { together: [id], gain: 0 });
  }
  return help;
}

/** Practices of a question that apply and are not in place, in lens order. */
function unmetOf(question: CompiledQuestion, state: AnswerState): string[] {
  const settled = new Set([
    ...state.selectedChoices,
    ...state.notApplicableChoices.map(choice => choice.choiceId),
  ]);
  return question.choices
    .map(({ id }) => id)
    .filter(id => !isNoneOfThese(id) && !settled.has(id));
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
  const risks = new Map(
    lens.questions.map(question => [
      question.id,
      evaluateAnswer(question, stateOf(question.id)).risk,
    ]),
  );
  const { weightSum } = measureScope(lens.questions, id => risks.get(id)!);
  const plan: PlannedPractice[] = [];
  for (const question of lens.questions) {
    const risk = risks.get(question.id)!;
    if (risk === 'NONE' || risk === 'NOT_APPLICABLE') continue;
    const state = stateOf(question.id) ?? emptyAnswerState();
    const unmet = unmetOf(question, state);
    const help = fewestThatHelp(question, state, unmet);
    for (const choiceId of unmet) {
      const alone = evaluateAnswer(question, withPractices(state, [choiceId]));
      const { together, gain } = help.get(choiceId)!;
      plan.push({
        questionId: question.id,
        choiceId,
        risk,
        scoreIfDone: measureScope(lens.questions, id =>
          id === question.id ? alone.risk : risks.get(id)!,
        ).score,
        gain: Math.round((10_000 * gain * question.weight) / weightSum) / 100,
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
 * @public
 */
export function simulatePractices(
  lens: CompiledLens,
  stateOf: (questionId: string) => AnswerState | undefined,
  practices: readonly PracticeRef[],
): Scorecard {
  const added = new Map<string, string[]>();
  for (const { questionId, choiceId } of practices) {
    added.set(questionId, [...(added.get(questionId) ?? []), choiceId]);
  }
  return scorecardOf(lens, questionId => {
    const question = lens.question(questionId);
    const more = added.get(questionId);
    const state = stateOf(questionId);
    if (!question) return 'UNANSWERED';
    return evaluateAnswer(
      question,
      more ? withPractices(state ?? emptyAnswerState(), more) : state,
    ).risk;
  });
}
