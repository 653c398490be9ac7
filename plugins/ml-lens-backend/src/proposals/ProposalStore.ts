// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { QueryOf } from '../http/bindRoutes';
import { keysetPage, listKeyOf, type KeysetRow } from '../database/keyset';
import { chunksOf, insertAll, toNumber } from '../database/sql';
import { touchReview } from '../reviews/holdReview';
import type { ProposalRow } from './rows';

/** A literal, so that the indexes of open ones serve it. */
const OPEN = `status = 'OPEN'`;

/** Which proposals of a review are listed. */
type ProposalFilter = Omit<QueryOf<'listProposals'>, 'cursor' | 'limit'>;

/**
 * Proposals of reviews. Whoever changes one holds its review, or makes a single
 * conditional UPDATE.
 */
export class ProposalStore {
  constructor(private readonly knex: Knex) {}

  /**
   * A page of a review's proposals as they are at an instant, newest first.
   *
   * @throws InputError for a cursor of another list
   */
  async page(
    reviewId: string,
    filter: ProposalFilter,
    { at, cursor, limit }: { at: string; cursor?: string; limit: number },
  ) {
    const { rows, pageInfo } = await keysetPage<ProposalRow & KeysetRow>(
      {
        select: () =>
          this.#filtered(reviewId, filter, at)
            .select('*')
            .select({ sort_value: 'proposed_at', row_id: 'proposal_id' }),
        column: { expression: 'proposed_at', type: 'text', nullable: false },
        id: 'proposal_id',
        descending: true,
      },
      { key: listKeyOf(['proposals', reviewId], { ...filter }), cursor, limit },
    );
    const [{ count }] = await this.#filtered(reviewId, filter, at).count({
      count: '*',
    });
    return { rows, totalItems: toNumber(count), pageInfo };
  }

  /** A proposal as it is stored. */
  async find(
    reviewId: string,
    proposalId: string,
    knex: Knex = this.knex,
  ): Promise<ProposalRow | undefined> {
    return await knex<ProposalRow>('proposals')
      .where({ proposal_id: proposalId, review_id: reviewId })
      .first();
  }

  /** Those of the keys that a proposer has used in a review, with their rows. */
  async byKey(
    tx: Knex.Transaction,
    reviewId: string,
    proposedBy: string,
    keys: readonly string[],
  ): Promise<Map<string, ProposalRow>> {
    const rows: ProposalRow[] = [];
    for (const chunk of chunksOf(keys, 500)) {
      rows.push(
        ...(await tx<ProposalRow>('proposals')
          .where({ review_id: reviewId, proposed_by: proposedBy })
          .whereIn('proposal_key', chunk)),
      );
    }
    return new Map(rows.map(row => [row.proposal_key, row]));
  }

  /**
   * Makes calls of one proposer, for whichever reviews, wait for each other to
   * the end of their transactions, so that what they count is what there is.
   * SQLite has one writer anyway.
   */
  async holdProposer(tx: Knex.Transaction, proposedBy: string): Promise<void> {
    if (tx.client.config.client === 'pg') {
      await tx.raw('select pg_advisory_xact_lock(hashtext(?), hashtext(?))', [
        'ml-lens.proposals',
        proposedBy,
      ]);
    }
  }

  /** How many proposals somebody has made since an instant. */
  async countSince(
    tx: Knex.Transaction,
    proposedBy: string,
    since: string,
  ): Promise<number> {
    const [{ count }] = await tx('proposals')
      .where('proposed_by', proposedBy)
      .where('proposed_at', '>', since)
      .count({ count: '*' });
    return toNumber(count);
  }

  /** When the proposal numbered `index` since an instant was made, from 0. */
  async instantSince(
    tx: Knex.Transaction,
    proposedBy: string,
    since: string,
    index: number,
  ): Promise<string | undefined> {
    const row = await tx<ProposalRow>('proposals')
      .where('proposed_by', proposedBy)
      .where('proposed_at', '>', since)
      .orderBy('proposed_at')
      .offset(index)
      .first('proposed_at');
    return row?.proposed_at;
  }

  /** How many proposals of somebody are open in a review. */
  async countOpen(
    tx: Knex.Transaction,
    reviewId: string,
    proposedBy: string,
  ): Promise<number> {
    const [{ count }] = await tx('proposals')
      .where({ review_id: reviewId, proposed_by: proposedBy })
      .whereRaw(OPEN)
      .count({ count: '*' });
    return toNumber(count);
  }

  /**
   * Adds proposals of one review and proposer; those of the same agent for the
   * same question that are open end, and name what took their place.
   */
  async add(
    tx: Knex.Transaction,
    rows: readonly ProposalRow[],
    at: string,
  ): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    const [{ review_id, proposed_by }] = rows;
    const ended: string[] = [];
    for (const agent of new Set(rows.map(row => row.agent_name))) {
      const questions = rows.flatMap(row =>
        row.agent_name === agent ? [row.question_id] : [],
      );
      const updated = await tx<ProposalRow>('proposals')
        .where({ review_id, proposed_by, agent_name: agent })
        .whereIn('question_id', questions)
        .whereRaw(OPEN)
        .update({ status: 'SUPERSEDED', ended_at: at })
        .returning('proposal_id');
      ended.push(...updated.map(row => row.proposal_id));
    }
    await insertAll(tx, 'proposals', rows);
    await touchReview(tx, review_id);
    if (ended.length > 0) {
      await tx('proposals')
        .whereIn('proposal_id', ended)
        .update({
          superseded_by: tx.raw(
            `(select n.proposal_id from proposals n
              where n.review_id = proposals.review_id
                and n.question_id = proposals.question_id
                and n.proposed_by = proposals.proposed_by
                and n.agent_name = proposals.agent_name
                and n.status = 'OPEN')`,
          ),
        });
    }
  }

  /** Ends an open proposal as somebody decided. */
  async decide(
    tx: Knex.Transaction,
    proposalId: string,
    decision: Pick<
      ProposalRow,
      'status' | 'ended_at' | 'decided_by' | 'decided_revision' | 'reason'
    >,
  ): Promise<void> {
    await tx<ProposalRow>('proposals')
      .where('proposal_id', proposalId)
      .update(decision);
  }

  /** Opens a decided proposal again, for the answer that stands now. */
  async reopen(
    tx: Knex.Transaction,
    { proposal_id, review_id }: Pick<ProposalRow, 'proposal_id' | 'review_id'>,
    basedOn: number,
  ): Promise<void> {
    await tx<ProposalRow>('proposals').where({ proposal_id }).update({
      status: 'OPEN',
      based_on: basedOn,
      ended_at: null,
      decided_by: null,
      decided_revision: null,
      reason: null,
    });
    await touchReview(tx, review_id);
  }

  /** Whether the agent has another open proposal for the question. */
  async hasOpen(
    tx: Knex.Transaction,
    row: Pick<
      ProposalRow,
      'review_id' | 'question_id' | 'proposed_by' | 'agent_name'
    >,
  ): Promise<boolean> {
    const { review_id, question_id, proposed_by, agent_name } = row;
    const open = await tx<ProposalRow>('proposals')
      .where({ review_id, question_id, proposed_by, agent_name })
      .whereRaw(OPEN)
      .first('proposal_id');
    return open !== undefined;
  }

  /**
   * Ends what is past its time: each proposal by exactly one of several
   * callers.
   *
   * @returns ids of the reviews, one for each proposal that was ended
   */
  async expire(at: string): Promise<string[]> {
    const rows = await this.knex<ProposalRow>('proposals')
      .whereRaw(OPEN)
      .where('expires_at', '<=', at)
      .update({ status: 'EXPIRED', ended_at: this.knex.ref('expires_at') })
      .returning('review_id');
    return rows.map(row => row.review_id);
  }

  #filtered(
    reviewId: string,
    { status, question, agent }: ProposalFilter,
    at: string,
  ): Knex.QueryBuilder {
    const query = this.knex('proposals').where('review_id', reviewId);
    if (question !== undefined) {
      query.where('question_id', question);
    }
    if (agent !== undefined) {
      query.where('agent_name', agent);
    }
    if (status) {
      query.where(any => {
        const stored = status.filter(one => one !== 'OPEN');
        any.whereIn('status', stored);
        if (status.includes('OPEN')) {
          any.orWhere(open => open.whereRaw(OPEN).where('expires_at', '>', at));
        }
        if (status.includes('EXPIRED')) {
          any.orWhere(over =>
            over.whereRaw(OPEN).where('expires_at', '<=', at),
          );
        }
      });
    }
    return query;
  }
}
