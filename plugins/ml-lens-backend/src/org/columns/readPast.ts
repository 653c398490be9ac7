// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { initialReviewState, type ReviewEvent } from '@ml-lens/lens-model';
import type { LensService } from '../../lenses/LensService';
import { EventStore } from '../../reviews/EventStore';
import { foldEvents, versionBefore } from '../../reviews/projection/fold';
import { BEGINNING } from '../../reviews/projection/projection';
import { namedBy } from '../../reviews/projection/rebuild';
import { workloadIdOf } from '../../reviews/ReviewStore';
import { lensOfVersion } from '../../reviews/ReviewWriter';
import type {
  DayHistoryRow,
  PhaseIterationRow,
  ReviewRow,
} from '../../reviews/rows';
import { orgPosition } from '../../workloads/orgChanges';
import {
  countToConfirm,
  ofPast,
  openIterations,
  openSince,
  type PastRow,
  pastRows,
  readAsOf,
  type ReadScorecards,
  reviewsOf,
  toConfirm,
  type ToConfirmRow,
} from './readFigures';

type Lenses = Pick<LensService, 'compiled' | 'levels'>;

/**
 * The scorecards as they were at an instant. What the history says of the end
 * of a day is read; of reviews with events before and after the instant on its
 * day, the events up to it.
 *
 * @param only - lenses to read; all where left out
 */
export function readAt(
  lenses: Lenses,
  at: string,
  only?: readonly string[],
): ReadScorecards {
  return async function* past(knex, workloadIds) {
    const events = new EventStore(knex);
    for await (const within of reviewsOf(knex, workloadIds, only)) {
      const { rows, ...read } = await readAsOf<{
        rows: PastRow;
        iterations: PhaseIterationRow;
        confirms: ToConfirmRow;
        reviews: Pick<ReviewRow, 'review_id'>;
      }>(knex, {
        rows: pastRows(knex, within, at),
        iterations: openIterations(knex, within, at),
        confirms: countToConfirm(knex, within, at),
        reviews: within(knex('reviews')).select('review_id'),
      });
      const open = openSince(read.iterations);
      const doubts = toConfirm(read.confirms);
      const found = new Set(rows.map(row => row.review_id));
      const others = read.reviews.flatMap(({ review_id: id }) =>
        found.has(id) ? [] : [id],
      );
      const between = await events.between(knex, others, BEGINNING, at);
      yield {
        position: others.length > 0 ? await orgPosition(knex) : read.position,
        figures: rows.map(row =>
          ofPast(row, open.get(row.review_id), doubts.get(row.review_id)),
        ),
        later: async () =>
          await Promise.all(
            [...between].map(async ([reviewId, happened]) =>
              ofPast(
                await lastRow(lenses, reviewId, happened),
                open.get(reviewId),
                doubts.get(reviewId),
              ),
            ),
          ),
      };
    }
  };
}

/** What the history would say after the last of some events. */
async function lastRow(
  lenses: Lenses,
  reviewId: string,
  events: readonly ReviewEvent[],
): Promise<PastRow> {
  const lensId = reviewId.slice(workloadIdOf(reviewId).length + 1);
  const [{ lensVersion }] = events;
  const begun = versionBefore(events, lensVersion);
  const versions = await Promise.all(
    [...new Set([begun, ...namedBy(events)])].map(version =>
      lenses.compiled(lensId, version),
    ),
  );
  const { history } = foldEvents(
    {
      reviewId,
      lensId,
      lens: lensOfVersion(versions),
      levels: lens => lenses.levels(lens),
    },
    initialReviewState(begun),
    events,
  );
  // It has not ended, so all of it is known.
  return history[history.length - 1] as DayHistoryRow;
}
