// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { concerns } from '@ml-lens/lens-model/confirm';
import { inTransaction } from '../database/transaction';
import type { Knex } from 'knex';
import { DoubtStore } from '../reviews/DoubtStore';
import { ReviewStore } from '../reviews/ReviewStore';
import type { ReviewMoment } from '../reviews/reviewAt';
import { toReportedEvidence } from './views';
import type { EvidenceRow } from './EvidenceStore';

/**
 * Puts answers in doubt that evidence contradicts, as far as their lens says
 * that evidence concerns them.
 */
export async function doubtContradicted(
  knex: Knex,
  reviewId: string,
  rows: readonly EvidenceRow[],
  moment: Pick<ReviewMoment, 'lens' | 'state'>,
  at: string,
): Promise<void> {
  const contradicting = rows.filter(row => {
    const question = moment.lens.question(row.question_id);
    return (
      question &&
      concerns(question, 'EVIDENCE_CONTRADICTS') &&
      toReportedEvidence(row, moment, at).contradictsAnswer
    );
  });
  if (contradicting.length > 0) {
    await inTransaction(knex, async tx => {
      // Before what is kept by review, as everybody who writes.
      await new ReviewStore(tx).lock(tx, [reviewId]);
      await new DoubtStore(tx).addAll(
        tx,
        contradicting.map(({ question_id, title }) => ({
          review_id: reviewId,
          question_id,
          detail: title,
        })),
        { reason: 'EVIDENCE_CONTRADICTS', since: at },
      );
    });
  }
}
