// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { WorkloadFilter } from '../auth/Access';
import { toNumber } from '../database/sql';
import type { Destination } from './UpgradeService';

/** Begun reviews of a lens beside their scorecards, as far as the filter lets pass. */
export function begunReviews(
  knex: Knex,
  lensId: string,
  filter: WorkloadFilter | undefined,
): Knex.QueryBuilder {
  const query = knex('reviews')
    .join('scorecards', 'scorecards.review_id', 'reviews.review_id')
    .where('reviews.lens_id', lensId)
    .where('reviews.last_seq', '>', 0);
  filter?.apply(query, 'scorecards');
  return query;
}

/** Those of {@link begunReviews} that are not at the destination yet. */
export function reviewsElsewhere(
  knex: Knex,
  lensId: string,
  { lens }: Destination,
  filter: WorkloadFilter | undefined,
): Knex.QueryBuilder {
  const query = begunReviews(knex, lensId, filter);
  if (lens.id === lensId) {
    query.whereNot('reviews.lens_version', lens.version);
  }
  return query;
}

/** How many rows a query has. */
export async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count({ count: '*' });
  return toNumber(row.count);
}
