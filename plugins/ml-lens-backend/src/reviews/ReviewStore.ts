/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { NotFoundError } from '@backstage/errors';
import { ReviewState } from '@ml-lens/lens-model';
import { Knex } from 'knex';
import { chunksOf, selectIn, upsertAll } from '../database/sql';
import {
  inTransaction,
  type TransactionOptions,
} from '../database/transaction';
import { noteOrgChange } from '../workloads/orgChanges';
import { EventStore } from './EventStore';
import { supersedeProposals } from './openProposals';
import { equal, PROJECTED, replaceRows } from './projection/projectedRows';
import { endOfHistoryRow } from './projection/projectedRows';
import { groupByReview, toState } from './reviewRows';
import {
  AnswerEventRow,
  AnswerRow,
  MilestoneRow,
  PhaseIterationRow,
  PhaseTargetRow,
  ReviewRow,
  ScorecardFigureColumns,
  ScorecardHistoryRow,
  ScorecardRow,
  SCORED_AS,
} from './rows';

/** Current rows of a review that follow from its events. */
export interface StoredProjection {
  review: Pick<ReviewRow, 'lens_version' | 'last_seq' | 'last_at'>;
  scorecard: ScorecardFigureColumns;
  answers: AnswerRow[];
  iterations: PhaseIterationRow[];
  targets: PhaseTargetRow[];
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
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.events = new EventStore(knex);
  }

  /** {@link inTransaction} on this store's database. */
  async transaction<T>(
    step: (tx: Knex.Transaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T> {
    return await inTransaction(this.#knex, step, options);
  }

  async review(
    workloadId: string,
    lensId: string,
  ): Promise<ReviewRow | undefined> {
    return await this.#knex<ReviewRow>('reviews')
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
    return await this.#knex<ReviewRow>('reviews')
      .where('workload_id', workloadId)
      .orderBy('lens_id');
  }

  /** Every review of many workloads. */
  async reviewsOfAll(workloadIds: Iterable<string>): Promise<ReviewRow[]> {
    return await selectIn<ReviewRow>(
      this.#knex,
      'reviews',
      'workload_id',
      workloadIds,
    );
  }

  /** The reviews with these ids, as far as there are any. */
  async reviews(
    reviewIds: Iterable<string>,
    knex: Knex = this.#knex,
  ): Promise<ReviewRow[]> {
    return await selectIn<ReviewRow>(knex, 'reviews', 'review_id', reviewIds);
  }

  /** Ids of all reviews, a page at a time, in order. */
  async *reviewIds(): AsyncGenerator<string[]> {
    yield* this.#idsOf(() => this.#knex<ReviewRow>('reviews'));
  }

  /** Ids of the reviews that were scored by earlier rules, likewise. */
  async *staleReviewIds(): AsyncGenerator<string[]> {
    yield* this.#idsOf(() =>
      this.#knex<ReviewRow>('reviews').where('scored_as', '<', SCORED_AS),
    );
  }

  /** Versions of lenses that reviews are of. */
  async lensesInUse(): Promise<Pick<ReviewRow, 'lens_id' | 'lens_version'>[]> {
    return await this.#knex<ReviewRow>('reviews')
      .distinct('lens_id', 'lens_version')
      .orderBy(['lens_id', 'lens_version']);
  }

  /** Begun reviews of a version to which nothing has happened since a day. */
  async *untouchedSince(
    { lensId, version }: { lensId: string; version: string },
    day: string,
  ): AsyncGenerator<ReviewRow[]> {
    const untouched = () =>
      this.#knex<ReviewRow>('reviews')
        .where({ lens_id: lensId, lens_version: version })
        .where('last_at', '<', day);
    for await (const ids of this.#idsOf(untouched)) {
      yield await this.reviews(ids);
    }
  }

  async *#idsOf(
    reviews: () => Knex.QueryBuilder<ReviewRow>,
  ): AsyncGenerator<string[]> {
    let after = '';
    for (;;) {
      const ids: string[] = await reviews()
        .where('review_id', '>', after)
        .orderBy('review_id')
        .limit(500)
        .pluck('review_id');
      if (ids.length === 0) {
        return;
      }
      yield ids;
      after = ids[ids.length - 1];
    }
  }

  /**
   * Holds reviews until the transaction ends, so that writers of one review
   * take turns; always in the same order, so that they cannot block each
   * other. SQLite has one writer anyway.
   */
  async lock(
    tx: Knex.Transaction,
    reviewIds: readonly string[],
  ): Promise<ReviewRow[]> {
    const rows: ReviewRow[] = [];
    for (const chunk of chunksOf([...reviewIds].sort(), 500)) {
      rows.push(
        ...(await tx<ReviewRow>('reviews')
          .whereIn('review_id', chunk)
          .orderBy('review_id')
          .forUpdate()
          .select()),
      );
    }
    return rows;
  }

  /** State of reviews from their current rows, by review id. */
  async states(
    reviews: readonly ReviewRow[],
    knex: Knex = this.#knex,
  ): Promise<Map<string, ReviewState>> {
    const ids = reviews.map(row => row.review_id);
    const answers = groupByReview(
      await selectIn<AnswerRow>(knex, 'answers', 'review_id', ids),
    );
    const iterations = groupByReview(
      await selectIn<PhaseIterationRow>(
        knex,
        'phase_iterations',
        'review_id',
        ids,
      ),
    );
    const targets = groupByReview(
      await selectIn<PhaseTargetRow>(knex, 'phase_targets', 'review_id', ids),
    );
    const upgrades = groupByReview(
      (
        await Promise.all(
          [...chunksOf(ids)].map(chunk =>
            knex<AnswerEventRow>('answer_events')
              .whereIn('review_id', chunk)
              // A literal, so that the index of upgrades serves it.
              .whereRaw(`type = 'LENS_UPGRADED'`)
              .select(),
          ),
        )
      ).flat(),
    );
    const answered = await Promise.all(
      [...chunksOf(ids)].map(chunk =>
        knex<ScorecardRow>('scorecards')
          .whereIn('review_id', chunk)
          .select('review_id', 'answered_at', 'phase_set'),
      ),
    );
    const scorecards = new Map(
      answered.flat().map(row => [row.review_id, row]),
    );
    return new Map(
      reviews.map(review => [
        review.review_id,
        toState(
          review,
          answers.get(review.review_id) ?? [],
          iterations.get(review.review_id) ?? [],
          targets.get(review.review_id) ?? [],
          upgrades.get(review.review_id) ?? [],
          scorecards.get(review.review_id),
        ),
      ]),
    );
  }

  /** When a review was last answered, as of an instant; null before that. */
  async answeredAt(reviewId: string, at: string): Promise<string | null> {
    const row = await this.#knex<ScorecardHistoryRow>('scorecard_history')
      .where('review_id', reviewId)
      .where('valid_from', '<=', at)
      .orderBy('seq', 'desc')
      .first('answered_at');
    return row?.answered_at ?? null;
  }

  async answers(reviewId: string): Promise<AnswerRow[]> {
    return await this.#knex<AnswerRow>('answers').where('review_id', reviewId);
  }

  async scorecards(reviewIds: Iterable<string>): Promise<ScorecardRow[]> {
    return await selectIn<ScorecardRow>(
      this.#knex,
      'scorecards',
      'review_id',
      reviewIds,
    );
  }

  /** Milestones of a review up to an instant, oldest first. */
  async milestones(
    reviewId: string,
    until?: string,
    knex: Knex = this.#knex,
  ): Promise<MilestoneRow[]> {
    const query = knex<MilestoneRow>('milestones')
      .where('review_id', reviewId)
      .orderBy('at_seq');
    return await (until ? query.where('recorded_at', '<=', until) : query);
  }

  /** Names of the milestones of reviews, by review id. */
  async milestoneNames(
    reviewIds: Iterable<string>,
    knex: Knex = this.#knex,
  ): Promise<Map<string, string[]>> {
    const rows = groupByReview(
      await selectIn<MilestoneRow>(knex, 'milestones', 'review_id', reviewIds),
    );
    return new Map(
      [...rows].map(([id, milestones]) => [id, milestones.map(m => m.name)]),
    );
  }

  /**
   * Brings the current rows of a review from one projection to the next,
   * touching only those that differ.
   */
  async saveProjection(
    tx: Knex.Transaction,
    reviewId: string,
    before: StoredProjection | undefined,
    after: StoredProjection,
  ): Promise<void> {
    if (!equal(before?.review, after.review)) {
      await tx('reviews').where('review_id', reviewId).update(after.review);
    }
    await noteOrgChange(tx, [workloadIdOf(reviewId)]);
    if (!equal(before?.scorecard, after.scorecard)) {
      await tx('scorecards')
        .where('review_id', reviewId)
        .update(after.scorecard);
    }
    await replaceRows(tx, 'answers', before?.answers, after.answers);
    await replaceRows(
      tx,
      'phase_iterations',
      before?.iterations,
      after.iterations,
    );
    await replaceRows(tx, 'phase_targets', before?.targets, after.targets);
    await supersedeProposals(tx, reviewId, after.review);
  }

  /** Notes that a review is scored by today's rules in all its rows. */
  async markScored(tx: Knex.Transaction, reviewId: string): Promise<void> {
    await tx<ReviewRow>('reviews')
      .where('review_id', reviewId)
      .update({ scored_as: SCORED_AS });
  }

  /**
   * Adds what became of the scorecard. Where the rows continue a stored
   * history, the row before them ends where they begin, see endHistoryRow.
   */
  async addHistory(
    tx: Knex.Transaction,
    rows: readonly ScorecardHistoryRow[],
  ): Promise<void> {
    const firsts = new Map<string, ScorecardHistoryRow>();
    for (const row of rows) {
      const first = firsts.get(row.review_id);
      if (!first || row.seq < first.seq) {
        firsts.set(row.review_id, row);
      }
    }
    for (const first of firsts.values()) {
      if (first.seq > 0) {
        await tx('scorecard_history')
          .where({ review_id: first.review_id, seq: first.seq - 1 })
          .update(endOfHistoryRow(tx, first.valid_from));
      }
    }
    await upsertAll(tx, 'scorecard_history', ['review_id', 'seq'], rows);
  }

  /** Adds milestones; those there already stay as they were recorded. */
  async addMilestones(
    tx: Knex.Transaction,
    rows: readonly MilestoneRow[],
  ): Promise<void> {
    for (const chunk of chunksOf(rows)) {
      await tx('milestones')
        .insert(chunk)
        .onConflict(['milestone_id'])
        .ignore();
    }
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
