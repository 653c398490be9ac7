// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type {
  Waiver,
  MlLensRequest,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import { StaleWriteError } from '../errors';
import { currentReview } from '../reviews/reviewAt';
import type { ReviewKey } from '../reviews/ReviewStore';
import { ReviewRow } from '../reviews/rows';
import { answerOf } from '../reviews/views';
import type { WaiverExpiry } from './WaiverExpiry';
import { toWaiver, type WaiverRow, type WaiverStore } from './WaiverStore';

/** A waiver of a review. */
export type WaiverKey = ReviewKey & { waiverId: string };

/**
 * Risks accepted for a while: asked for by those who may update a review,
 * granted by somebody else who may approve. A waiver changes neither the risk
 * nor a score; it says that somebody knows and answers for it.
 */
export class WaiverService {
  constructor(
    private readonly deps: Pick<
      Deps,
      'changes' | 'clock' | 'lenses' | 'reviews'
    > & {
      waivers: WaiverStore;
      expiry: Pick<WaiverExpiry, 'run'>;
      /** The longest a waiver may last. */
      maxDuration: HumanDuration;
    },
  ) {}

  /** Waivers of a review, newest first, those that are over among them. */
  async list(key: ReviewKey): Promise<Waiver[]> {
    const { review_id: reviewId } = await this.deps.reviews.requireReview(key);
    return await this.deps.waivers.list(reviewId, this.deps.clock());
  }

  /**
   * Asks to accept the risk of a question until an instant.
   *
   * @throws InputError when the lens has no such question, it is not at risk,
   * or the instant is past or too far away
   * @throws ConflictError when the question has a live waiver already
   */
  async request(
    key: ReviewKey,
    body: { questionId: string; reason: string; expiresAt: string },
    credentials: CallerCredentials,
  ): Promise<Waiver> {
    const review = await this.deps.reviews.requireReview(key);
    await this.#requireRisk(review, body.questionId);
    const at = this.deps.clock();
    const row: WaiverRow = {
      waiver_id: randomUUID(),
      review_id: review.review_id,
      question_id: body.questionId,
      status: 'REQUESTED',
      reason: body.reason,
      expires_at: this.#expiryOf(body.expiresAt, at),
      requested_at: at,
      requested_by: actorOf(credentials),
      decided_at: null,
      decided_by: null,
      decision_note: null,
      ended_at: null,
      ended_by: null,
    };
    // One whose time is over must not stand in the way until its task comes by.
    await this.deps.expiry.run(review.review_id);
    if (!(await this.deps.waivers.add(row))) {
      throw new ConflictError(
        `The question '${body.questionId}' has a waiver already that is asked for or in force; withdraw it first`,
      );
    }
    this.deps.changes.changed(review.review_id);
    return toWaiver(row, at);
  }

  /**
   * Grants or refuses a request.
   *
   * @throws NotAllowedError for one's own request, and for those who may not
   * approve
   * @throws NotFoundError when the review has no such waiver
   * @throws StaleWriteError when it is decided or over already
   */
  async decide(
    key: WaiverKey,
    body: MlLensRequest<'decideWaiver'>['body'],
    credentials: CallerCredentials,
  ): Promise<Waiver> {
    const waiver = await this.#waiver(key);
    const by = actorOf(credentials);
    if (waiver.requested_by === by) {
      throw new NotAllowedError(
        'You asked for this waiver yourself; somebody else has to decide on it',
      );
    }
    const at = this.deps.clock();
    const decided = await this.deps.waivers.decide(waiver.waiver_id, {
      approve: body.decision === 'APPROVE',
      at,
      by,
      note: body.note?.trim() || null,
    });
    if (!decided) {
      throw await this.#over(key, 'waits for no decision', body);
    }
    this.deps.changes.changed(decided.review_id);
    return toWaiver(decided, at);
  }

  /**
   * Takes a waiver back, asked for or in force.
   *
   * @throws NotFoundError when the review has no such waiver
   * @throws StaleWriteError when it is over already
   */
  async withdraw(
    key: WaiverKey,
    credentials: CallerCredentials,
  ): Promise<Waiver> {
    const { waiver_id: waiverId } = await this.#waiver(key);
    const at = this.deps.clock();
    const ended = await this.deps.waivers.withdraw(waiverId, {
      at,
      by: actorOf(credentials),
    });
    if (!ended) {
      throw await this.#over(key, 'is over', null);
    }
    this.deps.changes.changed(ended.review_id);
    return toWaiver(ended, at);
  }

  async #waiver(key: WaiverKey): Promise<WaiverRow> {
    const { review_id: reviewId } = await this.deps.reviews.requireReview(key);
    const row = await this.deps.waivers.get(reviewId, key.waiverId);
    if (!row) {
      throw new NotFoundError(
        `The review of '${key.workloadId}' with '${key.lensId}' has no waiver '${key.waiverId}'`,
      );
    }
    return row;
  }

  async #over(
    key: WaiverKey,
    what: string,
    attempted: MlLensRequest<'decideWaiver'>['body'] | null,
  ): Promise<StaleWriteError> {
    const current = toWaiver(await this.#waiver(key), this.deps.clock());
    return new StaleWriteError(
      `The waiver ${what}: it is ${current.status}`,
      current,
      attempted,
    );
  }

  async #requireRisk(review: ReviewRow, questionId: string): Promise<void> {
    const { lens, state } = await currentReview(
      { store: this.deps.reviews, lenses: this.deps.lenses },
      review,
    );
    if (!lens.question(questionId)) {
      throw new InputError(
        `Invalid body: questionId: the lens '${lens.id}' version '${lens.version}' has no question '${questionId}'`,
      );
    }
    const { risk } = answerOf(lens, questionId, state.answers.get(questionId));
    if (risk !== 'HIGH' && risk !== 'MEDIUM') {
      throw new InputError(
        `Invalid body: questionId: only a HIGH or MEDIUM risk can be accepted; the risk of '${questionId}' is ${risk}`,
      );
    }
  }

  #expiryOf(expiresAt: string, at: string): string {
    const expiry = DateTime.fromISO(expiresAt, { zone: 'utc' });
    const present = DateTime.fromISO(at, { zone: 'utc' });
    const latest = present.plus(durationToMilliseconds(this.deps.maxDuration));
    if (expiry <= present) {
      throw new InputError('Invalid body: expiresAt: must be in the future');
    }
    if (expiry > latest) {
      throw new InputError(
        `Invalid body: expiresAt: must not be after ${latest.toISO()}`,
      );
    }
    return expiry.toJSDate().toISOString();
  }
}
