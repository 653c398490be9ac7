// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Review } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { chunksOf } from '../database/sql';
import { noteOrgChange } from '../workloads/orgChanges';
import { workloadIdOf } from './ReviewStore';
import type { DoubtRow } from './rows';

/** Answers somebody is to confirm. */
export class DoubtStore {
  constructor(private readonly knex: Knex) {}

  /** Doubts about a review that were live at an instant, longest first. */
  async liveAt(reviewId: string, at: string): Promise<Review['toConfirm']> {
    const rows: DoubtRow[] = await this.knex<DoubtRow>('answer_doubts')
      .where('review_id', reviewId)
      .where('since', '<=', at)
      .where(live => live.whereNull('ended_at').orWhere('ended_at', '>', at))
      .orderBy(['since', 'question_id', 'reason']);
    return rows.map(({ question_id: questionId, reason, since, detail }) => ({
      questionId,
      reason,
      since,
      detail,
    }));
  }

  /**
   * Puts answers of a review in doubt; those in doubt for the reason already
   * stay as they are.
   */
  async add(
    tx: Knex.Transaction,
    reviewId: string,
    questionIds: readonly string[],
    { detail, ...doubt }: Pick<DoubtRow, 'reason' | 'since' | 'detail'>,
  ): Promise<void> {
    await this.addAll(
      tx,
      questionIds.map(id => ({
        review_id: reviewId,
        question_id: id,
        detail,
      })),
      doubt,
    );
  }

  /**
   * {@link DoubtStore.add} for answers of any reviews.
   *
   * @returns reviews with answers that were not in doubt for the reason
   */
  async addAll(
    tx: Knex.Transaction,
    answers: readonly (Pick<DoubtRow, 'review_id' | 'question_id'> &
      Partial<Pick<DoubtRow, 'detail'>>)[],
    doubt: Pick<DoubtRow, 'reason' | 'since'>,
  ): Promise<string[]> {
    const reviews = new Set<string>();
    for (const chunk of chunksOf(answers)) {
      const added: { review_id: string }[] = await tx('answer_doubts')
        .insert(
          chunk.map(answer => ({
            detail: null,
            ...answer,
            ...doubt,
            ended_at: null,
            ended_by: null,
          })),
        )
        .onConflict()
        .ignore()
        .returning('review_id');
      for (const row of added) {
        reviews.add(row.review_id);
      }
    }
    if (reviews.size > 0) {
      await this.#count(tx, [...reviews]);
    }
    return [...reviews];
  }

  /** Ends all doubts about some answers of a review. */
  async end(
    tx: Knex.Transaction,
    reviewId: string,
    questionIds: readonly string[],
    { at, by }: { at: string; by: string },
  ): Promise<void> {
    let ended = 0;
    for (const chunk of chunksOf(questionIds)) {
      ended += await tx('answer_doubts')
        .where('review_id', reviewId)
        .whereIn('question_id', chunk)
        .whereNull('ended_at')
        .update({ ended_at: at, ended_by: by });
    }
    if (ended > 0) {
      await this.#count(tx, [reviewId]);
    }
  }

  /** Brings the numbers that lists show up to date. */
  async #count(
    tx: Knex.Transaction,
    reviewIds: readonly string[],
  ): Promise<void> {
    await noteOrgChange(tx, reviewIds.map(workloadIdOf));
    for (const chunk of chunksOf([...reviewIds].sort(), 500)) {
      await tx('scorecards')
        .whereIn('review_id', chunk)
        .update({
          to_confirm: tx('answer_doubts as d')
            .whereRaw('d.review_id = scorecards.review_id')
            .whereNull('d.ended_at')
            .countDistinct('d.question_id'),
        });
    }
  }
}
