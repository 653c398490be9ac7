// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { OrgRow } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { chunksOf, toNumber } from '../database/sql';

/** The rows of a table, with a `review_id`, that count at an instant. */
type Counted = (knex: Knex, at: string) => Knex.QueryBuilder;

/**
 * What is counted of reviews when they are shown, by its name there. Nothing
 * can be sorted or filtered by it: that takes a figure of the scorecard.
 */
export const COUNTED = {
  openProposals: (knex, at) =>
    knex('proposals')
      // A literal, so that the index of open ones serves it.
      .whereRaw(`status = 'OPEN'`)
      .where('expires_at', '>', at),
} satisfies Partial<Record<keyof OrgRow, Counted>>;

/** A name of {@link COUNTED}. */
export type CountName = keyof typeof COUNTED;

/** How many there are at an instant, by review; none where there is no entry. */
export async function countsOf(
  knex: Knex,
  name: CountName,
  reviewIds: readonly string[],
  at: string,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const chunk of chunksOf([...new Set(reviewIds)], 500)) {
    const rows: { review_id: string; count: unknown }[] = await COUNTED[name](
      knex,
      at,
    )
      .whereIn('review_id', chunk)
      .groupBy('review_id')
      .select('review_id')
      .count({ count: '*' });
    for (const row of rows) {
      counts.set(row.review_id, toNumber(row.count));
    }
  }
  return counts;
}
