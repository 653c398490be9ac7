// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Knex } from 'knex';

/** Tables whose rows follow from the events of a review. */
const PROJECTIONS = [
  'reviews',
  'answers',
  'scorecards',
  'scorecard_history',
  'phase_iterations',
  'phase_targets',
  'milestones',
];

/**
 * Everything that follows from the events of a review, as one text: the same
 * rows give the same text, whatever order the database returns them in.
 */
export async function projectionText(
  tx: Knex.Transaction,
  reviewId: string,
): Promise<string> {
  const tables: string[] = [];
  for (const table of PROJECTIONS) {
    const rows = await tx(table).where('review_id', reviewId).select();
    tables.push(
      rows
        .map(row => JSON.stringify(row))
        .sort()
        .join('\n'),
    );
  }
  return tables.join('\n\n');
}
