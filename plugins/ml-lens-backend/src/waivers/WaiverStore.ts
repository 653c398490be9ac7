// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { Knex } from 'knex';

/** A row of `waivers`. It is live until `ended_at`. */
export interface WaiverRow {
  waiver_id: string;
  review_id: string;
  question_id: string;
  status: Waiver['status'];
  reason: string;
  expires_at: string;
  requested_at: string;
  requested_by: string;
  decided_at: string | null;
  decided_by: string | null;
  decision_note: string | null;
  ended_at: string | null;
  ended_by: string | null;
}

/** Most waivers of one review that are listed. */
const MAX_WAIVERS = 500;

/**
 * Waivers of reviews. Every change of one is a single conditional UPDATE, so
 * that of several callers (or replicas) exactly one makes it.
 */
export class WaiverStore {
  constructor(private readonly knex: Knex) {}

  /** Waivers of a review as they were at an instant, newest first. */
  async list(reviewId: string, at: string): Promise<Waiver[]> {
    const rows = await this.#newestFirst(reviewId);
    return rows.map(row => toWaiver(row, at));
  }

  /** {@link WaiverStore.list} of those that were live. */
  async liveAt(reviewId: string, at: string): Promise<Waiver[]> {
    const rows = await this.#newestFirst(reviewId)
      .where('requested_at', '<=', at)
      .where('expires_at', '>', at)
      .where(live => live.whereNull('ended_at').orWhere('ended_at', '>', at));
    return rows.map(row => toWaiver(row, at));
  }

  async get(
    reviewId: string,
    waiverId: string,
  ): Promise<WaiverRow | undefined> {
    return await this.#rows()
      .where({ review_id: reviewId, waiver_id: waiverId })
      .first();
  }

  /** Adds a request; false when the question has a live waiver. */
  async add(row: WaiverRow): Promise<boolean> {
    const added = await this.knex('waivers')
      .insert(row)
      .onConflict()
      .ignore()
      .returning('waiver_id');
    return added.length > 0;
  }

  /** Decides a request that waits for it; undefined when none does. */
  async decide(
    waiverId: string,
    decision: {
      approve: boolean;
      at: string;
      by: string;
      note: string | null;
    },
  ): Promise<WaiverRow | undefined> {
    const { approve, at, by, note } = decision;
    const [row] = await this.#rows()
      .where({ waiver_id: waiverId, status: 'REQUESTED' })
      .where('expires_at', '>', at)
      .update({
        status: approve ? 'APPROVED' : 'REJECTED',
        decided_at: at,
        decided_by: by,
        decision_note: note,
        ...(!approve && { ended_at: at, ended_by: by }),
      })
      .returning('*');
    return row;
  }

  /** Takes a live waiver back; undefined when it is over. */
  async withdraw(
    waiverId: string,
    { at, by }: { at: string; by: string },
  ): Promise<WaiverRow | undefined> {
    const [row] = await this.#rows()
      .where({ waiver_id: waiverId })
      .whereNull('ended_at')
      .where('expires_at', '>', at)
      .update({ status: 'WITHDRAWN', ended_at: at, ended_by: by })
      .returning('*');
    return row;
  }

  /**
   * Ends what is past its time and gives it back: each waiver to exactly one of
   * several callers.
   *
   * @param tx - the transaction in which others learn of it
   * @param reviewId - only those of one review
   */
  async expire(
    tx: Knex.Transaction,
    at: string,
    reviewId?: string,
  ): Promise<WaiverRow[]> {
    const query = tx<WaiverRow>('waivers')
      .whereNull('ended_at')
      .where('expires_at', '<=', at);
    if (reviewId !== undefined) {
      query.where('review_id', reviewId);
    }
    return await query
      .update({
        status: 'EXPIRED',
        ended_at: this.knex.ref('expires_at'),
      })
      .returning('*');
  }

  #newestFirst(reviewId: string) {
    return this.#rows()
      .where('review_id', reviewId)
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'waiver_id', order: 'desc' },
      ])
      .limit(MAX_WAIVERS);
  }

  #rows() {
    return this.knex<WaiverRow>('waivers');
  }
}

/**
 * A waiver as it was at an instant after it was asked for. One whose time is
 * over counts as expired from that moment on, whenever the task that ends it
 * comes by.
 */
export function toWaiver(row: WaiverRow, at: string): Waiver {
  const decided = row.decided_at !== null && row.decided_at <= at;
  return {
    id: row.waiver_id,
    questionId: row.question_id,
    ...standing(row, decided, at),
    reason: row.reason,
    expiresAt: row.expires_at,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    decidedAt: decided ? row.decided_at : null,
    decidedBy: decided ? row.decided_by : null,
    decisionNote: decided ? row.decision_note : null,
  };
}

function standing(
  row: WaiverRow,
  decided: boolean,
  at: string,
): Pick<Waiver, 'status' | 'endedAt'> {
  if (row.ended_at !== null && row.ended_at <= at) {
    return { status: row.status, endedAt: row.ended_at };
  }
  if (row.expires_at <= at) {
    return { status: 'EXPIRED', endedAt: row.expires_at };
  }
  return { status: decided ? 'APPROVED' : 'REQUESTED', endedAt: null };
}
