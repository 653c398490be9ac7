// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type PhaseStatus, scoreFrom } from '@ml-lens/lens-model';
import {
  CODES,
  pointsAt,
  type StatesLayout,
} from '../../reviews/projection/practiceStates';

/** Some questions of a table: where the risk of each is, and what it weighs. */
export interface QuestionSet {
  at: Int32Array;
  weight: Float64Array;
  /** Places of the phases from which they are due. */
  due: Int8Array;
}

/** The figures of some questions in one scorecard. */
export interface Measure {
  /** NaN for none. */
  score: number;
  answered: number;
  applicable: number;
  high: number;
}

/** As scores are made of, see scoreFrom. */
export function partsOf(
  layout: StatesLayout,
  codes: Uint8Array,
): Parameters<typeof scoreFrom>[0] {
  const parts = { earned: 0, weightSum: 0, answered: 0, risky: 0 };
  for (const { question, at } of layout.questions) {
    const risk = CODES.risk[codes[at]];
    if (risk !== 'NOT_APPLICABLE') {
      parts.weightSum += question.weight;
      parts.earned += question.weight * pointsAt(codes, at);
      parts.answered += risk === 'UNANSWERED' ? 0 : 1;
      parts.risky += risk === 'NONE' ? 0 : 1;
    }
  }
  return parts;
}

/** Questions that nobody answered and that are due after a phase. */
export function countLater(
  codes: Uint8Array,
  start: number,
  { at, due }: QuestionSet,
  phase: number,
): number {
  let later = 0;
  for (let index = 0; index < at.length; index++) {
    const isOpen = CODES.risk[codes[start + at[index]]] === 'UNANSWERED';
    later += isOpen && due[index] > phase ? 1 : 0;
  }
  return later;
}

/** The figures of some questions of the states that start somewhere. */
export function measureCodes(
  codes: Uint8Array,
  start: number,
  { at, weight }: QuestionSet,
): Measure {
  let earned = 0;
  let weightSum = 0;
  let answered = 0;
  let applicable = 0;
  let none = 0;
  let high = 0;
  for (let index = 0; index < at.length; index++) {
    const place = start + at[index];
    const risk = CODES.risk[codes[place]];
    if (risk !== 'NOT_APPLICABLE') {
      applicable += 1;
      weightSum += weight[index];
      if (risk !== 'UNANSWERED') {
        answered += 1;
        earned += weight[index] * pointsAt(codes, place);
        none += risk === 'NONE' ? 1 : 0;
        high += risk === 'HIGH' ? 1 : 0;
      }
    }
  }
  const score = scoreFrom({
    earned,
    weightSum,
    answered,
    risky: applicable - none,
  });
  return { score: score ?? NaN, answered, applicable, high };
}

/** The status of a phase with some questions, as `phaseStatusOf` says. */
export function statusOf(
  { answered, applicable, high }: Measure,
  questions: QuestionSet,
): PhaseStatus {
  const open = applicable - answered;
  if (open === questions.at.length) {
    return 'NOT_STARTED';
  }
  if (open > 0) {
    return 'IN_PROGRESS';
  }
  return high > 0 ? 'AT_RISK' : 'COMPLETE';
}
