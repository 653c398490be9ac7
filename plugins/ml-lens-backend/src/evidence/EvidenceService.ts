// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import { ReportedEvidence } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { CompiledLens } from '@ml-lens/lens-model';
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import { currentReview, type ReviewMoment } from '../reviews/reviewAt';
import type { ReviewKey } from '../reviews/ReviewStore';
import { ReviewRow } from '../reviews/rows';
import { EvidenceRow, EvidenceStore } from './EvidenceStore';
import { doubtContradicted } from './contradictions';
import { toReportedEvidence } from './views';

/** What a pipeline reports. */
export type PostEvidenceBody = z.output<
  (typeof mlLensRoutes)['postEvidence']['body']
>;

/** How far the clock of a pipeline may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Evidence that machines report. It stands beside the answers: it may suggest
 * or contradict one, and never changes it.
 */
export class EvidenceService {
  constructor(
    private readonly deps: Pick<
      Deps,
      'changes' | 'clock' | 'knex' | 'lenses' | 'reviews'
    > & {
      evidence: EvidenceStore;
    },
  ) {}

  /** Evidence of a review, or of one of its questions; latest first. */
  async list(
    key: ReviewKey,
    options: { question?: string },
  ): Promise<ReportedEvidence[]> {
    const review = await this.deps.reviews.requireReview(key);
    const rows = await this.deps.evidence.list(
      review.review_id,
      options.question,
    );
    const moment = await this.#moment(review);
    const at = this.deps.clock();
    return rows.map(row => toReportedEvidence(row, moment, at));
  }

  /**
   * Takes evidence from a pipeline. Who reports it comes from the credentials.
   *
   * @throws InputError when the lens has no such question and choice, or the
   * instants cannot be
   * @throws ConflictError when the key stands for something else already
   */
  async post(
    key: ReviewKey,
    body: PostEvidenceBody,
    credentials: CallerCredentials,
  ): Promise<ReportedEvidence> {
    const review = await this.deps.reviews.requireReview(key);
    requireChoice(
      await this.deps.lenses.compiled(review.lens_id, review.lens_version),
      body,
    );
    const row: EvidenceRow = {
      evidence_id: randomUUID(),
      review_id: review.review_id,
      source: 'CI',
      evidence_key: body.idempotencyKey,
      body_hash: hashOf(body),
      question_id: body.questionId,
      choice_id: body.choiceId ?? null,
      provider: actorOf(credentials),
      verdict: body.verdict,
      title: body.title,
      url: body.url ?? null,
      note: body.note ?? null,
      ...instantsOf(body, this.deps.clock()),
    };
    const stored = await this.deps.evidence.add(row);
    if (stored.body_hash !== row.body_hash) {
      throw new ConflictError(
        `The idempotency key '${body.idempotencyKey}' stands for other evidence of this review already`,
      );
    }
    const moment = await this.#moment(review);
    const now = this.deps.clock();
    if (stored.evidence_id === row.evidence_id) {
      await doubtContradicted(
        this.deps.knex,
        review.review_id,
        [stored],
        moment,
        now,
      );
      this.deps.changes.changed(review.review_id);
    }
    return toReportedEvidence(stored, moment, now);
  }

  async #moment(review: ReviewRow): Promise<ReviewMoment> {
    return await currentReview(
      { store: this.deps.reviews, lenses: this.deps.lenses },
      review,
    );
  }
}

/** @throws InputError naming the field the lens does not have */
function requireChoice(
  lens: CompiledLens,
  { questionId, choiceId }: Pick<PostEvidenceBody, 'questionId' | 'choiceId'>,
): void {
  const question = lens.question(questionId);
  const of = `the lens '${lens.id}' version '${lens.version}'`;
  if (!question) {
    throw new InputError(
      `Invalid body: questionId: ${of} has no question '${questionId}'`,
    );
  }
  if (choiceId !== undefined && !question.choice(choiceId)) {
    throw new InputError(
      `Invalid body: choiceId: the question '${questionId}' of ${of} has no choice '${choiceId}'`,
    );
  }
}

/** When it was seen, and until when it holds, as the table has them. */
function instantsOf(
  { observedAt, expiresAt }: PostEvidenceBody,
  at: string,
): Pick<EvidenceRow, 'observed_at' | 'expires_at'> {
  const present = Date.parse(at);
  const observed = observedAt === undefined ? present : Date.parse(observedAt);
  if (observed > present + CLOCK_SKEW_MS) {
    throw new InputError('Invalid body: observedAt: must not be in the future');
  }
  const expires = expiresAt === undefined ? null : Date.parse(expiresAt);
  if (expires !== null && expires <= observed) {
    throw new InputError(
      'Invalid body: expiresAt: must be after the evidence was observed',
    );
  }
  return {
    observed_at: new Date(observed).toISOString(),
    expires_at: expires === null ? null : new Date(expires).toISOString(),
  };
}

/** Tells a repeated report from another one; what is left out counts too. */
function hashOf(body: PostEvidenceBody): string {
  const { questionId, choiceId, verdict, title, url, note } = body;
  const instants = [body.observedAt, body.expiresAt].map(instant =>
    instant === undefined ? null : new Date(instant).toISOString(),
  );
  return createHash('sha256')
    .update(
      JSON.stringify([
        questionId,
        choiceId ?? null,
        verdict,
        title,
        url ?? null,
        note ?? null,
        ...instants,
      ]),
    )
    .digest('hex');
}
