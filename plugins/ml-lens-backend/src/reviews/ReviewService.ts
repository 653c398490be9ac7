// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import {
  EntityReview,
  Review,
  Workload,
  WorkloadDetails,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  initialReviewState,
  phaseStatesOf,
  ReviewEvent,
} from '@ml-lens/lens-model';
import { lensAt } from '@ml-lens/lens-model/announced';
import { z } from 'zod';
import type { CallerCredentials } from '../auth/caller';
import { presentOf } from '../clock';
import { decodeCursor, encodeCursor } from '../database/cursor';
import type { Deps } from '../deps';
import type { EntityLinks } from '../workloads/EntityLinks';
import { eventsInFull } from './eventsInFull';
import { currentReview, pastReview, scoredBy } from './reviewAt';
import { noReview, type ReviewKey } from './ReviewStore';
import { ReadableParts } from './ReadableParts';
import type { ReviewUpkeep } from './ReviewUpkeep';
import { answersOf, lensRefOf, toBrief, toMilestone } from './views';

const historyCursor = z.object({
  review: z.string(),
  seq: z.int32(),
  direction: z.enum(['older', 'newer']),
  question: z.string().nullable(),
});

/** Workloads and their reviews, as callers may see them. */
export class ReviewService {
  /** Leaves out what a caller may not read. */
  readonly readable: ReadableParts;

  constructor(
    private readonly deps: Pick<
      Deps,
      'access' | 'clock' | 'doubts' | 'lenses' | 'reviews' | 'workloads'
    > & { links: EntityLinks; upkeep: ReviewUpkeep },
  ) {
    this.readable = new ReadableParts(deps);
  }

  /**
   * A workload with its reviews in brief: those of its lenses first, in their
   * order.
   *
   * @throws NotFoundError when it is missing or hidden
   */
  async workload(workloadId: string): Promise<WorkloadDetails> {
    const workload = await this.deps.workloads.workload(workloadId);
    const reviews = await this.deps.reviews.reviewsOf(workloadId);
    const scorecards = await this.deps.reviews.scorecardsAskedFor(reviews);
    const listed = new Set(scorecards.map(row => row.lens_id));
    const left = new Set(
      reviews.map(row => row.lens_id).filter(lens => !listed.has(lens)),
    );
    const place = ({ lens_id }: { lens_id: string }) => {
      const index = workload.lenses.indexOf(lens_id);
      return index < 0 ? workload.lenses.length : index;
    };
    scorecards.sort(
      (a, b) => place(a) - place(b) || (a.lens_id < b.lens_id ? -1 : 1),
    );
    return {
      ...workload,
      lenses: workload.lenses.filter(lens => !left.has(lens)),
      reviews: await Promise.all(
        scorecards.map(async row =>
          toBrief(
            await this.deps.lenses.compiled(row.lens_id, row.lens_version),
            row,
          ),
        ),
      ),
    };
  }

  /**
   * The workload an entity belongs to.
   *
   * @throws NotFoundError when the entity is missing, hidden or not linked, or
   * its annotation cannot be used
   */
  async entityWorkload(
    entity: { kind: string; namespace: string; name: string },
    credentials: CallerCredentials,
  ): Promise<WorkloadDetails> {
    const { workloadId, problems } = await this.deps.links.resolve(
      entity,
      credentials,
    );
    if (workloadId === null) {
      throw new NotFoundError(
        problems.at(0)?.message ??
          'The entity names no workload that can be used',
      );
    }
    await this.deps.access.requireWorkload(workloadId, 'read', credentials);
    return await this.readable.workload(
      await this.workload(workloadId),
      credentials,
    );
  }

  /**
   * Everything the tab of an entity shows. The lens is the one asked for, else
   * the first of the workload's lenses that can be used.
   *
   * @throws NotFoundError when the entity is missing, hidden or not linked, or
   * no version of the lens asked for is published
   */
  async entityReview(
    entity: { kind: string; namespace: string; name: string },
    options: { lensId?: string; at?: string },
    credentials: CallerCredentials,
  ): Promise<EntityReview> {
    const link = await this.deps.links.resolve(entity, credentials);
    const { workloadId } = link;
    if (workloadId === null) {
      return {
        workload: null,
        review: null,
        lens: null,
        upgradeTo: null,
        ...(await this.deps.upkeep.of(null)),
        problems: await this.readable.pending(link, credentials),
        may: { update: false, approve: false, links: false },
      };
    }
    await this.deps.access.requireWorkload(workloadId, 'read', credentials);
    const [may, workload] = await Promise.all([
      this.deps.access.abilities(workloadId, credentials),
      this.workload(workloadId).then(details =>
        this.readable.workload(details, credentials),
      ),
    ]);
    const lensId = options.lensId ?? workload.reviews.at(0)?.lens.id;
    const review =
      lensId === undefined
        ? null
        : await this.#review({ workloadId, lensId }, options.at, workload);
    return {
      workload,
      review,
      lens:
        review &&
        (await this.deps.lenses.definition(
          review.lens.id,
          review.lens.version,
        )),
      upgradeTo: await this.#upgradeTo(workload, lensId),
      ...(await this.deps.upkeep.of(review)),
      problems: [
        ...(await this.readable.problems(link.problems, credentials)),
        ...(may.links
          ? await this.deps.workloads.linkProblems(workloadId)
          : []),
      ],
      may,
    };
  }

