// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CompiledLens, ReviewEvent } from '@ml-lens/lens-model';
import { questionsChanged } from '@ml-lens/lens-model/confirm';
import type { Knex } from 'knex';
import { DoubtStore } from './DoubtStore';

/**
 * What events do to doubts about answers: a fresh answer and a confirmation end
 * them, and so does losing the answer; another version of the lens puts those
 * in doubt that it judges in another way.
 *
 * @returns questions whose answers are in doubt now; undefined where that is not
 *   known any more
 */
export async function updateDoubts(
  tx: Knex.Transaction,
  reviewId: string,
  events: readonly ReviewEvent[],
  options: {
    lens: (version: string) => CompiledLens;
    /** Questions whose answers were in doubt before. */
    doubted: ReadonlySet<string>;
  },
): Promise<ReadonlySet<string> | undefined> {
  const { lens } = options;
  let doubted: ReadonlySet<string> | undefined = options.doubted;
  const doubts = new DoubtStore(tx);
  for (const event of events) {
    const { at, by, questionId, type } = event;
    if (
      questionId !== null &&
      (doubted?.has(questionId) ?? true) &&
      (type === 'ANSWERED' || type === 'CONFIRMED')
    ) {
      await doubts.end(tx, reviewId, [questionId], { at, by });
      doubted = doubted && without(doubted, questionId);
    }
    if (type === 'LENS_UPGRADED') {
      const before = event.before as { lensVersion: string };
      const after = event.after as {
        lensVersion: string;
        answers: Record<string, unknown>;
      };
      const dropped = Object.keys(after.answers).filter(
        id => after.answers[id] === null,
      );
      await doubts.end(tx, reviewId, dropped, { at, by });
      doubted = undefined;
      if (event.source !== 'UNDO') {
        const changed = questionsChanged(
          lens(before.lensVersion),
          lens(after.lensVersion),
        );
        await doubts.add(tx, reviewId, await answered(tx, reviewId, changed), {
          reason: 'LENS_CHANGED',
          since: at,
          detail: after.lensVersion,
        });
      }
    }
  }
  return doubted;
}

function without<T>(all: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const rest = new Set(all);
  rest.delete(one);
  return rest;
}

/** Those of some questions that somebody has answered. */
export async function answered(
  tx: Knex.Transaction,
  reviewId: string,
  questionIds: readonly string[],
): Promise<string[]> {
  const wanted = new Set(questionIds);
  const rows: { question_id: string }[] =
    wanted.size === 0
      ? []
      : await tx('answers')
          .where('review_id', reviewId)
          .whereNot('risk', 'UNANSWERED')
          .orderBy('question_id')
          .select('question_id');
  return rows.map(row => row.question_id).filter(id => wanted.has(id));
}
