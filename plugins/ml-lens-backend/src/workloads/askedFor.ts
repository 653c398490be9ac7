// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';

/**
 * Leaves out scorecards of reviews that nobody asks for: everything answered in
 * them was taken back, and no annotation names their lens. A move that was
 * taken back leaves such a one; its history stays, but it is neither listed nor
 * counted nor due until something is answered again.
 */
export function onlyAskedFor<Query extends Knex.QueryBuilder>(
  query: Query,
  scorecards: string,
): Query {
  query.whereRaw(
    `not (
      ${scorecards}.answered_at is not null
      and ${scorecards}.high + ${scorecards}.medium + ${scorecards}.none + ${scorecards}.not_applicable = 0
      and exists (
        select 1 from workload_lenses named
        where named.workload_id = ${scorecards}.workload_id
        and named.lens_id = ${scorecards}.lens_id
        and named.place is null
      )
    )`,
  );
  return query;
}
