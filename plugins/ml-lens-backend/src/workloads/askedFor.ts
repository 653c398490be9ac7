// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';

/**
 * Leaves out rows of reviews that nobody asks for: everything answered in them
 * was taken back, and no annotation names their lens. A move that was taken
 * back leaves such a one; its history stays, but it is neither listed nor
 * counted nor due until something is answered again.
 *
 * @param rows - what the rows are called: scorecards, or what they were
 */
export function onlyAskedFor<Query extends Knex.QueryBuilder>(
  query: Query,
  rows: string,
): Query {
  query.whereRaw(
    `not (
      ${rows}.answered_at is not null
      and ${rows}.high + ${rows}.medium + ${rows}.none + ${rows}.not_applicable = 0
      and exists (
        select 1 from reviews asked
        join workload_lenses named
          on named.workload_id = asked.workload_id
          and named.lens_id = asked.lens_id
        where asked.review_id = ${rows}.review_id and named.place is null
      )
    )`,
  );
  return query;
}
