// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, CompiledQuestion } from '../lens/compile';
import { diffLenses } from '../lens/diff';
import type { ConfirmReason } from '../lens/document';
import { durationOf } from '../lens/duration';

/** What concerns a question whose lens says nothing. */
const USUAL: readonly ConfirmReason[] = [
  'LENS_CHANGED',
  'EVIDENCE_CONTRADICTS',
];

/**
 * Whether a reason puts the answer of a question in doubt, as its lens says.
 * @public
 */
export function concerns(
  { source }: Pick<CompiledQuestion, 'source'>,
  reason: ConfirmReason,
): boolean {
  return reason === 'AGE'
    ? source.confirm?.age !== undefined
    : (source.confirm?.on ?? USUAL).includes(reason);
}

/**
 * Questions of a lens that a reason concerns, in the order of the lens.
 * @public
 */
export function questionsConcerned(
  lens: CompiledLens,
  reason: ConfirmReason,
): string[] {
  return lens.questions
    .filter(question => concerns(question, reason))
    .map(({ id }) => id);
}

/**
 * How long answers hold, in milliseconds, with the questions that say so.
 * @public
 */
export function answerAges(lens: CompiledLens): Map<number, string[]> {
  const ages = new Map<number, string[]>();
  for (const { id, source } of lens.questions) {
    const age = durationOf(source.confirm?.age ?? '');
    if (age !== undefined) {
      ages.set(age, [...(ages.get(age) ?? []), id]);
    }
  }
  return ages;
}

/**
 * Questions of the later version of a lens whose answers may mean something else
 * than with the earlier one: judged by other rules, or with practices that are
 * new or gone. Those the lens says are not concerned are left out.
 *
 * @public
 */
export function questionsChanged(
  before: CompiledLens,
  after: CompiledLens,
): string[] {
  const changed = new Set(
    diffLenses(before, after).changes.flatMap(({ kind, questionId, target }) =>
      questionId !== undefined &&
      (kind === 'RULES_CHANGED' ||
        (target === 'choice' && (kind === 'ADDED' || kind === 'REMOVED')))
        ? [questionId]
        : [],
    ),
  );
  return questionsConcerned(after, 'LENS_CHANGED').filter(
    id => changed.has(id) && before.question(id) !== undefined,
  );
}
