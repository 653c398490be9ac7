// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { AnswerRecord } from '@ml-lens/lens-model';
import type { Proposal, ProposedAnswer } from '@ml-lens/lens-model/proposals';
import type { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';
import { actorOf, type CallerCredentials } from '../auth/caller';
import { laterBy } from '../clock';
import type { Deps } from '../deps';
import { ErrorWithBody, TooManyRequestsError } from '../errors';
import type { ReviewKey } from '../reviews/ReviewStore';
import type { LockedReview } from '../reviews/ReviewWriter';
import { answerOf } from '../reviews/views';
import { stateAtRevision } from './pastState';
import type { ProposalStore } from './ProposalStore';
import {
  pointerTo,
  type ProposalProblem,
  problemsWith,
  readProposals,
  type SentProposal,
  textOf,
} from './readProposals';
import { type ProposalRow, type ProposedParts, toProposal } from './rows';

const HOUR_MS = 3_600_000;

/** Most proposals of one proposer that wait in a review. */
const MAX_OPEN = 10_000;

/** An answer that changed under a proposal before it came. */
interface StaleProposal {
  index: number;
  value: ProposedAnswer;
  record: AnswerRecord | undefined;
}

/** Takes proposals: all of a call or none of it. */
export class ProposalIntake {
  constructor(
    private readonly deps: Pick<
      Deps,
      'changes' | 'clock' | 'reviews' | 'writer'
    > & {
      proposals: ProposalStore;
      /** How long a proposal waits. */
      expireAfter: HumanDuration;
      /** Most that one identity proposes within an hour. */
      perHour: number;
    },
  ) {}

  /**
   * Stores proposals beside the answers, which stay as they are. What was
   * proposed before with the same key counts once.
   *
   * @param body - as it was sent
   * @throws NotFoundError when the review does not exist
   * @throws ErrorWithBody 400 or 409 with every problem of the call
   * @throws TooManyRequestsError when the caller has proposed too much
   */
  async propose(
    key: ReviewKey,
    body: unknown,
    credentials: CallerCredentials,
  ): Promise<{ items: Proposal[]; created: number }> {
    await this.deps.reviews.requireReview(key);
    const read = readProposals(body);
    const by = actorOf(credentials);
    let taken: { rows: ProposalRow[]; created: number } | undefined;
    await this.deps.writer.write(key.workloadId, key.lensId, async review => {
      taken = await this.#take(review, read, by);
      return [];
    });
    const { rows, created } = taken!;
    if (created > 0) {
      this.deps.changes.changed(rows[0].review_id);
    }
    const at = this.deps.clock();
    return { items: rows.map(row => toProposal(row, at)), created };
  }

  async #take(
    review: LockedReview,
    read: ReturnType<typeof readProposals>,
    by: string,
  ) {
    const { row, state, lens, tx } = review;
    const problems = [...read.problems, ...problemsWith(lens, read.sent)];
    const values = read.sent.flatMap(({ value }) => value ?? []);
    const known = await this.deps.proposals.byKey(
      tx,
      row.review_id,
      by,
      values.map(value => value.key),
    );
    const stale: StaleProposal[] = [];
    const fresh = new Map<string, ProposalRow>();
    const at = this.deps.clock();
    for (const { index, value } of read.sent) {
      const before = value && known.get(value.key);
      if (!value || (before && before.body_hash === hashOf(value))) {
        continue;
      }
      const record = state.answers.get(value.questionId);
      if (before) {
        problems.push({
          pointer: pointerTo(index, 'key'),
          code: 'KEY_TAKEN',
          message: `the key '${value.key}' names another proposal of yours in this review`,
        });
      } else if ((record?.revision ?? 0) !== value.basedOn) {
        stale.push({ index, value, record });
        problems.push(staleProblem(index, value, record));
      } else if (!fresh.has(value.key)) {
        fresh.set(value.key, this.#rowOf(value, { review, record, by, at }));
      }
    }
    if (problems.length > 0) {
      throw await this.#refusal(review, read.sent, problems, stale);
    }
    const rows = [...fresh.values()];
    await this.#requireRoom(tx, row.review_id, by, rows.length, at);
    await this.deps.proposals.add(tx, rows, at);
    return {
      rows: values.map(value => fresh.get(value.key) ?? known.get(value.key)!),
      created: rows.length,
    };
  }

  #rowOf(
    value: ProposedAnswer,
    from: {
      review: LockedReview;
      record: AnswerRecord | undefined;
      by: string;
      at: string;
    },
  ): ProposalRow {
    const { review, record, by, at } = from;
    const answer: ProposedParts = {
      selectedChoices: value.selectedChoices,
      notApplicableChoices: value.notApplicableChoices ?? [],
      notApplicable: value.notApplicable ?? null,
      notes: value.notes ?? null,
    };
    return {
      proposal_id: randomUUID(),
      review_id: review.row.review_id,
      question_id: value.questionId,
      status: 'OPEN',
      agent_name: value.agent.name,
      agent: JSON.stringify(value.agent),
      proposed_by: by,
      proposal_key: value.key,
      body_hash: hashOf(value),
      based_on: value.basedOn,
      lens_version: review.lens.version,
      base: record
        ? JSON.stringify({ state: record.state, proposal: record.proposal })
        : null,
      answer: JSON.stringify(answer),
      citations: JSON.stringify(value.citations),
      confidence: value.confidence ?? null,
      proposed_at: at,
      expires_at: laterBy(at, durationToMilliseconds(this.deps.expireAfter)),
      ended_at: null,
      decided_by: null,
      decided_revision: null,
      reason: null,
      superseded_by: null,
    };
  }

  /**
   * Counts what is stored, so that all replicas count together; calls of one
   * caller at the same moment are counted one after the other.
   */
  async #requireRoom(
    tx: Knex.Transaction,
    reviewId: string,
    by: string,
    coming: number,
    at: string,
  ): Promise<void> {
    if (coming === 0) {
      return;
    }
    const { perHour, proposals } = this.deps;
    await proposals.holdProposer(tx, by);
    const since = laterBy(at, -HOUR_MS);
    const made = await proposals.countSince(tx, by, since);
    const excess = made + coming - perHour;
    if (excess > 0) {
      // Nothing leaves room where nothing was made: the call alone is too large.
      const leaves =
        made > 0 &&
        (await proposals.instantSince(
          tx,
          by,
          since,
          Math.min(excess, made) - 1,
        ));
      const waitMs = leaves
        ? Date.parse(leaves) + HOUR_MS - Date.parse(at)
        : HOUR_MS;
      throw new TooManyRequestsError(
        `You may propose ${perHour} answers within an hour and have proposed ${made}; nothing was stored`,
        Math.max(1, Math.ceil(waitMs / 1000)),
      );
    }
    const open = await proposals.countOpen(tx, reviewId, by);
    if (open + coming > MAX_OPEN) {
      throw new TooManyRequestsError(
        `You have ${open} open proposals in this review and may have ${MAX_OPEN}; somebody has to decide on them first`,
        HOUR_MS / 1000,
      );
    }
  }

  async #refusal(
    { row, lens, tx }: LockedReview,
    sent: readonly SentProposal[],
    problems: ProposalProblem[],
    stale: readonly StaleProposal[],
  ): Promise<ErrorWithBody> {
    const conflict = problems.every(
      ({ code }) => code === 'STALE' || code === 'KEY_TAKEN',
    );
    const places = new Set(
      problems.map(({ pointer }) => pointer.split('/')[2]),
    );
    const conflicts = [];
    for (const { index, value, record } of stale) {
      conflicts.push({
        index,
        questionId: value.questionId,
        base: await stateAtRevision(
          { events: this.deps.reviews.events, tx },
          { reviewId: row.review_id, questionId: value.questionId },
          value.basedOn,
          record?.revision ?? 0,
        ),
        proposal: value,
        current: answerOf(lens, value.questionId, record),
      });
    }
    problems.sort((a, b) => placeOf(a) - placeOf(b));
    return new ErrorWithBody({
      name: conflict ? 'ConflictError' : 'InputError',
      statusCode: conflict ? 409 : 400,
      message: `Nothing was stored: ${places.size} of ${sent.length} proposals cannot be taken`,
      body: { problems, ...(stale.length > 0 && { conflicts }) },
    });
  }
}

function placeOf({ pointer }: ProposalProblem): number {
  return Number(pointer.split('/')[2]);
}

function staleProblem(
  index: number,
  { questionId, basedOn }: ProposedAnswer,
  record: AnswerRecord | undefined,
): ProposalProblem {
  return {
    pointer: pointerTo(index, 'basedOn'),
    code: 'STALE',
    message: `the answer of '${questionId}' is at revision ${
      record?.revision ?? 0
    }, not ${basedOn}`,
  };
}

function hashOf(proposal: ProposedAnswer): string {
  return createHash('sha256').update(textOf(proposal)).digest('hex');
}