  /**
   * A review, now or as it was at an instant.
   *
   * @throws NotFoundError when the workload is missing or hidden, or has no
   * review with the lens and no version of it is published
   */
  async review(key: ReviewKey, at: string | undefined): Promise<Review> {
    return await this.#review(
      key,
      at,
      await this.deps.workloads.workload(key.workloadId),
    );
  }

  /**
   * Events of a review, newest first.
   *
   * @throws NotFoundError as {@link ReviewService.review}
   */
  async history(
    key: ReviewKey,
    options: { question?: string; cursor?: string; limit: number },
  ) {
    const review = await this.deps.reviews.requireReview(key);
    const { question, limit } = options;
    const cursor =
      options.cursor === undefined
        ? undefined
        : decodeCursor(options.cursor, historyCursor);
    const reviewId = review.review_id;
    if (
      cursor &&
      (cursor.review !== reviewId || cursor.question !== (question ?? null))
    ) {
      throw new InputError(
        'Invalid query: cursor: belongs to the history of another review or question',
      );
    }
    const newer = cursor?.direction === 'newer';
    const found = newer
      ? await this.deps.reviews.events.from(reviewId, {
          fromSeq: cursor.seq + 1,
          questionId: question,
          limit: limit + 1,
        })
      : await this.deps.reviews.events.before(reviewId, {
          beforeSeq: cursor?.seq,
          questionId: question,
          limit: limit + 1,
        });
    const more = found.length > limit;
    const items = await eventsInFull(
      this.deps.reviews,
      this.deps.lenses,
      review,
      found.slice(0, limit),
    );
    if (newer) {
      items.reverse();
    }
    const cursorAt = (
      event: ReviewEvent | undefined,
      direction: 'older' | 'newer',
    ) =>
      event &&
      encodeCursor({
        review: reviewId,
        seq: event.seq,
        direction,
        question: question ?? null,
      });
    const hasOlder = newer || more;
    const hasNewer = newer ? more : cursor !== undefined;
    const nextCursor = hasOlder ? cursorAt(items.at(-1), 'older') : undefined;
    const prevCursor = hasNewer ? cursorAt(items.at(0), 'newer') : undefined;
    return {
      items,
      totalItems: await this.deps.reviews.events.count(reviewId, question),
      pageInfo: {
        ...(nextCursor !== undefined && { nextCursor }),
        ...(prevCursor !== undefined && { prevCursor }),
      },
    };
  }

  async #review(
    key: ReviewKey,
    requestedAt: string | undefined,
    workload: Workload,
  ): Promise<Review> {
    const row = await this.deps.reviews.review(key.workloadId, key.lensId);
    if (!row) {
      return await this.#unbegun(key, requestedAt, workload);
    }
    const at = requestedAt ? new Date(requestedAt).toISOString() : undefined;
    const { lens, state, scorecard } =
      at === undefined || row.last_at === null || row.last_at <= at
        ? await currentReview(this.#sources, row)
        : await pastReview(this.#sources, row, at);
    const instant = at ?? presentOf(this.deps.clock, state.lastAt);
    return {
      workload: withoutReviews(workload),
      lens: lensRefOf(lens),
      at: instant,
      answers: answersOf(lens, state),
      scorecard,
      phases: phaseStatesOf(lens, state, instant),
      milestones: (await this.deps.reviews.milestones(row.review_id, at)).map(
        toMilestone,
      ),
      toConfirm: await this.deps.doubts.liveAt(row.review_id, instant),
    };
  }

  /**
   * The review as it begins with a published lens that the workload is not
   * reviewed with yet. Nothing is stored until the first answer.
   */
  async #unbegun(
    { workloadId, lensId }: ReviewKey,
    requestedAt: string | undefined,
    workload: Workload,
  ): Promise<Review> {
    const published = await this.deps.lenses.latestPublished(lensId);
    if (!published) {
      throw noReview(workloadId, lensId);
    }
    const at = requestedAt
      ? new Date(requestedAt).toISOString()
      : this.deps.clock();
    const lens = lensAt(published, at);
    const state = initialReviewState(lens.version);
    return {
      workload: withoutReviews(workload),
      lens: lensRefOf(lens),
      at,
      answers: answersOf(lens, state),
      scorecard: scoredBy(lens, state, this.deps.lenses),
      phases: phaseStatesOf(lens, state, at),
      milestones: [],
      toConfirm: [],
    };
  }

  /** Where a review could move: from where it stands now, whatever `at` says. */
  async #upgradeTo({ reviews }: WorkloadDetails, lensId: string | undefined) {
    const review = reviews.find(({ lens }) => lens.id === lensId);
    return (
      (review &&
        (await this.deps.lenses.newerVersion(
          review.lens.id,
          review.lens.version,
        ))) ??
      null
    );
  }

  get #sources() {
    return { store: this.deps.reviews, lenses: this.deps.lenses };
  }
}

function withoutReviews(workload: Workload & { reviews?: unknown }): Workload {
  const { reviews: _, ...rest } = workload;
  return rest;
}
