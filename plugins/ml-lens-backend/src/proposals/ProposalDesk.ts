// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import type {
  MlLensRequest,
  MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  type AnswerState,
  type AnswerRecord,
  emptyAnswerState,
  phaseStatesOf,
} from '@ml-lens/lens-model';
import {
  acceptedState,
  type ProposalDecision,
} from '@ml-lens/lens-model/proposals';
import { actorOf, type CallerCredentials } from '../auth/caller';
import type { Deps } from '../deps';
import { ErrorWithBody } from '../errors';
import { answerAfter, answeredEvent } from '../reviews/answered';
import type { ReviewKey } from '../reviews/ReviewStore';
import type {
  LockedReview,
  NewEvent,
  WrittenReview,
} from '../reviews/ReviewWriter';
import { answerOf } from '../reviews/views';
import type { ProposalStore } from './ProposalStore';
import {
  proposalBase,
  proposedParts,
  type ProposalRow,
  toProposal,
} from './rows';

/** A proposal of a review. */
export type ProposalKey = ReviewKey & { proposalId: string };

type DecideBody = MlLensRequest<'decideProposal'>['body'];
type Decided = MlLensResponse<'decideProposal'>;

const STATUS_AFTER = {
  ACCEPT: 'ACCEPTED',
  CHANGE: 'CHANGED',
  REJECT: 'REJECTED',
} as const satisfies Record<ProposalDecision, ProposalRow['status']>;

/**
 * Where people decide on proposals. Accepting and changing answer the question
 * in the person's name, in the transaction that ends the proposal; nothing else
 * moves a score.
 */
export class ProposalDesk {
  constructor(
    private readonly deps: Pick<
      Deps,
      'changes' | 'clock' | 'reviews' | 'writer'
    > & {
      proposals: ProposalStore;
    },
  ) {}

