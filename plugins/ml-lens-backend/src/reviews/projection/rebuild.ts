/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { LensService } from '../../lenses/LensService';
import { ReviewStore } from '../ReviewStore';
import { lensOfVersion } from '../ReviewWriter';
import { ReviewRow } from '../rows';
import { foldEvents, versionBefore } from './fold';
import { projectionText } from './projectionText';
import {
  initialReviewState,
  RebuildResult,
} from '@ml-lens/backstage-plugin-ml-lens-common';

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

/** Most reviews that a comparison names. */
const NAMED = 100;

/**
 * {@link rebuild} that tells which reviews were not what their events say.
 *
 * @param workloadId - the reviews of one workload; all of them when left out
 */
export async function rebuildAndCompare(
  options: RebuildOptions,
  workloadId?: string,
): Promise<RebuildResult> {
  const { store } = options;
  const result: RebuildResult = { reviews: 0, differed: [] };
  const textOf = (reviewId: string) =>
    store.transaction(tx => projectionText(tx, reviewId));
  const compare = async (reviewId: string) => {
    const before = await textOf(reviewId);
    result.reviews += await rebuild(options, reviewId);
    if (result.differed.length < NAMED && before !== (await textOf(reviewId))) {
      result.differed.push(reviewId);
    }
  };
  if (workloadId !== undefined) {
    for (const { review_id: reviewId } of await store.reviewsOf(workloadId)) {
      await compare(reviewId);
    }
    return result;
  }
  for await (const ids of store.reviewIds()) {
    for (const reviewId of ids) {
      await compare(reviewId);
    }
  }
  return result;
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

async function rebuildOne(
  { store, lenses }: RebuildOptions,
  review: ReviewRow,
): Promise<void> {
  const { review_id: reviewId, lens_id: lensId } = review;
  const versions = await lensVersionsOf({ store, lenses }, review);
  await store.transaction(async tx => {
    const [row] = await store.lock(tx, [reviewId]);
    if (!row) {
      return;
    }
    const events = await store.events.list(reviewId, undefined, tx);
    const fold = foldEvents(
      {
        reviewId,
        lensId,
        lens: lensOfVersion(versions),
        levels: lens => lenses.levels(lens),
      },
      initialReviewState(versionBefore(events, row.lens_version)),
      events,
    );
    await store.clearProjections(tx, [reviewId]);
    await store.saveProjection(tx, reviewId, undefined, fold.projection);
    await store.addHistory(tx, fold.history);
    await store.addMilestones(tx, fold.milestones);
  });
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
