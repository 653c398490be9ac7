// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import type {
  MlLensRequest,
  MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { questionsConcerned } from '@ml-lens/lens-model/confirm';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import { staleRevision } from '../errors';
import type { ReviewKey } from '../reviews/ReviewStore';
import { answered } from '../reviews/updateDoubts';
import { answerOf } from '../reviews/views';
import type { ModelVersionRow, ModelVersionStore } from './ModelVersionStore';

/** How far the clock of a registry may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Answers that are put in doubt, and said to be true all the same. */
export class ConfirmationService {
  constructor(
    private readonly deps: Pick<
      Deps,
      'clock' | 'doubts' | 'lenses' | 'reviews' | 'writer'
    > & {
      versions: ModelVersionStore;
    },
  ) {}

  /**
   * Says that an answer is still true. Its choices stay, and whatever put it in
   * doubt is over.
   *
   * @throws NotFoundError when the question is not answered
   * @throws StaleWriteError when the answer is another one by now
   */
  async confirm(
    { workloadId, lensId, questionId }: ReviewKey & { questionId: string },
    body: MlLensRequest<'confirmAnswer'>['body'],
    credentials: CallerCredentials,
  ): Promise<MlLensResponse<'confirmAnswer'>> {
    const { lens, fold } = await this.deps.writer.write(
      workloadId,
      lensId,
      review => {
        const question = review.lens.question(questionId);
        const record = review.state.answers.get(questionId);
        if (!question || !record) {
          throw new NotFoundError(
            `The question '${questionId}' is not answered, so there is nothing to confirm`,
          );
        }
        if (record.revision !== body.revision) {
          throw staleRevision(
            'The answer',
            answerOf(review.lens, questionId, record),
            body,
          );
        }
        return [
          {
            type: 'CONFIRMED',
            questionId,
            phaseId: question.phaseId,
            before: record.state,
            after: {
              ...record.state,
              notes: body.notes ?? record.state.notes,
            },
            by: actorOf(credentials),
            source: 'USER',
          },
        ];
      },
    );
    return {
      answer: answerOf(lens, questionId, fold.state.answers.get(questionId)),
      scorecard: fold.figures.scorecard,
    };
  }

  /**
   * Takes a version of a model. In every review of the workload the answers
   * that the lens says versions concern are put in doubt. The same version once
   * more is known: nothing happens.
   *
   * @throws InputError for a version from the future
   */
  async take(
    workloadId: string,
    body: MlLensRequest<'reportModelVersion'>['body'],
    by: string,
  ): Promise<MlLensResponse<'reportModelVersion'>> {
    const { source, name, version } = body;
    const now = this.deps.clock();
    const at = new Date(body.at ?? now).toISOString();
    if (Date.parse(at) > Date.parse(now) + CLOCK_SKEW_MS) {
      throw new InputError('Invalid body: at: must not be in the future');
    }
    const row: ModelVersionRow = {
      workload_id: workloadId,
      source,
      name,
      version,
      at,
      reported_at: now,
      reported_by: by,
    };
    const stored = await this.deps.versions.add(row);
    const toConfirm: { lens: string; questionIds: string[] }[] = [];
    for (const review of await this.deps.reviews.reviewsOf(workloadId)) {
      const lens = await this.deps.lenses.compiled(
        review.lens_id,
        review.lens_version,
      );
      const concerned = questionsConcerned(lens, 'MODEL_VERSION');
      if (concerned.length > 0 && review.last_seq > 0) {
        const questionIds = await this.#mark(
          { workloadId, lensId: review.lens_id },
          concerned,
          row,
          stored.known,
        );
        if (questionIds.length > 0) {
          toConfirm.push({ lens: review.lens_id, questionIds });
        }
      }
    }
    return {
      source,
      name,
      version,
      at: stored.at,
      known: stored.known,
      toConfirm,
    };
  }

  /**
   * Puts answers in doubt, with an event that says so. A version that is known
   * has its event, unless whoever reported it first stopped in between.
   */
  async #mark(
    { workloadId, lensId }: ReviewKey,
    concerned: readonly string[],
    row: ModelVersionRow,
    known: boolean,
  ): Promise<string[]> {
    const { source, name, version, at, reported_by: by } = row;
    let marked: string[] = [];
    await this.deps.writer.write(
      workloadId,
      lensId,
      async ({ tx, row: review }) => {
        const { review_id: reviewId } = review;
        if (known && (await this.deps.versions.isMarked(tx, reviewId, row))) {
          return [];
        }
        const questions = await answered(tx, reviewId, concerned);
        if (questions.length === 0) {
          return [];
        }
        const since = [this.deps.clock(), review.last_at ?? ''].sort()[1];
        await this.deps.doubts.add(tx, reviewId, questions, {
          reason: 'MODEL_VERSION',
          since,
          detail: `${name} ${version}`,
        });
        marked = questions;
        return [
          {
            type: 'MODEL_VERSION_REPORTED',
            after: { source, name, version, at, questions },
            by,
            source: 'SYSTEM',
          },
        ];
      },
    );
    return marked;
  }
}
