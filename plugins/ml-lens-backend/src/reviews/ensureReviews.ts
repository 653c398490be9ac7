// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CompiledLens,
  initialReviewState,
  LensLevel,
} from '@ml-lens/lens-model';
import { Knex } from 'knex';
import {
  chunksOf,
  foldText,
  selectForUpdate,
  upsertAll,
} from '../database/sql';
import { lockWorkloads } from '../workloads/lockWorkloads';
import { noteOrgChange } from '../workloads/orgChanges';
import { WorkloadRow } from '../workloads/rows';
import { lensesOf } from '../workloads/workloadLenses';
import { foldEvents } from './projection/fold';
import { reviewIdOf, ReviewStore, workloadIdOf } from './ReviewStore';
import {
  ReviewRow,
  SCORED_AS,
  ScorecardHistoryRow,
  ScorecardRow,
} from './rows';

/**
 * The lenses new reviews begin with. Resolved before the transaction, because
 * a lens may have to be read from the database and SQLite has one connection.
 */
export interface PublishedLenses {
  /** Latest published version of each lens, by lens id. */
  lenses: ReadonlyMap<string, CompiledLens>;
  levels: (lens: CompiledLens) => readonly LensLevel[];
}

/**
 * Sees to it that every workload has a review, with a scorecard that says
 * nothing is answered yet, for each of its lenses that is published: reviews
 * never begun are listed too. Reviews without an event follow the latest
 * published version, and go when the workload no longer names their lens;
 * reviews with events stay as they are. May be run again at any time.
 *
 * Holds the workloads and then their reviews, so that a first answer is either
 * there already, or waits and finds what became of its review.
 *
 * @param workloadIds - workloads with a row
 */
export async function ensureReviews(
  tx: Knex.Transaction,
  published: PublishedLenses,
  workloadIds: Iterable<string>,
  at: string,
): Promise<void> {
  const store = new ReviewStore(tx);
  const workloads = await lockWorkloads(tx, workloadIds);
  const reviews = new Map(
    (
      await lockReviewsOf(
        tx,
        workloads.map(row => row.workload_id),
      )
    ).map(row => [row.review_id, row]),
  );
  const lenses = await lensesOf(
    tx,
    workloads.map(row => row.workload_id),
  );
  const fresh: { workload: WorkloadRow; lens: CompiledLens }[] = [];
  const outdated: string[] = [];
  const gone: string[] = [];
  const wanted = new Set<string>();
  for (const workload of workloads) {
    for (const lensId of lenses.get(workload.workload_id) ?? []) {
      const reviewId = reviewIdOf(workload.workload_id, lensId);
      wanted.add(reviewId);
      const lens = published.lenses.get(lensId);
      const review = reviews.get(reviewId);
      if (lens && !review) {
        fresh.push({ workload, lens });
      } else if (
        lens &&
        review?.last_seq === 0 &&
        review.lens_version !== lens.version
      ) {
        outdated.push(reviewId);
        fresh.push({ workload, lens });
      }
    }
  }
  for (const review of reviews.values()) {
    if (review.last_seq === 0 && !wanted.has(review.review_id)) {
      gone.push(review.review_id);
    }
  }
  await removeUnbegun(tx, store, gone);
  // Their rows stay, so that whoever waits to answer finds the new version.
  await store.clearProjections(tx, outdated);
  await addReviews(tx, published, fresh, at);
}

/**
 * Holds all reviews of workloads until the transaction ends: after the
 * workloads, and before anything that is kept by review.
 */
export async function lockReviewsOf(
  tx: Knex.Transaction,
  workloadIds: Iterable<string>,
): Promise<ReviewRow[]> {
  return await selectForUpdate<ReviewRow>(
    tx,
    'reviews',
    'workload_id',
    workloadIds,
    'review_id',
  );
}

/**
 * Adds reviews nobody has begun, with their empty scorecards, or begins anew
 * those that are there. The caller holds the workloads.
 */
export async function addReviews(
  tx: Knex.Transaction,
  { levels }: Pick<PublishedLenses, 'levels'>,
  reviews: readonly { workload: WorkloadRow; lens: CompiledLens }[],
  at: string,
): Promise<void> {
  if (reviews.length === 0) {
    return;
  }
  await noteOrgChange(
    tx,
    reviews.map(({ workload }) => workload.workload_id),
  );
  const folds = reviews.map(({ workload, lens }) => {
    const reviewId = reviewIdOf(workload.workload_id, lens.id);
    const context = { reviewId, lensId: lens.id, lens: () => lens, levels };
    return {
      workload,
      lens,
      reviewId,
      fold: foldEvents(context, initialReviewState(lens.version), []),
    };
  });
  await upsertAll<ReviewRow>(
    tx,
    'reviews',
    ['review_id'],
    folds.map(({ workload, lens, reviewId, fold }) => ({
      review_id: reviewId,
      workload_id: workload.workload_id,
      lens_id: lens.id,
      created_at: at,
      scored_as: SCORED_AS,
      ...fold.projection.review,
    })),
  );
  await upsertAll<ScorecardRow>(
    tx,
    'scorecards',
    ['review_id'],
    folds.map(({ workload, lens, reviewId, fold }) => ({
      review_id: reviewId,
      workload_id: workload.workload_id,
      lens_id: lens.id,
      title: workload.title,
      title_sort: foldText(workload.title),
      owner_ref: workload.owner_ref,
      system_ref: workload.system_ref,
      domain_ref: workload.domain_ref,
      lifecycle: workload.lifecycle,
      tags: workload.tags,
      primary_entity_ref: workload.primary_entity_ref,
      orphaned: workload.orphaned_at !== null,
      ...fold.projection.scorecard,
    })),
  );
  await upsertAll<ScorecardHistoryRow>(
    tx,
    'scorecard_history',
    ['review_id', 'valid_from'],
    folds.flatMap(({ fold }) => fold.history),
  );
}

async function removeUnbegun(
  tx: Knex.Transaction,
  store: ReviewStore,
  reviewIds: readonly string[],
): Promise<void> {
  await noteOrgChange(tx, reviewIds.map(workloadIdOf));
  for (const chunk of chunksOf(reviewIds)) {
    await store.clearProjections(tx, chunk);
    await tx('scorecards').whereIn('review_id', chunk).delete();
    // Held since they were found to be so.
    await tx('reviews')
      .whereIn('review_id', chunk)
      .where('last_seq', 0)
      .delete();
  }
}
