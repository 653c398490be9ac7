// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { answerAges, questionsConcerned } from '@ml-lens/lens-model/confirm';
import type { Knex } from 'knex';
import { laterBy } from '../clock';
import { chunksOf } from '../database/sql';
import { inTransaction } from '../database/transaction';
import type { Deps } from '../deps';
import type { LensService } from '../lenses/LensService';
import { ReviewStore } from '../reviews/ReviewStore';
import type { ReviewRow } from '../reviews/rows';
import { withoutRetired } from '../workloads/means';

/** Reviews in one transaction. */
const BATCH = 500;

/**
 * Puts answers in doubt that are older than their lens says they hold, and
 * those of workloads that have another owner. It writes what readers then find,
 * so that reading works nothing out.
 */
export class Ageing {
  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'doubts' | 'freshness' | 'knex' | 'logger'
    > & {
      lenses: Pick<LensService, 'compiled'>;
    },
  ) {}

  /** Every night, on one replica. */
  async schedule(scheduler: Deps['scheduler']): Promise<void> {
    await scheduler.scheduleTask({
      id: 'answer-ageing',
      frequency: { cron: '45 2 * * *' },
      initialDelay: { seconds: 60 },
      timeout: { minutes: 30 },
      scope: 'global',
      fn: async signal => {
        await this.run(signal);
      },
    });
  }

  /** @returns reviews with answers that were put in doubt */
  async run(signal?: AbortSignal): Promise<number> {
    const { knex, lenses, logger } = this.deps;
    const used: Pick<ReviewRow, 'lens_id' | 'lens_version'>[] = await knex(
      'scorecards',
    )
      .distinct('lens_id', 'lens_version')
      .orderBy(['lens_id', 'lens_version']);
    let count = 0;
    for (const { lens_id: lensId, lens_version: version } of used) {
      if (signal?.aborted) {
        return count;
      }
      const lens = await lenses.compiled(lensId, version);
      for (const [age, questions] of answerAges(lens)) {
        count += await this.#age({ lensId, version }, age, questions, signal);
      }
      count += await this.#newOwners(
        { lensId, version },
        questionsConcerned(lens, 'OWNER_CHANGED'),
        signal,
      );
    }
    if (count > 0) {
      logger.info(`Reviews with answers to confirm since today: ${count}`);
    }
    return count;
  }

  /** Answers that were given, or confirmed, too long ago. */
  async #age(
    of: { lensId: string; version: string },
    age: number,
    questions: readonly string[],
    signal?: AbortSignal,
  ): Promise<number> {
    const { clock, freshness, knex } = this.deps;
    const now = clock();
    const cutoff = laterBy(now, -age);
    const old = (db: Knex) => {
      const query = db('answers as a')
        .join('scorecards as s', 's.review_id', 'a.review_id')
        .where({ 's.lens_id': of.lensId, 's.lens_version': of.version })
        .where('s.orphaned', false)
        .whereIn('a.question_id', [...questions])
        .whereNot('a.risk', 'UNANSWERED')
        .whereRaw('coalesce(a.confirmed_at, a.updated_at) <= ?', [cutoff])
        .whereNotExists(live =>
          live
            .select(db.raw('1'))
            .from('answer_doubts as d')
            .whereRaw('d.review_id = a.review_id')
            .whereRaw('d.question_id = a.question_id')
            .where('d.reason', 'AGE')
            .whereNull('d.ended_at'),
        );
      withoutRetired(query, 's.lifecycle', freshness.retired);
      return query;
    };
    const reviews: string[] = await old(knex)
      .distinct('a.review_id')
      .orderBy('a.review_id')
      .pluck('a.review_id');
    return await this.#inSteps(
      reviews,
      signal,
      async (tx, ids) =>
        await this.deps.doubts.addAll(
          tx,
          await old(tx)
            .whereIn('a.review_id', ids)
            .select('a.review_id', 'a.question_id'),
          { reason: 'AGE', since: now },
        ),
    );
  }

  /** Answers of workloads whose owner is another one than when last seen. */
  async #newOwners(
    of: { lensId: string; version: string },
    questions: readonly string[],
    signal?: AbortSignal,
  ): Promise<number> {
    const { clock, knex } = this.deps;
    const now = clock();
    const unseen = (db: Knex) =>
      db('scorecards')
        .where({ lens_id: of.lensId, lens_version: of.version })
        .whereNotNull('owner_ref')
        .where(other =>
          other.whereNull('owner_seen').orWhereRaw('owner_seen <> owner_ref'),
        );
    const reviews: string[] = await unseen(knex)
      .orderBy('review_id')
      .pluck('review_id');
    return await this.#inSteps(reviews, signal, async (tx, ids) => {
      const marked = await this.deps.doubts.addAll(
        tx,
        await tx('answers as a')
          .join('scorecards as s', 's.review_id', 'a.review_id')
          .whereIn('a.review_id', ids)
          .whereIn('a.question_id', [...questions])
          .whereNot('a.risk', 'UNANSWERED')
          .whereNotNull('s.owner_seen')
          .whereRaw('s.owner_seen <> s.owner_ref')
          .select('a.review_id', 'a.question_id', { detail: 's.owner_seen' }),
        { reason: 'OWNER_CHANGED', since: now },
      );
      await unseen(tx)
        .whereIn('review_id', ids)
        .update({ owner_seen: tx.ref('owner_ref') });
      return marked;
    });
  }

  /** Some reviews a transaction, with their numbers brought up to date. */
  async #inSteps(
    reviews: readonly string[],
    signal: AbortSignal | undefined,
    step: (tx: Knex.Transaction, ids: string[]) => Promise<string[]>,
  ): Promise<number> {
    let count = 0;
    for (const ids of chunksOf(reviews, BATCH)) {
      if (signal?.aborted) {
        break;
      }
      count += await inTransaction(this.deps.knex, async tx => {
        // Before what is kept by review, as everybody who writes.
        await new ReviewStore(tx).lock(tx, ids);
        return (await step(tx, ids)).length;
      });
    }
    return count;
  }
}
