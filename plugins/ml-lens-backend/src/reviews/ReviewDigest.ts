// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { Knex } from 'knex';
import { laterBy } from '../clock';
import { pagesOf, selectIn } from '../database/sql';
import { inTransaction } from '../database/transaction';
import type { Deps } from '../deps';
import type { Message } from '../notifications/Outbox';
import type { OwnerNotifier } from '../notifications/OwnerNotifier';
import { withoutRetired } from '../workloads/means';
import type { ScorecardRow } from './rows';

/** Topic of notifications about reviews that are due; people can mute it. */
const DUE_TOPIC = 'ml-lens.review-due';

/** How often it looks who is to be told, unless the period is shorter. */
const LOOK_EVERY: HumanDuration = { hours: 1 };

/** Owners told in one go. */
const OWNERS = 200;

/** What an owner is to look at. */
interface Dues {
  /** Titles of workloads with reviews that are due, the longest overdue first. */
  due: string[];
  /** Titles of workloads with waivers that have expired. */
  expired: string[];
  /** How many answers are to be confirmed, and of which workloads. */
  confirm: { answers: number; titles: string[] };
}

/**
 * Tells each owner once a period, in one notification, which reviews are to be
 * looked at again and which waivers have expired since they were last told.
 */
export class ReviewDigest {
  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'freshness' | 'knex' | 'logger' | 'outbox'
    > & {
      notifier: Pick<OwnerNotifier, 'texts'>;
      /** The period. */
      every: HumanDuration;
    },
  ) {}

  /** Looks who is to be told, on one replica at a time. */
  async schedule(scheduler: Deps['scheduler']): Promise<void> {
    const shortest = [LOOK_EVERY, this.deps.every].sort(
      (a, b) => durationToMilliseconds(a) - durationToMilliseconds(b),
    )[0];
    await scheduler.scheduleTask({
      id: 'review-digest',
      frequency: shortest,
      initialDelay: { seconds: 30 },
      timeout: { minutes: 30 },
      scope: 'global',
      fn: async signal => {
        await this.run(signal);
      },
    });
  }

  /**
   * Tells everyone who is to be told. An owner is marked as told in the
   * transaction that stores what to tell them: several replicas at once tell it
   * once, and one that stops in between leaves it to the others.
   *
   * @returns number of owners told by this call
   */
  async run(signal?: AbortSignal): Promise<number> {
    const at = this.deps.clock();
    const since = laterBy(at, -durationToMilliseconds(this.deps.every));
    let told = 0;
    const pages = pagesOf(after => this.#owners(at, since, after));
    for await (const owners of pages) {
      for (const owner of owners) {
        if (signal?.aborted) {
          return told;
        }
        told += (await this.#markAndTell(owner, at, since)) ? 1 : 0;
      }
      await this.deps.outbox.deliver(signal);
    }
    if (told > 0) {
      this.deps.logger.info(`Owners told of reviews that are due: ${told}`);
    }
    return told;
  }

  /** Owners with something to look at who were not told this period. */
  async #owners(at: string, since: string, after: string): Promise<string[]> {
    return await this.deps
      .knex('scorecards as s')
      .distinct('s.owner_ref')
      .where('s.owner_ref', '>', after)
      .where('s.orphaned', false)
      .where(any =>
        any
          .where(due => this.#due(due, 's.', at))
          .orWhere(confirm => this.#toConfirm(confirm, 's.'))
          .orWhereExists(expired =>
            this.#expired(expired.from('waivers as w'), at, since)
              .select(this.deps.knex.raw('1'))
              .whereRaw('w.review_id = s.review_id'),
          ),
      )
      .whereNotExists(told =>
        told
          .select(this.deps.knex.raw('1'))
          .from('review_digests as d')
          .whereRaw('d.owner_ref = s.owner_ref')
          .where('d.sent_at', '>', since),
      )
      .orderBy('s.owner_ref')
      .limit(OWNERS)
      .pluck('s.owner_ref');
  }

  async #markAndTell(
    owner: string,
    at: string,
    since: string,
  ): Promise<boolean> {
    return await inTransaction(this.deps.knex, async tx => {
      const previous = await this.#mark(tx, owner, at, since);
      if (previous === undefined) {
        return false;
      }
      const dues = await this.#dues(tx, owner, at, previous);
      await this.deps.outbox.add(tx, this.#messages(owner, at, dues));
      return true;
    });
  }

  /**
   * Marks an owner as told, unless somebody has.
   *
   * @returns from when on expired waivers are news to them; undefined when
   * somebody else tells them
   */
  async #mark(
    tx: Knex.Transaction,
    owner: string,
    at: string,
    since: string,
  ): Promise<string | undefined> {
    const before = await tx('review_digests')
      .where('owner_ref', owner)
      .first('sent_at');
    const marked = await tx('review_digests')
      .insert({ owner_ref: owner, sent_at: at })
      .onConflict(['owner_ref'])
      .merge(['sent_at'])
      .where('review_digests.sent_at', '<=', since)
      .returning('owner_ref');
    return marked.length > 0 ? before?.sent_at ?? since : undefined;
  }

  async #dues(
    tx: Knex.Transaction,
    owner: string,
    at: string,
    previous: string,
  ): Promise<Dues> {
    const due = await tx<ScorecardRow>('scorecards')
      .where({ owner_ref: owner, orphaned: false })
      .where(active => this.#due(active, '', at))
      .orderBy(['answered_at', 'review_id'])
      .pluck('title');
    const ids = await this.#expired(
      tx('waivers as w')
        .join('scorecards as s', 's.review_id', 'w.review_id')
        .where({ 's.owner_ref': owner, 's.orphaned': false }),
      at,
      previous,
    )
      .distinct('w.review_id')
      .pluck('w.review_id');
    const reviews = await selectIn<ScorecardRow>(
      tx,
      'scorecards',
      'review_id',
      ids,
    );
    const doubted: Pick<ScorecardRow, 'title' | 'to_confirm'>[] =
      await tx<ScorecardRow>('scorecards')
        .where({ owner_ref: owner, orphaned: false })
        .where(confirm => this.#toConfirm(confirm, ''))
        .orderBy([
          { column: 'to_confirm', order: 'desc' },
          { column: 'review_id' },
        ])
        .select('title', 'to_confirm');
    return {
      due: [...new Set(due)],
      expired: [...new Set(reviews.map(row => row.title))].sort(),
      confirm: {
        answers: doubted.reduce((sum, row) => sum + (row.to_confirm ?? 0), 0),
        titles: [...new Set(doubted.map(row => row.title))],
      },
    };
  }

  /** Reviews with answers to confirm, of workloads that are not retired. */
  #toConfirm(query: Knex.QueryBuilder, prefix: string): void {
    query.where(`${prefix}to_confirm`, '>', 0);
    withoutRetired(query, `${prefix}lifecycle`, this.deps.freshness.retired);
  }

  /** Reviews that are due, of workloads that are not retired. */
  #due(query: Knex.QueryBuilder, prefix: string, at: string): void {
    const { freshness } = this.deps;
    query.where(`${prefix}answered_at`, '<=', freshness.cutoff(at));
    withoutRetired(query, `${prefix}lifecycle`, freshness.retired);
  }

  /** Waivers that were in force and expired between two instants. */
  #expired(
    query: Knex.QueryBuilder,
    at: string,
    since: string,
  ): Knex.QueryBuilder {
    return query
      .whereNotNull('w.decided_at')
      .whereIn('w.status', ['APPROVED', 'EXPIRED'])
      .where('w.expires_at', '>', since)
      .where('w.expires_at', '<=', at);
  }

  #messages(
    owner: string,
    at: string,
    { due, expired, confirm }: Dues,
  ): Message[] {
    const { texts } = this.deps.notifier;
    const parts = [
      ...(due.length > 0 ? [texts.lookAgain(due)] : []),
      ...(confirm.answers > 0 ? [texts.confirmOf(confirm.titles)] : []),
      ...(expired.length > 0 ? [texts.expiredOf(expired)] : []),
    ];
    if (parts.length === 0) {
      return [];
    }
    const query = new URLSearchParams({
      owner,
      ...(due.length > 0 && { due: 'true' }),
      ...(due.length === 0 && confirm.answers > 0 && { confirm: 'true' }),
    });
    const title =
      due.length > 0
        ? texts.reviewsDue(due.length)
        : (confirm.answers > 0 && texts.toConfirm(confirm.answers)) ||
          texts.waiversExpired;
    const payload: NotificationPayload = {
      title,
      description: parts.join(texts.betweenSentences),
      link: `/ml-lens/workloads?${query}`,
      topic: DUE_TOPIC,
      scope: `ml-lens:review-due:${owner}`,
      severity: 'normal',
    };
    return [
      {
        id: `review-due/${owner}/${at}`,
        kind: 'NOTIFICATION',
        body: { entityRef: owner, payload },
      },
    ];
  }
}