  /**
   * Decides on an open proposal.
   *
   * @throws InputError when the answer goes with another decision, or its
   *   choices do not go together
   * @throws NotFoundError when the review has no such proposal
   * @throws ErrorWithBody 409 with the three versions, when the answer changed
   *   or somebody decided first
   */
  async decide(
    key: ProposalKey,
    body: DecideBody,
    credentials: CallerCredentials,
  ): Promise<Decided> {
    if ((body.decision === 'CHANGE') !== (body.answer !== undefined)) {
      throw new InputError(
        `Invalid body: answer: ${
          body.decision === 'CHANGE' ? 'is required with' : 'goes only with'
        } CHANGE`,
      );
    }
    const by = actorOf(credentials);
    return await this.#write(key, body, async (review, row, record) => {
      const at = this.deps.clock();
      const revision = record?.revision ?? 0;
      if (toProposal(row, at).status !== 'OPEN' || row.based_on !== revision) {
        throw this.#conflict(review, row, body, 'waits for no decision');
      }
      const events = answered(review, row, record, body, by);
      await this.deps.proposals.decide(review.tx, row.proposal_id, {
        status: STATUS_AFTER[body.decision],
        ended_at: at,
        decided_by: by,
        decided_revision: revision + events.length,
        reason: body.reason || null,
      });
      return events;
    });
  }

  /**
   * Takes a decision back while the answer is as the decision left it: the
   * answer before comes back as an event of its own, and the proposal is open.
   *
   * @throws NotFoundError when the review has no such proposal
   * @throws ErrorWithBody 409 with the three versions, when something else
   *   happened since
   */
  async undo(
    key: ProposalKey,
    body: { revision: number },
    credentials: CallerCredentials,
  ): Promise<Decided> {
    const by = actorOf(credentials);
    return await this.#write(key, body, async (review, row, record) => {
      const { lens, tx } = review;
      const revision = record?.revision ?? 0;
      if (
        row.decided_revision !== revision ||
        row.lens_version !== lens.version ||
        row.expires_at <= this.deps.clock() ||
        (await this.deps.proposals.hasOpen(tx, row))
      ) {
        throw this.#conflict(
          review,
          row,
          body,
          'has no decision that can be taken back',
        );
      }
      const wrote = row.decided_revision !== row.based_on;
      await this.deps.proposals.reopen(
        tx,
        row,
        wrote ? revision + 1 : revision,
      );
      if (!wrote) {
        return [];
      }
      const base = proposalBase(row);
      return [
        {
          type: 'ANSWERED',
          questionId: row.question_id,
          phaseId: lens.question(row.question_id)?.phaseId ?? null,
          before: record?.state ?? null,
          after: base?.state ?? emptyAnswerState(),
          by,
          source: 'UNDO',
          ...(base?.proposal && { proposal: base.proposal }),
        },
      ];
    });
  }

  async #write(
    key: ProposalKey,
    body: { revision: number },
    step: (
      review: LockedReview,
      row: ProposalRow,
      record: AnswerRecord | undefined,
    ) => Promise<NewEvent[]>,
  ): Promise<Decided> {
    const { review_id: reviewId } = await this.deps.reviews.requireReview(key);
    const { proposals } = this.deps;
    let questionId = '';
    const written = await this.deps.writer.write(
      key.workloadId,
      key.lensId,
      async review => {
        const row = await proposals.find(reviewId, key.proposalId, review.tx);
        if (!row) {
          throw noProposal(key);
        }
        questionId = row.question_id;
        const record = review.state.answers.get(questionId);
        if ((record?.revision ?? 0) !== body.revision) {
          throw this.#conflict(
            review,
            row,
            body,
            `is for an answer that is at revision ${
              record?.revision ?? 0
            }, not ${body.revision}`,
          );
        }
        return await step(review, row, record);
      },
    );
    if (!written.changed) {
      this.deps.changes.changed(reviewId);
    }
    return await this.#decided(key, reviewId, questionId, written);
  }

  async #decided(
    key: ProposalKey,
    reviewId: string,
    questionId: string,
    { lens, fold, at }: WrittenReview,
  ): Promise<Decided> {
    const row = await this.deps.proposals.find(reviewId, key.proposalId);
    if (!row) {
      throw noProposal(key);
    }
    return {
      proposal: toProposal(row, this.deps.clock()),
      answer: answerOf(lens, questionId, fold.state.answers.get(questionId)),
      scorecard: fold.figures.scorecard,
      phases: phaseStatesOf(lens, fold.state, at),
    };
  }

  /** What the proposal started from, what it says, and what stands. */
  #conflict(
    { lens, state }: LockedReview,
    row: ProposalRow,
    attempted: object,
    what: string,
  ): ErrorWithBody {
    const proposal = toProposal(row, this.deps.clock());
    return new ErrorWithBody({
      name: 'ConflictError',
      statusCode: 409,
      message: `The proposal ${what}: it is ${proposal.status}`,
      body: {
        base: proposalBase(row)?.state ?? null,
        proposal,
        current: answerOf(
          lens,
          row.question_id,
          state.answers.get(row.question_id),
        ),
        attempted,
      },
    });
  }
}

/** The event a decision leads to; none where nothing is said anew. */
function answered(
  { lens }: LockedReview,
  row: ProposalRow,
  record: AnswerRecord | undefined,
  body: DecideBody,
  by: string,
): NewEvent[] {
  const after = stateAfter(row, record, body);
  const question = lens.question(row.question_id);
  if (!after || !question) {
    return [];
  }
  const event = answeredEvent(question, record, after);
  return event
    ? [
        {
          ...event,
          by,
          source: 'USER',
          proposal: { id: row.proposal_id, agent: row.agent_name },
        },
      ]
    : [];
}

function stateAfter(
  row: ProposalRow,
  record: AnswerRecord | undefined,
  { decision, answer }: DecideBody,
): AnswerState | undefined {
  if (decision === 'REJECT') {
    return undefined;
  }
  return answer
    ? answerAfter(record, answer)
    : acceptedState(record?.state ?? emptyAnswerState(), proposedParts(row));
}

function noProposal({ workloadId, lensId, proposalId }: ProposalKey) {
  return new NotFoundError(
    `The review of '${workloadId}' with '${lensId}' has no proposal '${proposalId}'`,
  );
}
