// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewChanges } from './ReviewChanges';
import type { CompiledLens } from '../lens/compile';
import type { Scope } from '../model';
import { evaluateAnswer, scorecardOf } from '../scoring';
import { reviewStandings, type ReviewState } from '../timeline';

type QuestionChange = ReviewChanges['questions'][number];
type Side = Parameters<typeof diffReviews>[0];

function sideOf({ lens, answers }: Side, questionId: string) {
  const question = lens.question(questionId);
  if (!question) return null;
  const record = answers.get(questionId);
  return {
    risk: evaluateAnswer(question, record?.state).risk,
    state: record?.state ?? null,
    updatedAt: record?.updatedAt ?? null,
    updatedBy: record?.updatedBy ?? null,
    ...(record?.proposal && { proposal: record.proposal }),
  };
}

/** What a reader would call different; who and when alone are not. */
function contentOf(side: QuestionChange['before']) {
  const state = side?.state;
  return JSON.stringify([
    side?.risk ?? null,
    [...(state?.selectedChoices ?? [])].sort(),
    state?.notApplicableChoices ?? [],
    state?.notApplicable ?? null,
    state?.notes ?? '',
    state?.evidence ?? [],
  ]);
}

function kindOf(
  before: QuestionChange['before'],
  after: QuestionChange['after'],
): QuestionChange['kind'] {
  if (!before) return 'ADDED';
  if (!after) return 'REMOVED';
  const [was, is] = [before, after].map(({ risk }) => risk !== 'UNANSWERED');
  if (was === is) return 'CHANGED';
  return is ? 'ANSWERED' : 'CLEARED';
}

function scopeChanges(before: readonly Scope[], after: readonly Scope[]) {
  const old = new Map(before.map(({ id, score }) => [id, score]));
  const ids = new Set([...after, ...before].map(({ id }) => id));
  const now = new Map(after.map(({ id, score }) => [id, score]));
  return [...ids].map(id => ({
    id,
    before: old.get(id) ?? null,
    after: now.get(id) ?? null,
  }));
}

/**
 * What changed in a review between two points: questions in the order of the
 * later lens, those it no longer has at the end; scores by pillar and phase.
 *
 * @param from - the lens and the answers then
 * @param to - the same at the later point
 *
 * @public
 */
export function diffReviews(
  from: Pick<ReviewState, 'answers'> & { lens: CompiledLens },
  to: Pick<ReviewState, 'answers'> & { lens: CompiledLens },
): ReviewChanges {
  const questions: QuestionChange[] = [];
  const removed = from.lens.questions.filter(({ id }) => !to.lens.question(id));
  for (const question of [...to.lens.questions, ...removed]) {
    const before = sideOf(from, question.id);
    const after = sideOf(to, question.id);
    if (contentOf(before) === contentOf(after)) continue;
    const old = new Set(before?.state?.selectedChoices);
    const now = new Set(after?.state?.selectedChoices);
    questions.push({
      questionId: question.id,
      title: question.title,
      pillar: question.pillarId,
      phase: question.phaseId,
      kind: kindOf(before, after),
      before,
      after,
      selected: [...now].filter(id => !old.has(id)),
      deselected: [...old].filter(id => !now.has(id)),
    });
  }
  const scorecard = (side: Side) =>
    scorecardOf(side.lens, reviewStandings(side));
  const [old, now] = [scorecard(from), scorecard(to)];
  return {
    questions,
    pillars: scopeChanges(old.pillars, now.pillars),
    phases: scopeChanges(old.phases, now.phases),
  };
}
