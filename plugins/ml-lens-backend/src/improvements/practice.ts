// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import {
  type AnswerState,
  type CompiledLens,
  isNoneOfThese,
} from '@ml-lens/lens-model';

/**
 * @throws NotFoundError when the lens has no such practice
 * @throws InputError when it says that no practice is in place
 */
export function requirePractice(
  lens: CompiledLens,
  questionId: string,
  choiceId: string,
): void {
  if (!lens.question(questionId)?.choice(choiceId)) {
    throw new NotFoundError(
      `The lens '${lens.id}' version '${lens.version}' has no practice '${choiceId}' in a question '${questionId}'`,
    );
  }
  if (isNoneOfThese(choiceId)) {
    throw new InputError(
      `Invalid path: choiceId: '${choiceId}' says that no practice is in place, so it cannot be planned`,
    );
  }
}

/** Whether an answer leaves nothing to be done for a practice. */
export function isSettled(
  answer: AnswerState | undefined,
  choiceId: string,
): boolean {
  return Boolean(
    answer?.notApplicable ||
      answer?.selectedChoices.includes(choiceId) ||
      answer?.notApplicableChoices.some(moot => moot.choiceId === choiceId),
  );
}
