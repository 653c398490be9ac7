// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type Answer,
  type ChoiceNotApplicable,
  type CompiledLens,
  type CompiledQuestion,
  type Reason,
  type Risk,
  isNoneOfThese,
} from '@ml-lens/lens-model';

export interface ReportQuestion {
  question: CompiledQuestion;
  answer: Answer;
  /** Practices by what was said about them; "none of these" is none. */
  inPlace: string[];
  missing: string[];
  moot: (ChoiceNotApplicable & { title: string })[];
}

/** A question or practice that was left out, and why. */
export interface MootItem {
  id: string;
  /** Undefined for a whole question. */
  practice?: string;
  question: string;
  reason: Reason;
  notes?: string;
}

function reportQuestion(
  question: CompiledQuestion,
  answer: Answer,
): ReportQuestion {
  const moot = new Map(
    answer.notApplicableChoices.map(given => [given.choiceId, given]),
  );
  const result: ReportQuestion = {
    question,
    answer,
    inPlace: [],
    missing: [],
    moot: [],
  };
  for (const { id, title } of question.choices) {
    if (isNoneOfThese(id)) continue;
    const given = moot.get(id);
    if (given) result.moot.push({ ...given, title });
    else if (answer.selectedChoices.includes(id)) result.inPlace.push(title);
    else result.missing.push(title);
  }
  return result;
}

/** Questions of a risk, in lens order. */
export function questionsOfRisk(
  lens: CompiledLens,
  answerOf: (questionId: string) => Answer,
  risk: Risk,
): ReportQuestion[] {
  return lens.questions.flatMap(question => {
    const answer = answerOf(question.id);
    return answer.risk === risk ? reportQuestion(question, answer) : [];
  });
}

/** All that was marked as not applicable, in lens order. */
export function mootItems(
  lens: CompiledLens,
  answerOf: (questionId: string) => Answer,
): MootItem[] {
  return lens.questions.flatMap((question): MootItem[] => {
    const answer = answerOf(question.id);
    if (answer.notApplicable) {
      return [
        { id: question.id, question: question.title, ...answer.notApplicable },
      ];
    }
    return reportQuestion(question, answer).moot.map(
      ({ choiceId, title, reason, notes }) => ({
        id: `${question.id}/${choiceId}`,
        question: question.title,
        practice: title,
        reason,
        notes,
      }),
    );
  });
}
