// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { REVIEW_SIGNALS } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';
import { createHmac, randomBytes } from 'node:crypto';
import type { Announce } from '../events/announcing';
import type { Services } from '../services';

const KEY_NAME = REVIEW_SIGNALS;

/** Where changes are announced. */
interface Channels extends Pick<Services, 'logger' | 'signals'> {
  /** Tells other plugins, by the ids of the review. */
  announce: Announce;
}

/** Tells open tabs that a review has changed. */
export interface ReviewChanges {
  /** What signals call a review. */
  topicOf(reviewId: string): string;
  /** Announces a change; never fails and is not waited for. */
  changed(reviewId: string): void;
}

/**
 * Announces changes to everyone who listens, whoever may see the review: a
 * message holds nothing but a keyed hash, which means something only to those
 * whose own read of the review named it. All replicas share the key.
 */
export class ReviewSignals implements ReviewChanges {
  private constructor(
    private readonly secret: string,
    private readonly channels: Channels,
  ) {}

  static async create(
    options: Channels & { knex: Knex },
  ): Promise<ReviewSignals> {
    const { knex } = options;
    await knex('signal_keys')
      .insert({ name: KEY_NAME, secret: randomBytes(32).toString('base64') })
      .onConflict(['name'])
      .ignore();
    const { secret } = await knex('signal_keys')
      .where({ name: KEY_NAME })
      .first('secret');
    return new ReviewSignals(secret, options);
  }

  topicOf(reviewId: string): string {
    return createHmac('sha256', this.secret)
      .update(reviewId)
      .digest('base64url');
  }

  changed(reviewId: string): void {
    const { announce, logger, signals } = this.channels;
    const slash = reviewId.lastIndexOf('/');
    announce('review', {
      workloadId: reviewId.slice(0, slash),
      lensId: reviewId.slice(slash + 1),
    });
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: REVIEW_SIGNALS,
        message: { topic: this.topicOf(reviewId) },
      })
      .catch(error => {
        logger.debug('A change of a review was not announced', error);
      });
  }
}
