// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { rowsOf } from '../database/sql';
import type { AnswerRow, ReviewRow } from './rows';

/** What proposals are made for: answers at a revision, and a lens version. */
interface Standing {
  review: Pick<ReviewRow, 'last_at' | 'lens_version'>;
  answers: readonly Pick<AnswerRow, 'question_id' | 'revision'>[];
}

/**
 * What ends the open proposals of a review that were made for something else
 * than what stands now: an answer came after the one they started from, or the
 * review moved to another version of its lens. Part of whatever writes a
 * review, so that no proposal outlives what it was made for.
 *
 * @param before - what stood before; undefined where nobody knows
 */
export function supersedeProposals(
  tx: Knex,
  reviewId: string,
  before: Standing | undefined,
  { review: { last_at, lens_version }, answers }: Standing,
  where?: Knex.Raw,
): Knex.QueryBuilder[] {
  if (last_at === null) {
    return [];
  }
  const revisions = new Map(
    (before?.answers ?? []).map(({ question_id: id }) => [id, 0]),
  );
  for (const { question_id: id, revision } of answers) {
    revisions.set(id, revision);
  }
  for (const { question_id: id, revision } of before?.answers ?? []) {
    if (revisions.get(id) === revision) {
      revisions.delete(id);
    }
  }
  const changed = [...revisions];
  return [
    rowsOf(tx, 'proposals', where)
      .where('review_id', reviewId)
      // A literal, so that the index of open ones serves it.
      .whereRaw(`status = 'OPEN'`)
      .where(outdated => {
        outdated.whereNot('lens_version', lens_version);
        if (changed.length > 0) {
          outdated.orWhereRaw(
            `based_on <> case question_id ${changed
              .map(() => 'when ? then cast(? as integer)')
              .join(' ')} else ${before ? 'based_on' : '0'} end`,
            changed.flat(),
          );
        }
      })
      .update({ status: 'SUPERSEDED', ended_at: last_at }),
  ];
}
