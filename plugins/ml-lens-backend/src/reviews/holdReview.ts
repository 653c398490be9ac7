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
  /** How many answers somebody is to confirm; null without a scorecard. */
  to_confirm: number | null;
}

/**
 * Holds one review until the transaction ends; many are held by
 * {@link ReviewStore.lock}.
 */
export function holdReview(
  tx: Knex.Transaction,
  reviewId: string,
): Knex.QueryBuilder {
  return tx('reviews')
    .where('review_id', reviewId)
    .forUpdate()
    .select(
      '*',
      tx('lenses as l')
        .whereRaw('l.lens_id = reviews.lens_id')
        .whereRaw('l.version = reviews.lens_version')
        .select('l.status')
        .as('lens_status'),
      tx('scorecards as s')
        .whereRaw('s.review_id = reviews.review_id')
        .select('s.to_confirm')
        .as('to_confirm'),
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
