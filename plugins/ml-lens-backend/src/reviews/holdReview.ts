// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensStatus } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import type { ReviewRow } from './rows';

/**
 * A review nobody else can change, with the status of its lens version; null
 * where there is none.
 */
export type HeldReviewRow = ReviewRow & { lens_status: LensStatus | null };

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
    );
}
