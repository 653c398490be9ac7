// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReportedEvidence } from '@ml-lens/backstage-plugin-ml-lens-common';
import type {
  AnswerState,
  CompiledLens,
  ReviewState,
} from '@ml-lens/lens-model';
import { answerOf } from '../reviews/views';
import type { EvidenceRow } from './EvidenceStore';

/** A piece of evidence beside what the answer says at an instant. */
export function toReportedEvidence(
  row: EvidenceRow,
  { lens, state }: { lens: CompiledLens; state: ReviewState },
  at: string,
): ReportedEvidence {
  const stale = row.expires_at !== null && row.expires_at <= at;
  return {
    id: row.evidence_id,
    questionId: row.question_id,
    choiceId: row.choice_id,
    source: row.source,
    provider: row.provider,
    verdict: row.verdict,
    title: row.title,
    url: row.url,
    note: row.note,
    observedAt: row.observed_at,
    expiresAt: row.expires_at,
    stale,
    contradictsAnswer: !stale && contradicts(row, lens, state),
    suggestsChoice:
      !stale && suggests(row, state.answers.get(row.question_id)?.state),
  };
}

/**
 * Whether an answer says otherwise: it claims a practice that does not hold, or
 * denies (by "None of these") one that does. Evidence against a whole question
 * contradicts an answer without risk.
 */
function contradicts(
  { verdict, question_id: questionId, choice_id: choiceId }: EvidenceRow,
  lens: CompiledLens,
  state: ReviewState,
): boolean {
  const record = state.answers.get(questionId);
  const question = lens.question(questionId);
  if (!record || !question || record.state.notApplicable) {
    return false;
  }
  const { selectedChoices } = record.state;
  if (verdict === 'CONTRADICTS') {
    return choiceId === null
      ? answerOf(lens, questionId, record).risk === 'NONE'
      : selectedChoices.includes(choiceId);
  }
  const denied =
    question.noneOfTheseId !== null &&
    selectedChoices.includes(question.noneOfTheseId);
  return verdict === 'SUPPORTS' && choiceId !== null && denied;
}

/** Whether it supports a practice that applies and the answer does not claim. */
function suggests(
  { verdict, choice_id: choiceId }: EvidenceRow,
  answer: AnswerState | undefined,
): boolean {
  if (verdict !== 'SUPPORTS' || choiceId === null) {
    return false;
  }
  return !(
    answer?.notApplicable ||
    answer?.selectedChoices.includes(choiceId) ||
    answer?.notApplicableChoices.some(moot => moot.choiceId === choiceId)
  );
}
