// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { WaitingGate } from './timeline';

/** Requests at gates that waited for a decision at an instant, longest first. */
export async function waitingAt(
  knex: Knex,
  at: string,
): Promise<WaitingGate[]> {
  return await knex('gate_requests')
    .where('requested_at', '<=', at)
    .where(open => open.whereNull('decided_at').orWhere('decided_at', '>', at))
    .orderBy(['requested_at', 'review_id', 'gate_id'])
    .select({
      reviewId: 'review_id',
      gate: 'gate_id',
      since: 'requested_at',
    });
}
