// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { AnswerState } from '@ml-lens/lens-model';
import type { Knex } from 'knex';
import type { EventStore } from '../reviews/EventStore';

/** How many revisions are gone back for an answer somebody has read. */
const MOST_STEPS = 100;

/**
 * An answer as it was at an earlier revision; null for none, and where that is
 * further back than is looked, or behind a move that dropped the answer.
 *
 * @param current - revision of the answer that stands
 */
export async function stateAtRevision(
  { events, tx }: { events: EventStore; tx: Knex.Transaction },
  { reviewId, questionId }: { reviewId: string; questionId: string },
  revision: number,
  current: number,
): Promise<AnswerState | null> {
  const steps = current - revision;
  if (revision === 0 || steps <= 0 || steps > MOST_STEPS) {
    return null;
  }
  const changes = await events.changesOf(tx, reviewId, questionId, steps);
  const last = changes.at(-1);
  return changes.length === steps && last ? last.before : null;
}
