// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError } from '@backstage/errors';
import { initialReviewState, ReviewEvent } from '@ml-lens/lens-model';
import type { LensService } from '../../lenses/LensService';
import { ReviewStore } from '../ReviewStore';
import { lensOfVersion } from '../ReviewWriter';
import { ReviewRow } from '../rows';
import { foldHistory, versionBefore } from './fold';
import { projectionText } from './projectionText';

/** What a rebuild needs. */
export interface RebuildOptions {
  store: ReviewStore;
  lenses: Pick<LensService, 'compiled' | 'levels'>;
}

/**
 * Makes everything that follows from the events anew: answers, scorecards with
 * their history, iterations, targets and milestones. Gives the very rows that
 * were written event by event; after a change of the ladder of levels, those
 * that would have been, except that milestones stay as they were recorded. One
 * review at a time, so that people can go on working.
 *
 * @param reviewId - the review; all of them when left out
 * @returns number of reviews rebuilt
 */
export async function rebuild(
  options: RebuildOptions,
  reviewId?: string,
): Promise<number> {
  if (reviewId !== undefined) {
    return await rebuildEach(options, [reviewId]);
  }
  let count = 0;
  for await (const ids of options.store.reviewIds()) {
    count += await rebuildEach(options, ids);
  }
  return count;
}

/** What became of one review. */
export type RebuiltReview = {
  reviewId: string;
  /** Whether its rows were not what its events say. */
  differed: boolean;
};

/** Rebuilds one review, and says whether its rows were what its events say. */
export async function rebuildAndCompare(
  options: RebuildOptions,
  reviewId: string,
): Promise<RebuiltReview | undefined> {
  const [review] = await options.store.reviews([reviewId]);
  return review && (await rebuildOne(options, review));
}

async function rebuildEach(
  options: RebuildOptions,
  reviewIds: readonly string[],
): Promise<number> {
  let count = 0;
  for (const review of await options.store.reviews(reviewIds)) {
    await rebuildOne(options, review);
    count += 1;
  }
  return count;
}

/** How often a review is begun with while it is moved to other versions. */
const ATTEMPTS = 5;

async function rebuildOne(
  { store, lenses }: RebuildOptions,
  review: ReviewRow,
): Promise<RebuiltReview> {
  const { review_id: reviewId, lens_id: lensId } = review;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const versions = await lensVersionsOf({ store, lenses }, review);
    const known = new Set(versions.map(({ version }) => version));
    const differed = await store.transaction(async tx => {
      const [row] = await store.lock(tx, [reviewId]);
      if (!row) {
        return false;
      }
      const events = await store.events.list(reviewId, undefined, tx);
      if (![row.lens_version, ...namedBy(events)].every(v => known.has(v))) {
        // Moved after its versions were looked up, which this cannot be in.
        return undefined;
      }
      // Before and after in one: nobody answers in between.
      const before = await projectionText(tx, reviewId);
      const fold = await foldHistory(
        {
          reviewId,
          lensId,
          lens: lensOfVersion(versions),
          levels: lens => lenses.levels(lens),
        },
        initialReviewState(versionBefore(events, row.lens_version)),
        events,
        () => tx.raw('select 1'),
      );
      await store.clearProjections(tx, [reviewId]);
      const { projection, history, milestones } = fold;
      await store.save(
        tx,
        [
          {
            reviewId,
            events: [],
            before: undefined,
            after: projection,
            history,
            milestones,
          },
        ],
        row.created_at,
      );
      await store.markScored(tx, reviewId);
      return before !== (await projectionText(tx, reviewId));
    });
    if (differed !== undefined) {
      return { reviewId, differed };
    }
  }
  throw new ConflictError(
    `The review ${reviewId} is just being moved to another lens version; try again`,
  );
}

/** Every lens version that events name. */
export function namedBy(events: readonly ReviewEvent[]): string[] {
  return events.flatMap(({ type, lensVersion, before, after }) => [
    lensVersion,
    ...(type === 'LENS_UPGRADED'
      ? [before, after].flatMap(
          side => (side as { lensVersion?: string } | null)?.lensVersion ?? [],
        )
      : []),
  ]);
}

/** Every lens version the events of a review name. */
export async function lensVersionsOf(
  { store, lenses }: RebuildOptions,
  review: ReviewRow,
) {
  const versions = new Set([
    review.lens_version,
    ...(await store.events.lensVersions(review.review_id)),
  ]);
  return await Promise.all(
    [...versions].map(version => lenses.compiled(review.lens_id, version)),
  );
}
