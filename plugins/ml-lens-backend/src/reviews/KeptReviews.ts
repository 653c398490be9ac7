// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LRUCache } from 'lru-cache';
import type { Fold } from './projection/fold';
import type { HeldReviewRow, StandingAt } from './holdReview';
import type { StandingReview } from './ReviewStore';
import { SCORED_AS } from './rows';

/** Reviews kept; one with many notes takes some hundred kB. */
const MOST_KEPT = 100;

/** What a review stands at. */
export type KeptReview = Pick<Fold, 'state' | 'projection'> &
  Pick<StandingReview, 'doubted'>;

/**
 * Reviews as this backend last wrote them. Who answers one question mostly
 * answers the next one, too, and what the first answer made of the review need
 * not be read and worked out again.
 */
export class KeptReviews {
  readonly #kept = new LRUCache<string, KeptReview>({ max: MOST_KEPT });

  /** What a review stood at after the last write of this backend. */
  get(reviewId: string): KeptReview | undefined {
    return this.#kept.get(reviewId);
  }

  /** What a review that is held stands at, if that is what was kept. */
  of(row: HeldReviewRow): KeptReview | undefined {
    const kept = this.#kept.get(row.review_id);
    if (!kept || row.scored_as !== SCORED_AS) {
      return undefined;
    }
    const at = standingAt(kept);
    return row.last_seq === at.last_seq &&
      row.last_at === at.last_at &&
      row.lens_version === at.lens_version &&
      row.to_confirm === at.to_confirm
      ? kept
      : undefined;
  }

  /**
   * Once what was written has been stored for good.
   *
   * @param doubted - undefined where that is not known
   */
  keep(
    reviewId: string,
    { state, projection }: Fold,
    doubted: ReadonlySet<string> | undefined,
  ): void {
    if (doubted) {
      this.#kept.set(reviewId, { state, projection, doubted });
    } else {
      this.#kept.delete(reviewId);
    }
  }
}

/**
 * What tells whether a review still is what was kept: all that follows from its
 * events by the last of them, and answers in doubt by their number, as none of
 * them ends without an event.
 */
export function standingAt({ projection, doubted }: KeptReview): StandingAt {
  return { ...projection.review, to_confirm: doubted.size };
}
