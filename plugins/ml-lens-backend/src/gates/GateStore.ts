// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Knex } from 'knex';
import { fromJson } from '../reviews/reviewRows';

/** A row of `gate_requests`. */
export interface GateRequestRow {
  review_id: string;
  gate_id: string;
  number: number;
  status: GateRequest['status'];
  comment: string;
  requested_at: string;
  requested_by: string;
  decided_at: string | null;
  decided_by: string | null;
  decision_comment: string | null;
  conditions: string;
  basis: string | null;
}

/** What a decision says of a request. */
type Decision =
  | 'status'
  | 'decided_at'
  | 'decided_by'
  | 'decision_comment'
  | 'conditions'
  | 'basis';

/** A request that nobody has decided on. */
export function openRequest(
  asked: Omit<GateRequestRow, Decision>,
): GateRequestRow {
  return {
    ...asked,
    status: 'OPEN',
    decided_at: null,
    decided_by: null,
    decision_comment: null,
    conditions: '[]',
    basis: null,
  };
}

/** Most requests of one review that are listed. */
const MAX_LISTED = 500;

/** Requests at gates. */
export class GateStore {
  constructor(private readonly knex: Knex) {}

  /** Requests of a review as they were at an instant, newest first. */
  async list(
    reviewId: string,
    at: string,
  ): Promise<Map<string, GateRequest[]>> {
    const rows: GateRequestRow[] = await this.knex<GateRequestRow>(
      'gate_requests',
    )
      .where('review_id', reviewId)
      .where('requested_at', '<=', at)
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'number', order: 'desc' },
      ])
      .limit(MAX_LISTED);
    return new Map(
      [...Map.groupBy(rows, row => row.gate_id)].map(([gate, asked]) => [
        gate,
        asked.map(row => toRequest(row, at)),
      ]),
    );
  }

  async get(
    reviewId: string,
    gateId: string,
    number: number,
  ): Promise<GateRequestRow | undefined> {
    return await this.knex<GateRequestRow>('gate_requests')
      .where({ review_id: reviewId, gate_id: gateId, number })
      .first();
  }

  /** The number of the next request at a gate; the review is held. */
  async nextNumber(reviewId: string, gateId: string): Promise<number> {
    const [{ last }] = await this.knex('gate_requests')
      .where({ review_id: reviewId, gate_id: gateId })
      .max({ last: 'number' });
    return Number(last ?? 0) + 1;
  }

  /** Adds a request; false where another one waits. */
  async add(row: GateRequestRow): Promise<boolean> {
    const added = await this.knex('gate_requests')
      .insert(row)
      .onConflict()
      .ignore()
      .returning('number');
    return added.length > 0;
  }

  /** Decides a request that waits; undefined where it does not. */
  async decide(
    { review_id, gate_id, number }: GateRequestRow,
    decision: Pick<GateRequestRow, Decision>,
  ): Promise<GateRequestRow | undefined> {
    const [row] = await this.knex<GateRequestRow>('gate_requests')
      .where({ review_id, gate_id, number, status: 'OPEN' })
      .update(decision)
      .returning('*');
    return row;
  }
}

/** A request as it was at an instant after it was made. */
export function toRequest(row: GateRequestRow, at: string): GateRequest {
  const decided = row.decided_at !== null && row.decided_at <= at;
  return {
    number: row.number,
    status: decided ? row.status : 'OPEN',
    comment: row.comment,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    decidedAt: decided ? row.decided_at : null,
    decidedBy: decided ? row.decided_by : null,
    decisionComment: decided ? row.decision_comment : null,
    conditions: decided
      ? (fromJson(row.conditions) as GateRequest['conditions'])
      : [],
    basis: decided ? (fromJson(row.basis) as GateRequest['basis']) : null,
  };
}
