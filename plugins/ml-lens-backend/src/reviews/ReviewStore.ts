// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NotFoundError } from '@backstage/errors';
import { ReviewState } from '@ml-lens/lens-model';
import { Knex } from 'knex';
import { chunksOf, pagesOf, selectForUpdate, selectIn } from '../database/sql';
import { readTogether } from '../database/together';
import {
  inTransaction,
  type TransactionOptions,
} from '../database/transaction';
import { databaseTroubleOf } from '../database/trouble';
import { onlyAskedFor } from '../workloads/askedFor';
import { noteOrgChange, noteOrgChangeWhere } from '../workloads/orgChanges';
import { EventStore } from './EventStore';
import {
  type HeldReviewRow,
  holdReview,
  holdReviewAt,
  type StandingAt,
} from './holdReview';
import { PROJECTED } from './projection/projectedRows';
import { POINT_COLUMNS, pointAt } from './projection/historyDays';
import type { ReviewChange } from './projection/projectionWrites';
import { groupByReview, toState } from './reviewRows';
import { reviewWrites } from './reviewWrites';
import {
  AnswerEventRow,
  AnswerRow,
  DoubtRow,
  MilestoneRow,
  PhaseIterationRow,
  PhaseTargetRow,
  ReviewRow,
  ScorecardHistoryRow,
  ScorecardRow,
  SCORED_AS,
} from './rows';

/** A review as its current rows say it stands. */
export interface StandingReview {
  state: ReviewState;
  scorecard: ScorecardRow;
  /** Questions whose answers somebody is to confirm. */
  doubted: ReadonlySet<string>;
}

/** The id of the review of a workload with a lens. */
export function reviewIdOf(workloadId: string, lensId: string): string {
  return `${workloadId}/${lensId}`;
}

/** The workload of a review; ids of lenses hold no slash. */
export function workloadIdOf(reviewId: string): string {
  return reviewId.slice(0, reviewId.lastIndexOf('/'));
}

/** The review of a workload with a lens. */
export interface ReviewKey {
  workloadId: string;
  lensId: string;
}

export function noReview(workloadId: string, lensId: string): NotFoundError {
  return new NotFoundError(
    `The workload '${workloadId}' has no review with the lens '${lensId}'`,
  );
}

/** Reviews: their events, and the rows that follow from them. */
export class ReviewStore {
  readonly events: EventStore;

  constructor(private readonly knex: Knex) {
    this.events = new EventStore(knex);
  }

