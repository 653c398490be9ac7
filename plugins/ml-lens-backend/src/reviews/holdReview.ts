// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensStatus } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { LOCK_TIMEOUT_MS } from '../database/transaction';
import { type ReviewRow, SCORED_AS } from './rows';

/** A review nobody else can change. */
export interface HeldReviewRow extends ReviewRow {
  /** Of its lens version; null where there is none. */
  lens_status: LensStatus | null;
  /** How many answers somebody is to confirm. */
  to_confirm: number;
}

/**
 * Holds one review with its scorecard until the transaction ends; many are held
 * by {@link ReviewStore.lock}. Who waited for one of them gets what both are
 * then, as of PostgreSQL's rows that are held, and of no others.
 */
export function holdReview(
  tx: Knex.Transaction,
  reviewId: string,
): Knex.QueryBuilder {
  return tx('reviews as r')
    .join('scorecards as s', 's.review_id', 'r.review_id')
    .where('r.review_id', reviewId)
    .forUpdate(['r', 's'])
    .select(
      'r.*',
      's.to_confirm',
      tx('lenses as l')
        .whereRaw('l.lens_id = r.lens_id')
        .whereRaw('l.version = r.lens_version')
        .select('l.status')
        .as('lens_status'),
    );
}

/** Where a review stands, as far as somebody else may have changed it. */
export type StandingAt = Pick<
  HeldReviewRow,
  'last_seq' | 'last_at' | 'lens_version' | 'to_confirm'
>;

/**
 * Holds a review for one statement of PostgreSQL, if nobody else does, it still
 * stands where somebody knows it to and its lens version takes answers. The
 * statement waits for other rows no longer than a transaction would.
 *
 * It sees all but the rows it holds as of its beginning, and would pass over
 * what was written since. Whoever writes more of a review than its events
 * therefore writes the row of the review as well, see {@link touchReview}, and
 * if that is not the one there was at the beginning, the review is not held.
 */
export function holdReviewAt(
  knex: Knex,
  reviewId: string,
  at: StandingAt,
): Knex.QueryBuilder {
  return (
    knex('reviews as r')
      .join('scorecards as s', 's.review_id', 'r.review_id')
      .where('r.review_id', reviewId)
      // Of both rows PostgreSQL looks at what they are once they are held.
      .where({
        'r.last_seq': at.last_seq,
        'r.last_at': at.last_at,
        'r.lens_version': at.lens_version,
        'r.scored_as': SCORED_AS,
        's.to_confirm': at.to_confirm,
      })
      .whereRaw(
        'r.xmin = (select seen.xmin from reviews as seen where seen.review_id = ?)',
        [reviewId],
      )
      .whereNotExists(
        knex('lenses as l')
          .whereRaw('l.lens_id = r.lens_id')
          .whereRaw('l.version = r.lens_version')
          .whereNot('l.status', 'PUBLISHED')
          .select('l.status'),
      )
      .whereRaw(`(select set_config('lock_timeout', ?, true)) is not null`, [
        `${LOCK_TIMEOUT_MS}`,
      ])
      .select('r.review_id')
      .forUpdate(['r', 's'])
      .skipLocked()
  );
}

/**
 * Writes the row of a review as it is: what belongs to the review was written,
 * and those who go on with it in one statement must not miss that.
 */
export async function touchReview(
  tx: Knex.Transaction,
  reviewId: string,
): Promise<void> {
  await tx('reviews')
    .where('review_id', reviewId)
    .update({ last_seq: tx.ref('last_seq') });
}
