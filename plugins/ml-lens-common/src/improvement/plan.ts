import { isNoneOfThese } from '../lens/choices';
import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { AnswerState, Risk, Scorecard } from '../model';
import { emptyAnswerState, evaluateAnswer, scorecardOf } from '../scoring';

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

/** Most combinations looked at for one practice before giving up on fewer. */
const MOST_COMBINATIONS = 4096;

const SHARE: Record<Risk, number> = {
  NONE: 1,
  MEDIUM: 0.5,
  HIGH: 0,
  UNANSWERED: 0,
  NOT_APPLICABLE: 0,
};

/** The answer with more practices in place; "none of these" goes. */
function withPractices(
  state: AnswerState,
  choiceIds: readonly string[],
): AnswerState {
  const selected = state.selectedChoices.filter(id => !isNoneOfThese(id));
  return {
    ...state,
    notApplicable: null,
    selectedChoices: [...new Set([...selected, ...choiceIds])],
  };
}

/** Subsets of `items` by size, smallest first. */
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
  for (let size = 0; size <= items.length; size++) {
    yield* ofSize(size, 0);
  }
}

function fewestThatHelp(
  question: CompiledQuestion,
  state: AnswerState,
  choiceId: string,
  unmet: readonly string[],
): { together: string[]; gain: number } {
  const now = SHARE[evaluateAnswer(question, state).risk];
  const others = unmet.filter(id => id !== choiceId);
  let tried = 0;
  for (const more of subsetsBySize(others)) {
    if (++tried > MOST_COMBINATIONS) break;
    const together = [choiceId, ...more];
    const { risk } = evaluateAnswer(question, withPractices(state, together));
    if (SHARE[risk] > now) {
      return { together, gain: (SHARE[risk] - now) / together.length };
    }
  }
  return { together: [choiceId], gain: 0 };
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
  const applicable = lens.questions.filter(
    ({ id }) => risks.get(id) !== 'NOT_APPLICABLE',
  );
  const weights = applicable.reduce((sum, { weight }) => sum + weight, 0);
  const points = applicable.reduce(
    (sum, { id, weight }) => sum + weight * SHARE[risks.get(id)!],
    0,
  );
  const plan: PlannedPractice[] = [];
  for (const question of applicable) {
    const risk = risks.get(question.id)!;
    if (risk === 'NONE') continue;
    const state = stateOf(question.id) ?? emptyAnswerState();
    const settled = new Set([
      ...state.selectedChoices,
      ...state.notApplicableChoices.map(choice => choice.choiceId),
    ]);
    const unmet = question.choices
      .map(({ id }) => id)
      .filter(id => !isNoneOfThese(id) && !settled.has(id));
    for (const choiceId of unmet) {
      const alone = evaluateAnswer(question, withPractices(state, [choiceId]));
      const { together, gain } = fewestThatHelp(
        question,
        state,
        choiceId,
        unmet,
      );
      const change = question.weight * (SHARE[alone.risk] - SHARE[risk]);
      plan.push({
        questionId: question.id,
        choiceId,
        risk,
        scoreIfDone: Math.round((100 * (points + change)) / weights),
        gain: Math.round((10_000 * gain * question.weight) / weights) / 100,
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
