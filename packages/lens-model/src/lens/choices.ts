// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LensDocument, NONE_OF_THESE_SUFFIX } from './document';

/**
 * Whether a choice is its question's "none of these" by its id.
 * @public
 */
export function isNoneOfThese(choiceId: string): boolean {
  return choiceId.endsWith(NONE_OF_THESE_SUFFIX);
}

/**
 * How many pillars, questions and choices a lens holds.
 * @public
 */
export function countLens(document: LensDocument): {
  pillars: number;
  questions: number;
  choices: number;
} {
  const questions = document.pillars.flatMap(pillar => pillar.questions);
  return {
    pillars: document.pillars.length,
    questions: questions.length,
    choices: questions.reduce((sum, { choices }) => sum + choices.length, 0),
  };
}
