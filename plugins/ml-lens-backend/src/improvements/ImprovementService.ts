// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Improvement,
  type MlLensRequest,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { PlannedPractice, planImprovements } from '@ml-lens/lens-model';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import { staleRevision } from '../errors';
import { currentReview, ReviewMoment } from '../reviews/reviewAt';
import type { ReviewKey } from '../reviews/ReviewStore';
import { answerOf } from '../reviews/views';
import { requireAssignee } from './assignee';
import { ImprovementRow, ImprovementStore } from './ImprovementStore';
import { isSettled, requirePractice } from './practice';

/** A review with the practices that could be added to it. */
interface PlannedReview extends ReviewMoment {
  reviewId: string;
  plan: PlannedPractice[];
}

/** What to do next about a review, and who does it until when. */
export class ImprovementService {
  constructor(
    private readonly deps: Pick<Deps, 'clock' | 'lenses' | 'reviews'> & {
      improvements: ImprovementStore;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
    },
  ) {}

  /**
   * Practices not in place where the question is at risk or not answered, what
   * brings most first; then those that are planned though the risk is gone.
   */
  async list(key: ReviewKey): Promise<MlLensResponse<'listImprovements'>> {
    const review = await this.#planned(key);
    const rows = new Map(
      (await this.deps.improvements.list(review.reviewId)).map(row => [
        JSON.stringify([row.question_id, row.choice_id]),
        row,
      ]),
    );
    const items = review.plan.map(practice => {
      const id = JSON.stringify([practice.questionId, practice.choiceId]);
      const row = rows.get(id);
      rows.delete(id);
      return toImprovement(review, practice, row);
    });
    const others = [...rows.values()]
      .filter(row => isOpen(review, row))
      .map(row =>
        toImprovement(
          review,
          unplanned(review, row.question_id, row.choice_id),
          row,
        ),
      );
    return { score: review.scorecard.score, items: [...items, ...others] };
  }

  /**
   * Plans one practice.
   *
   * @throws NotFoundError when the lens has no such practice
   * @throws InputError when the assignee is nobody the caller can see
   * @throws StaleWriteError when the writer saw another revision
   * @throws ConflictError when the lens version takes no answers any more
   */
  async put(
    {
      questionId,
      choiceId,
      ...key
    }: ReviewKey & { questionId: string; choiceId: string },
    body: MlLensRequest<'putImprovement'>['body'],
    credentials: CallerCredentials,
  ): Promise<Improvement> {
    const review = await this.#planned(key);
    await this.deps.lenses.requireUsable(review.lens.id, review.lens.version);
    requirePractice(review.lens, questionId, choiceId);
    const practice =
      review.plan.find(
        step => step.questionId === questionId && step.choiceId === choiceId,
      ) ?? unplanned(review, questionId, choiceId);
    const rowKey = {
      review_id: review.reviewId,
      question_id: questionId,
      choice_id: choiceId,
    };
    const before = await this.deps.improvements.get(rowKey);
    const stale = (current: ImprovementRow | undefined) =>
      staleRevision('The plan', toImprovement(review, practice, current), body);
    if ((before?.revision ?? 0) !== body.revision) {
      throw stale(before);
    }
    const row: ImprovementRow = {
      ...rowKey,
      revision: body.revision + 1,
      status: body.status,
      assignee: await this.#assignee(body.assignee, before, credentials),
      due_date: body.dueDate,
      link: body.link,
      updated_at: this.deps.clock(),
      updated_by: actorOf(credentials),
    };
    if (!(await this.deps.improvements.save(row))) {
      throw stale(await this.deps.improvements.get(rowKey));
    }
    return toImprovement(review, practice, row);
  }

  /** Who is there already stays, also after they left the catalog. */
  async #assignee(
    assignee: string | null,
    before: ImprovementRow | undefined,
    credentials: CallerCredentials,
  ): Promise<string | null> {
    return assignee === null || assignee === before?.assignee
      ? assignee
      : await requireAssignee(this.deps.catalog, assignee, credentials);
  }

  async #planned(key: ReviewKey): Promise<PlannedReview> {
    const row = await this.deps.reviews.requireReview(key);
    const moment = await currentReview(
      { store: this.deps.reviews, lenses: this.deps.lenses },
      row,
    );
    return {
      ...moment,
      reviewId: row.review_id,
      plan: planImprovements(
        moment.lens,
        questionId => moment.state.answers.get(questionId)?.state,
      ),
    };
  }
}

/** Whether a planned practice still exists, applies and is not in place. */
function isOpen({ lens, state }: ReviewMoment, row: ImprovementRow): boolean {
  const answer = state.answers.get(row.question_id)?.state;
  return (
    Boolean(lens.question(row.question_id)?.choice(row.choice_id)) &&
    !isSettled(answer, row.choice_id)
  );
}

/** A practice that raises no score any more: it is there, or nothing is at risk. */
function unplanned(
  { lens, state, scorecard }: ReviewMoment,
  questionId: string,
  choiceId: string,
): PlannedPractice {
  return {
    questionId,
    choiceId,
    risk: state.answers.has(questionId)
      ? answerOf(lens, questionId, state.answers.get(questionId)).risk
      : 'UNANSWERED',
    riskLevel: lens.question(questionId)?.choice(choiceId)?.riskLevel ?? null,
    scoreIfDone: scorecard.score,
    gain: 0,
    gainAlone: 0,
    together: [choiceId],
  };
}

function toImprovement(
  { state }: ReviewMoment,
  practice: PlannedPractice,
  row: ImprovementRow | undefined,
): Improvement {
  const status = row?.status ?? 'NOT_STARTED';
  return {
    ...practice,
    revision: row?.revision ?? 0,
    status,
    assignee: row?.assignee ?? null,
    dueDate: row?.due_date ?? null,
    link: row?.link ?? null,
    needsAnswer:
      status === 'COMPLETE' &&
      !isSettled(
        state.answers.get(practice.questionId)?.state,
        practice.choiceId,
      ),
    updatedAt: row?.updated_at ?? null,
    updatedBy: row?.updated_by ?? null,
  };
}
