// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import type { AnswerState, Scorecard } from '../model';
import { emptyAnswerState } from './answers';
import { measureScope, scoreFrom } from './measures';
import { standingOf, type QuestionStanding } from './standing';
import { scheduleOf, type DueSchedule } from './dueSchedule';

/**
 * The figures of what is due, and the readiness they make. Not a scorecard's
 * own, which are of everything.
 * @public
 */
export interface Readiness {
  readiness: number | null;
  due: Scorecard['due'];
}

/**
 * The readiness of a review for the phase it is in. What is not due yet and not
 * in place is set aside; what is due, or done already, counts. So readiness is
 * the score where everything is due, and entering a phase never raises it:
 * what was set aside can only have been in the way.
 *
 * @param stateOf - the answers, by question id
 * @param phaseId - the phase it is in; null for one before the first phase
 * begins, which is asked what the first one asks
 * @public
 */
export function readinessOf(
  lens: CompiledLens,
  stateOf: (questionId: string) => AnswerState | undefined,
  phaseId: string | null,
): Readiness {
  const schedule = scheduleOf(lens);
  const now = schedule.placeOf(phaseId);
  const due: CompiledQuestion[] = [];
  const standings = new Map<string, QuestionStanding>();
  const early: { weight: number; standing: QuestionStanding }[] = [];
  const notDue = { questions: 0, practices: 0 };
  for (const question of lens.questions) {
    const state = stateOf(question.id);
    const standing = bestFrom(schedule, question, state, now);
    if (schedule.question(question) <= now) {
      due.push(question);
      standings.set(question.id, standing);
    } else if (standing.risk !== 'NOT_APPLICABLE') {
      notDue.questions += 1;
      early.push({ weight: question.weight, standing });
    }
    notDue.practices += openLater(schedule, question, state, now);
  }
  const measures = measureScope(due, ({ id }) => standings.get(id)!);
  const { coverage, counts, practices, weightSum } = measures;
  return {
    readiness: withEarly(due, standings, weightSum, early),
    due: { coverage, counts, practices, notDue },
  };
}

/**
 * Where a question stands by what is due of it now or at a later phase,
 * whichever is better: with rules that punish a practice more, looking further
 * must not help when the phase is entered.
 */
function bestFrom(
  schedule: DueSchedule,
  question: CompiledQuestion,
  state: AnswerState | undefined,
  now: number,
): QuestionStanding {
  const places = schedule.places(question);
  if (places.length === 1 || state?.notApplicable) {
    return standingOf(question, state);
  }
  const first = Math.max(now, places[0]);
  return [first, ...places.filter(place => place > first)]
    .map(place => standingOf(question, asOf(schedule, question, state, place)))
    .reduce((best, other) => (other.points > best.points ? other : best));
}

/** An answer without the practices that are not due at a place, nor in place. */
function asOf(
  schedule: DueSchedule,
  question: CompiledQuestion,
  state: AnswerState = emptyAnswerState(),
  place: number,
): AnswerState {
  const later = openAfter(schedule, question, state, place);
  return later.length === 0
    ? state
    : {
        ...state,
        notApplicableChoices: [
          ...state.notApplicableChoices,
          ...later.map(({ id }) => ({
            choiceId: id,
            reason: 'NONE' as const,
          })),
        ],
      };
}

/** Practices of a question that are neither due, in place nor moot. */
function openLater(
  schedule: DueSchedule,
  question: CompiledQuestion,
  state: AnswerState | undefined,
  now: number,
): number {
  if (state?.notApplicable) {
    return 0;
  }
  return openAfter(schedule, question, state, now).filter(
    ({ id }) => !question.announced.has(id),
  ).length;
}

/** Practices that are due later than at a place, and neither in place nor moot. */
function openAfter(
  schedule: DueSchedule,
  question: CompiledQuestion,
  state: AnswerState = emptyAnswerState(),
  place: number,
) {
  const said = new Set([
    ...state.selectedChoices,
    ...state.notApplicableChoices.map(({ choiceId }) => choiceId),
  ]);
  return question.practices.filter(
    ({ id }) => !said.has(id) && schedule.practice(question, id) > place,
  );
}

/**
 * The score of what is due together with whatever is done early and raises it:
 * the best there is among all sets that hold what is due.
 */
function withEarly(
  due: readonly CompiledQuestion[],
  standings: ReadonlyMap<string, QuestionStanding>,
  dueWeight: number,
  early: readonly { weight: number; standing: QuestionStanding }[],
): number | null {
  const parts = { earned: 0, weightSum: dueWeight, answered: 0, risky: 0 };
  const count = ({ risk, points }: QuestionStanding, weight: number) => {
    parts.earned += weight * points;
    parts.answered += risk === 'UNANSWERED' ? 0 : 1;
    parts.risky += risk === 'NONE' ? 0 : 1;
  };
  for (const { id, weight } of due) {
    const standing = standings.get(id)!;
    if (standing.risk !== 'NOT_APPLICABLE') {
      count(standing, weight);
    }
  }
  const best = [...early].sort((a, b) => b.standing.points - a.standing.points);
  for (const { weight, standing } of best) {
    const isBetter =
      parts.weightSum === 0
        ? standing.risk !== 'UNANSWERED'
        : standing.points * parts.weightSum > parts.earned;
    if (!isBetter) {
      break;
    }
    count(standing, weight);
    parts.weightSum += weight;
  }
  return scoreFrom(parts);
}
