// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Workload } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import type { Deps } from '../deps';
import type { Message } from '../notifications/Outbox';
import { OwnerNotifier, reviewLink } from '../notifications/OwnerNotifier';
import type { WaiverRow, WaiverStore } from './WaiverStore';

/** Topic of notifications about waivers; people can mute it. */
const WAIVER_TOPIC = 'ml-lens.waiver-expired';

/** Ends waivers when their time is over, and tells the owner. */
export class WaiverExpiry {
  constructor(
    private readonly deps: Pick<
      Deps,
      'changes' | 'clock' | 'outbox' | 'reviews' | 'workloads'
    > & {
      waivers: WaiverStore;
      notifier: Pick<OwnerNotifier, 'texts'>;
    },
  ) {}

  /**
   * Ends every waiver past its time; each leaves one audit event and one
   * notification, however many replicas do this at once and whenever one of
   * them stops.
   *
   * @param reviewId - only those of one review
   * @returns number of waivers ended by this call
   */
  async run(reviewId?: string): Promise<number> {
    const { clock, outbox, waivers } = this.deps;
    const ended = await this.deps.reviews.transaction(async tx => {
      const rows = await waivers.expire(tx, clock(), reviewId);
      await outbox.add(tx, await this.#messages(tx, rows));
      return rows;
    });
    for (const row of ended) {
      this.deps.changes.changed(row.review_id);
    }
    await outbox.deliver();
    return ended.length;
  }

  /** Looks for waivers to end every minute, on one replica at a time. */
  async schedule(scheduler: Deps['scheduler']): Promise<void> {
    await scheduler.scheduleTask({
      id: 'waiver-expiry',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      scope: 'global',
      fn: async () => {
        await this.run();
      },
    });
  }

  async #messages(
    tx: Knex.Transaction,
    ended: readonly WaiverRow[],
  ): Promise<Message[]> {
    const reviews = new Map(
      (
        await this.deps.reviews.reviews(
          ended.map(row => row.review_id),
          tx,
        )
      ).map(review => [review.review_id, review]),
    );
    const messages: Message[] = [];
    for (const row of ended) {
      const review = reviews.get(row.review_id);
      messages.push({
        id: `waiver-expired/${row.waiver_id}/audit`,
        kind: 'AUDIT',
        body: {
          eventId: 'waiver-mutate',
          actionType: 'expire',
          meta: {
            workloadId: review?.workload_id ?? null,
            lensId: review?.lens_id ?? null,
            questionId: row.question_id,
            waiverId: row.waiver_id,
          },
        },
      });
      if (review) {
        const workload = await this.deps.workloads.workload(
          review.workload_id,
          tx,
        );
        messages.push(this.#notification(row, workload, review.lens_id));
      }
    }
    return messages;
  }

  #notification(row: WaiverRow, workload: Workload, lensId: string): Message {
    const { texts } = this.deps.notifier;
    return {
      id: `waiver-expired/${row.waiver_id}/notification`,
      kind: 'NOTIFICATION',
      body: {
        entityRef: workload.owner ?? row.requested_by,
        payload: {
          title: texts.waiverExpired(workload.title),
          description:
            row.decided_at === null ? texts.waiverUndecided : texts.waiverOver,
          link: reviewLink(workload.entityRef, {
            lens: lensId,
            question: row.question_id,
          }),
          topic: WAIVER_TOPIC,
          scope: `ml-lens:waiver:${row.waiver_id}`,
          severity: 'normal',
        },
      },
    };
  }
}
