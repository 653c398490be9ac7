/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import {
  AnswerState,
  CompiledLens,
  CompiledQuestion,
  CONTRIBUTION,
  evaluateAnswer,
  isNoneOfThese,
  practiceStatesOf,
  ReviewState,
  Risk,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/*
 * What a review says about every question and practice, one character each: for
 * every question of the lens, in its order, the risk and then every practice.
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
/**
 * A practice that is not in place, by what adding it alone would do to the
 * share its question contributes, from -1 to 1 in halves.
 */
export const UNMET = ['a', 'b', '0', '1', '2'];

/** Where a practice is in the text. */
export interface PracticePosition {
  question: CompiledQuestion;
  choiceId: string;
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
    const riskAt = length++;
    questions.push({ question, at: riskAt });
    for (const { id } of question.choices) {
      if (!isNoneOfThese(id)) {
        practices.push({ question, choiceId: id, riskAt, at: length++ });
      }
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
  const { risk } = evaluateAnswer(question, state);
  const judged = practiceStatesOf(question, state);
  if (judged.length === 0) {
    const practices = question.choices.filter(({ id }) => !isNoneOfThese(id));
    return RISK_CODES[risk] + UNJUDGED.repeat(practices.length);
  }
  const codes = judged.map(practice => {
    switch (practice.state) {
      case 'met':
        return MET;
      case 'moot':
        return MOOT;
      default:
        return UNMET[2 + 2 * (shareOf(practice.riskIfDone!) - shareOf(risk))];
    }
  });
  return RISK_CODES[risk] + codes.join('');
}

/** What a risk contributes to a score, 0 where it is no part of it. */
function shareOf(risk: Risk): number {
  return risk === 'NOT_APPLICABLE' ? 0 : CONTRIBUTION[risk];
}

/**
 * What characters mean, by character code: counting all reviews looks up
 * millions of them.
 */
export interface CodeMeanings {
  /** Of a question: 1 where it applies, else 0. */
  applies: Float64Array;
  /** Of a question: what its risk contributes to a score. */
  share: Float64Array;
  /** Of a practice: 1 where it is in place, 2 where it is not, else 0. */
  practice: Uint8Array;
  /** Of an unmet practice: what it would add to the share of its question. */
  gain: Float64Array;
  high: number;
  medium: number;
}

/** Values of {@link CodeMeanings.practice}. */
export const PRACTICE_MET = 1;
export const PRACTICE_UNMET = 2;

export const CODES: CodeMeanings = (() => {
  const size = 128;
  const codes: CodeMeanings = {
    applies: new Float64Array(size),
    share: new Float64Array(size),
    practice: new Uint8Array(size),
    gain: new Float64Array(size),
    high: RISK_CODES.HIGH.charCodeAt(0),
    medium: RISK_CODES.MEDIUM.charCodeAt(0),
  };
  for (const [risk, code] of Object.entries(RISK_CODES)) {
    codes.applies[code.charCodeAt(0)] = risk === 'NOT_APPLICABLE' ? 0 : 1;
    codes.share[code.charCodeAt(0)] = shareOf(risk as Risk);
  }
  codes.practice[MET.charCodeAt(0)] = PRACTICE_MET;
  UNMET.forEach((code, index) => {
    codes.practice[code.charCodeAt(0)] = PRACTICE_UNMET;
    codes.gain[code.charCodeAt(0)] = (index - 2) / 2;
  });
  return codes;
})();
