// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnswerState,
  CompiledLens,
  CompiledQuestion,
  pointsOf,
  practiceStatesOf,
  ReviewState,
  Risk,
  standingOf,
} from '@ml-lens/lens-model';

/*
 * What a review says about every question and practice, a few characters: for
 * every question of the lens, in its order, the risk, the weight of the
 * practices in place and of those that apply, and then every practice.
 * Some hundred characters hold what would otherwise be a hundred rows, so that
 * sixty thousand reviews are read and counted in well under a second, and the
 * history of it costs next to nothing.
 */

const RISK_CODES: Record<Risk, string> = {
  UNANSWERED: 'U',
  HIGH: 'H',
  MEDIUM: 'M',
  NONE: 'N',
  NOT_APPLICABLE: '-',
};

/** A practice that is not judged, because its question is not. */
const UNJUDGED = '.';
const MET = '+';
const MOOT = 'x';
/** Risks a question can have once it is answered, as codes of practices. */
const IF_DONE = { HIGH: 'h', MEDIUM: 'm', NONE: 'n' } as const;

/** Where the weights of a question are, from its risk on. */
const IN_PLACE_AT = 1;
const APPLICABLE_AT = 2;
/** Stands for a weight of 0; 15 practices of weight 3 end at `]`. */
const ZERO_WEIGHT = '0'.charCodeAt(0);

/** Where a practice is in the text. */
interface PracticePosition {
  question: CompiledQuestion;
  choiceId: string;
  /** What it weighs within its question. */
  weight: number;
  /** Position of the risk of its question. */
  riskAt: number;
  at: number;
}

/** Which character stands for what, in one lens version. */
export interface StatesLayout {
  length: number;
  questions: readonly { question: CompiledQuestion; at: number }[];
  practices: readonly PracticePosition[];
}

const layouts = new WeakMap<CompiledLens, StatesLayout>();

/** The layout of the texts of a lens version. */
export function layoutOf(lens: CompiledLens): StatesLayout {
  const known = layouts.get(lens);
  if (known) {
    return known;
  }
  const questions: { question: CompiledQuestion; at: number }[] = [];
  const practices: PracticePosition[] = [];
  let length = 0;
  for (const question of lens.questions) {
    const riskAt = length;
    length += 1 + APPLICABLE_AT;
    questions.push({ question, at: riskAt });
    for (const { id, weight } of question.practices) {
      practices.push({ question, choiceId: id, weight, riskAt, at: length++ });
    }
  }
  const layout = { length, questions, practices };
  layouts.set(lens, layout);
  return layout;
}

/**
 * Texts of questions by what was answered: after an event all but one question
 * say what they said before.
 */
const encoded = new WeakMap<CompiledQuestion, WeakMap<AnswerState, string>>();

/** The text of a review in one state. */
export function encodeStates(
  lens: CompiledLens,
  state: Pick<ReviewState, 'answers'>,
): string {
  return lens.questions
    .map(question => encodeQuestion(question, state.answers.get(question.id)))
    .join('');
}

function encodeQuestion(
  question: CompiledQuestion,
  answer: { state: AnswerState } | undefined,
): string {
  if (!answer) {
    return encodeAnswer(question, undefined);
  }
  let texts = encoded.get(question);
  if (!texts) {
    texts = new WeakMap();
    encoded.set(question, texts);
  }
  let text = texts.get(answer.state);
  if (text === undefined) {
    text = encodeAnswer(question, answer.state);
    texts.set(answer.state, text);
  }
  return text;
}

function encodeAnswer(
  question: CompiledQuestion,
  state: AnswerState | undefined,
): string {
  const { risk, weights } = standingOf(question, state);
  const judged = practiceStatesOf(question, state);
  const head =
    RISK_CODES[risk] + codeOf(weights.inPlace) + codeOf(weights.applicable);
  if (judged.length === 0) {
    return head + UNJUDGED.repeat(question.practices.length);
  }
  const codes = judged.map(practice => {
    switch (practice.state) {
      case 'met':
        return MET;
      case 'moot':
        return MOOT;
      default:
        return IF_DONE[practice.riskIfDone as keyof typeof IF_DONE];
    }
  });
  return head + codes.join('');
}

function codeOf(weight: number): string {
  return String.fromCharCode(ZERO_WEIGHT + weight);
}

/**
 * What characters mean, by character code: counting all reviews looks up
 * millions of them.
 */
export interface CodeMeanings {
  /** Of a question. */
  risk: (Risk | undefined)[];
  /** Of a practice: 1 where it is in place, 2 where it is not, else 0. */
  practice: Uint8Array;
  /** Of an unmet practice: the risk of its question if it were added. */
  riskIfDone: (Risk | undefined)[];
}

/** Values of {@link CodeMeanings.practice}. */
export const PRACTICE_MET = 1;
export const PRACTICE_UNMET = 2;

export const CODES: CodeMeanings = (() => {
  const size = 128;
  const codes: CodeMeanings = {
    risk: new Array(size),
    practice: new Uint8Array(size),
    riskIfDone: new Array(size),
  };
  for (const [risk, code] of Object.entries(RISK_CODES)) {
    codes.risk[code.charCodeAt(0)] = risk as Risk;
  }
  codes.practice[MET.charCodeAt(0)] = PRACTICE_MET;
  for (const [risk, code] of Object.entries(IF_DONE)) {
    codes.practice[code.charCodeAt(0)] = PRACTICE_UNMET;
    codes.riskIfDone[code.charCodeAt(0)] = risk as Risk;
  }
  return codes;
})();

/**
 * The points of the question whose text starts at a position, 0..1, and those
 * it would have with one more practice.
 *
 * @param codes - of the characters of the text
 */
export function pointsAt(
  codes: Uint8Array,
  at: number,
  more?: { weight: number; code: number },
): number {
  const inPlace = codes[at + IN_PLACE_AT] - ZERO_WEIGHT;
  const applicable = codes[at + APPLICABLE_AT] - ZERO_WEIGHT;
  return more
    ? pointsOf(CODES.riskIfDone[more.code]!, {
        inPlace: inPlace + more.weight,
        applicable,
      })
    : pointsOf(CODES.risk[codes[at]]!, { inPlace, applicable });
}
