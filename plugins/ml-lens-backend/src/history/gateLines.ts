// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HistoryLine } from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import { selectIn } from '../database/sql';
import { type GateRequestRow, openRequest } from '../gates/GateStore';

type Line<Type> = Extract<HistoryLine, { type: Type }>;
export type GateLine = Line<'gate-request' | 'gate-decision'>;

/** A request at a gate, by gate and number. */
type Requests = Map<string, GateRequestRow>;

/** Requests at gates of reviews, while lines add to them and decide on them. */
export class GateLines {
  /** Rows that are new or decided since, by review, gate and number. */
  readonly #touched = new Map<string, GateRequestRow>();

  private constructor(private readonly byReview: Map<string, Requests>) {}

  static async read(
    tx: Knex,
    reviewIds: readonly string[],
  ): Promise<GateLines> {
    const byReview = new Map<string, Requests>();
    for (const row of await selectIn<GateRequestRow>(
      tx,
      'gate_requests',
      'review_id',
      reviewIds,
    )) {
      const requests = byReview.get(row.review_id) ?? new Map();
      byReview.set(row.review_id, requests.set(keyOf(row), row));
    }
    return new GateLines(byReview);
  }

  /** Takes a line. @returns what is wrong with it; undefined for nothing */
  take(
    reviewId: string,
    line: GateLine,
  ): { code: string; message: string } | undefined {
    const requests = this.byReview.get(reviewId) ?? new Map();
    this.byReview.set(reviewId, requests);
    const key = keyOf({ gate_id: line.gate, number: line.number });
    const known: GateRequestRow | undefined = requests.get(key);
    const problem =
      line.type === 'gate-request'
        ? problemOfRequest(line, [...requests.values()], known)
        : problemOfDecision(line, known);
    if (!problem) {
      const row = {
        ...(line.type === 'gate-request'
          ? asked(reviewId, line)
          : { ...known!, ...decided(line) }),
      };
      requests.set(key, row);
      this.#touched.set(`${reviewId}/${key}`, row);
    }
    return problem;
  }

  /** Stores what was taken. */
  async save(tx: Knex.Transaction): Promise<void> {
    for (const row of this.#touched.values()) {
      await tx('gate_requests')
        .insert(row)
        .onConflict(['review_id', 'gate_id', 'number'])
        .merge();
    }
  }
}

function problemOfRequest(
  { gate, number }: Line<'gate-request'>,
  requests: readonly GateRequestRow[],
  known: GateRequestRow | undefined,
) {
  if (known) {
    return {
      code: 'DUPLICATE_REQUEST',
      message: `number: request ${number} at the gate "${gate}" is there already`,
    };
  }
  return requests.some(
    ({ gate_id: other, status }) => other === gate && status === 'OPEN',
  )
    ? {
        code: 'REQUEST_WAITS',
        message: `gate: a request at the gate "${gate}" waits for its decision already`,
      }
    : undefined;
}

function problemOfDecision(
  { by, decision, gate, number }: Line<'gate-decision'>,
  known: GateRequestRow | undefined,
) {
  if (known?.status !== 'OPEN') {
    return {
      code: 'NO_REQUEST',
      message: known
        ? `number: request ${number} at the gate "${gate}" is ${known.status} already`
        : `number: nobody asked at the gate "${gate}" as request ${number}`,
    };
  }
  return decision !== 'WITHDRAWN' && known.requested_by === by
    ? {
        code: 'SELF_DECISION',
        message: `by: ${by} asked at the gate "${gate}" and cannot decide on it`,
      }
    : undefined;
}

function asked(
  reviewId: string,
  { at, by, comment, gate, number }: Line<'gate-request'>,
): GateRequestRow {
  return openRequest({
    review_id: reviewId,
    gate_id: gate,
    number,
    comment: comment ?? '',
    requested_at: at,
    requested_by: by,
  });
}

function decided({
  at,
  basis,
  by,
  comment,
  conditions,
  decision,
}: Line<'gate-decision'>) {
  return {
    status: decision,
    decided_at: at,
    decided_by: by,
    decision_comment: comment ?? null,
    conditions: JSON.stringify(conditions ?? []),
    basis: basis ? JSON.stringify(basis) : null,
  };
}

function keyOf({
  gate_id: gate,
  number,
}: Pick<GateRequestRow, 'gate_id' | 'number'>): string {
  return `${gate}/${number}`;
}
