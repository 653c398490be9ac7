/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { Knex } from 'knex';
import type { ReviewRow } from './rows';

/** How many proposals of each review wait for somebody at an instant. */
export interface OpenProposals {
  openCounts(
    reviewIds: readonly string[],
    at: string,
  ): Promise<Map<string, number>>;
}

/**
 * Ends the open proposals of a review that were made for something else than
 * what stands now: an answer came after the one they started from, or the
 * review moved to another version of its lens. Part of whatever writes a
 * review, so that no proposal outlives what it was made for.
 */
export async function supersedeProposals(
  tx: Knex.Transaction,
  reviewId: string,
  { last_at, lens_version }: Pick<ReviewRow, 'last_at' | 'lens_version'>,
): Promise<void> {
  if (last_at === null) {
    return;
  }
  await tx('proposals')
    .where('review_id', reviewId)
    // A literal, so that the index of open ones serves it.
    .whereRaw(`status = 'OPEN'`)
    .where(outdated =>
      outdated.whereNot('lens_version', lens_version).orWhereRaw(
        `based_on <> coalesce((
            select a.revision from answers a
            where a.review_id = proposals.review_id
              and a.question_id = proposals.question_id
          ), 0)`,
      ),
    )
    .update({ status: 'SUPERSEDED', ended_at: last_at });
}