  /** {@link inTransaction} on this store's database. */
  async transaction<T>(
    step: (tx: Knex.Transaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T> {
    return await inTransaction(this.knex, step, options);
  }

  /** A transaction that has a review to itself, as far as there is one. */
  async holding<T>(
    reviewId: string,
    step: (tx: Knex.Transaction, row: HeldReviewRow | undefined) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T> {
    return await inTransaction<T, HeldReviewRow>(
      this.knex,
      async (tx, [row]) => await step(tx, row),
      { ...options, first: tx => holdReview(tx, reviewId) },
    );
  }

  async review(
    workloadId: string,
    lensId: string,
  ): Promise<ReviewRow | undefined> {
    return await this.knex<ReviewRow>('reviews')
      .where('review_id', reviewIdOf(workloadId, lensId))
      .first();
  }

  /** @throws NotFoundError when there is none */
  async requireReview({ workloadId, lensId }: ReviewKey): Promise<ReviewRow> {
    const row = await this.review(workloadId, lensId);
    if (!row) {
      throw noReview(workloadId, lensId);
    }
    return row;
  }

  /** Every review of a workload, by lens id. */
  async reviewsOf(workloadId: string): Promise<ReviewRow[]> {
    return await this.knex<ReviewRow>('reviews')
      .where('workload_id', workloadId)
      .orderBy('lens_id');
  }

  /** Every review of many workloads. */
  async reviewsOfAll(workloadIds: Iterable<string>): Promise<ReviewRow[]> {
    return await selectIn<ReviewRow>(
      this.knex,
      'reviews',
      'workload_id',
      workloadIds,
    );
  }

  /** The reviews with these ids, as far as there are any. */
  async reviews(
    reviewIds: Iterable<string>,
    knex: Knex = this.knex,
  ): Promise<ReviewRow[]> {
    return await selectIn<ReviewRow>(knex, 'reviews', 'review_id', reviewIds);
  }

  /** Ids of all reviews, a page at a time, in order. */
  async *reviewIds(): AsyncGenerator<string[]> {
    yield* this.#idsOf(() => this.knex<ReviewRow>('reviews'));
  }

  /** Ids of the reviews that were scored by earlier rules, likewise. */
  async *staleReviewIds(): AsyncGenerator<string[]> {
    yield* this.#idsOf(() =>
      this.knex<ReviewRow>('reviews').where('scored_as', '<', SCORED_AS),
    );
  }

  /** Versions of lenses that reviews are of. */
  async lensesInUse(): Promise<Pick<ReviewRow, 'lens_id' | 'lens_version'>[]> {
    return await this.knex<ReviewRow>('reviews')
      .distinct('lens_id', 'lens_version')
      .orderBy(['lens_id', 'lens_version']);
  }

  /** Begun reviews of a version to which nothing has happened since a day. */
  async *untouchedSince(
    { lensId, version }: { lensId: string; version: string },
    day: string,
  ): AsyncGenerator<ReviewRow[]> {
    const untouched = () =>
      this.knex<ReviewRow>('reviews')
        .where({ lens_id: lensId, lens_version: version })
        .where('last_at', '<', day);
    for await (const ids of this.#idsOf(untouched)) {
      yield await this.reviews(ids);
    }
  }

  async *#idsOf(
    reviews: () => Knex.QueryBuilder<ReviewRow>,
  ): AsyncGenerator<string[]> {
    yield* pagesOf(after =>
      reviews()
        .where('review_id', '>', after)
        .orderBy('review_id')
        .limit(500)
        .pluck('review_id'),
    );
  }

  /**
   * Holds reviews until the transaction ends, so that writers of one review
   * take turns. SQLite has one writer anyway.
   */
  async lock(
    tx: Knex.Transaction,
    reviewIds: readonly string[],
  ): Promise<ReviewRow[]> {
    return await selectForUpdate<ReviewRow>(
      tx,
      'reviews',
      'review_id',
      reviewIds,
    );
  }

  /** State of reviews from their current rows, by review id. */
  async states(
    reviews: readonly ReviewRow[],
    knex: Knex = this.knex,
  ): Promise<Map<string, ReviewState>> {
    const standing = await this.standing(reviews, knex);
    return new Map([...standing].map(([id, { state }]) => [id, state]));
  }

  /** Reviews with their scorecards from their current rows, by review id. */
  async standing(
    reviews: readonly ReviewRow[],
    knex: Knex = this.knex,
  ): Promise<Map<string, StandingReview>> {
    const standing = new Map<string, StandingReview>();
    for (const chunk of chunksOf(reviews, 500)) {
      const of = (table: string) =>
        knex(table).whereIn(
          'review_id',
          chunk.map(row => row.review_id),
        );
      const rows = await readTogether<{
        answers: AnswerRow;
        iterations: PhaseIterationRow;
        targets: PhaseTargetRow;
        upgrades: AnswerEventRow;
        scorecards: ScorecardRow;
        doubts: DoubtRow;
      }>(knex, {
        answers: of('answers'),
        iterations: of('phase_iterations'),
        targets: of('phase_targets'),
        // A literal, so that the index of upgrades serves it.
        upgrades: of('answer_events').whereRaw(`type = 'LENS_UPGRADED'`),
        scorecards: of('scorecards'),
        doubts: of('answer_doubts').whereNull('ended_at'),
      });
      const answers = groupByReview(rows.answers);
      const iterations = groupByReview(rows.iterations);
      const targets = groupByReview(rows.targets);
      const upgrades = groupByReview(rows.upgrades);
      const scorecards = groupByReview(rows.scorecards);
      const doubts = groupByReview(rows.doubts);
      for (const review of chunk) {
        const id = review.review_id;
        const [scorecard] = scorecards.get(id) ?? [];
        const state = toState(
          review,
          answers.get(id) ?? [],
          iterations.get(id) ?? [],
          targets.get(id) ?? [],
          upgrades.get(id) ?? [],
          scorecard,
        );
        const doubted = new Set(
          doubts.get(id)?.map(doubt => doubt.question_id),
        );
        standing.set(id, { state, scorecard, doubted });
      }
    }
    return standing;
  }

  /** When a review was last answered, as of an instant; null before that. */
  async answeredAt(reviewId: string, at: string): Promise<string | null> {
    const row = await this.knex<ScorecardHistoryRow>('scorecard_history')
      .where('review_id', reviewId)
      .where(lasting =>
        lasting.whereNull('valid_to').orWhere('valid_to', '>', at),
      )
      .orderBy('valid_from')
      .first(...POINT_COLUMNS);
    return (row && pointAt(row, at)?.answeredAt) ?? null;
  }

  async answers(reviewId: string): Promise<AnswerRow[]> {
    return await this.knex<AnswerRow>('answers').where('review_id', reviewId);
  }

  /** Scorecards of those of a workload's reviews that somebody asks for. */
  async scorecardsAskedFor(
    reviews: readonly ReviewRow[],
  ): Promise<ScorecardRow[]> {
    const ids = reviews.map(row => row.review_id);
    return await onlyAskedFor(
      this.knex('scorecards').whereIn('review_id', ids),
      'scorecards',
    );
  }

  async scorecards(reviewIds: Iterable<string>): Promise<ScorecardRow[]> {
    return await selectIn<ScorecardRow>(
      this.knex,
      'scorecards',
      'review_id',
      reviewIds,
    );
  }

  /** Milestones of a review up to an instant, oldest first. */
  async milestones(
    reviewId: string,
    until?: string,
    knex: Knex = this.knex,
  ): Promise<MilestoneRow[]> {
    const query = knex<MilestoneRow>('milestones')
      .where('review_id', reviewId)
      .orderBy('at_seq');
    return await (until ? query.where('recorded_at', '<=', until) : query);
  }

  /** Names of the milestones of reviews, by review id. */
  async milestoneNames(
    reviewIds: Iterable<string>,
    knex: Knex = this.knex,
  ): Promise<Map<string, string[]>> {
    const rows = groupByReview(
      await selectIn<MilestoneRow>(knex, 'milestones', 'review_id', reviewIds),
    );
    return new Map(
      [...rows].map(([id, milestones]) => [id, milestones.map(m => m.name)]),
    );
  }

  /** Writes what becomes of reviews, touching only rows that differ. */
  async save(
    tx: Knex.Transaction,
    changes: readonly ReviewChange[],
    recordedAt: string,
  ): Promise<void> {
    await noteOrgChange(
      tx,
      changes.map(({ reviewId }) => workloadIdOf(reviewId)),
      reviewWrites(tx, changes, recordedAt),
    );
  }

  /** Whether there is {@link ReviewStore.saveNext}: SQLite takes no such statement. */
  get savesInOne(): boolean {
    return this.knex.client.config.client === 'pg';
  }

  /**
   * {@link ReviewStore.save} by a statement of its own, of a review that nobody
   * holds, that still stands where it did and whose lens version takes answers.
   *
   * @returns whether all that was so, and nobody in the way; else nothing is
   *   written, and a transaction that holds the review has to look again
   */
  async saveNext(
    change: ReviewChange,
    at: StandingAt,
    recordedAt: string,
  ): Promise<boolean> {
    const { reviewId } = change;
    try {
      return await noteOrgChangeWhere(
        this.knex,
        [workloadIdOf(reviewId)],
        holdReviewAt(this.knex, reviewId, at),
        where => reviewWrites(this.knex, [change], recordedAt, where),
      );
    } catch (error) {
      if (databaseTroubleOf(error) === 'contended') {
        return false;
      }
      throw error;
    }
  }

  /** Notes that a review is scored by today's rules in all its rows. */
  async markScored(tx: Knex.Transaction, reviewId: string): Promise<void> {
    await tx<ReviewRow>('reviews')
      .where('review_id', reviewId)
      .update({ scored_as: SCORED_AS });
  }

  /**
   * Forgets everything about reviews that their events can give back, but for
   * their milestones: those figures never change.
   */
  async clearProjections(
    tx: Knex.Transaction,
    reviewIds: readonly string[],
  ): Promise<void> {
    for (const chunk of chunksOf(reviewIds, 500)) {
      for (const table of [...Object.keys(PROJECTED), 'scorecard_history']) {
        await tx(table).whereIn('review_id', chunk).delete();
      }
    }
  }
}
