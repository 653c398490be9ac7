// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { PutAnswerBody } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type AnswerRecord,
  type AnswerState,
  checkAnswer,
  type CompiledQuestion,
  emptyAnswerState,
} from '@ml-lens/lens-model';
import type { NewEvent } from './ReviewWriter';
import { sameAnswer } from './sameAnswer';

/**
 * What an answer says once somebody answered: choices and applicability are
 * replaced; notes and evidence stay where they are left out.
 */
export function answerAfter(
  record: AnswerRecord | undefined,
  said: Omit<PutAnswerBody, 'revision'>,
): AnswerState {
  const before = record?.state ?? emptyAnswerState();
  return {
    selectedChoices: said.selectedChoices,
    notApplicableChoices: said.notApplicableChoices ?? [],
    notApplicable: said.notApplicable ?? null,
    notes: said.notes ?? before.notes,
    evidence: said.evidence ?? before.evidence,
  };
}

/**
 * The event of an answer; undefined where it says what was said before.
 *
 * @throws InputError naming the field, for choices that do not go together
 */
export function answeredEvent(
  question: CompiledQuestion,
  record: AnswerRecord | undefined,
  after: AnswerState,
): Omit<NewEvent, 'by' | 'source'> | undefined {
  const problems = checkAnswer(question, after);
  if (problems.length > 0) {
    throw new InputError(
      `Invalid answer: ${problems
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; ')}`,
    );
  }
  if (record && sameAnswer(record.state, after)) {
    return undefined;
  }
  return {
    type: 'ANSWERED',
    questionId: question.id,
    phaseId: question.phaseId,
    before: record?.state ?? null,
    after,
  };
}
