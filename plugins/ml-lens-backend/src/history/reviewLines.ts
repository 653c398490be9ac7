// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CompiledLens } from '@ml-lens/lens-model';
import { reviewIdOf } from '../reviews/ReviewStore';
import { ReviewLine } from './eventsOfLines';

/** The lines of one review. */
export interface ReviewLines {
  reviewId: string;
  workloadId: string;
  lensId: string;
  lines: ReviewLine[];
}

/** The lens versions lines may name, looked up before the transaction. */
export interface KnownLenses {
  /** By lens id, then version. */
  versions: Map<string, Map<string, CompiledLens>>;
  /** Latest published version by lens id. */
  latest: Map<string, CompiledLens>;
}

/** The version a review begins with: the one its first answer names. */
export function firstLens(
  { lensId, lines }: ReviewLines,
  { versions, latest }: KnownLenses,
): CompiledLens {
  const [{ value }] = lines;
  const named = value.type === 'answer' ? value.lensVersion : undefined;
  return (
    (named !== undefined ? versions.get(lensId)?.get(named) : undefined) ??
    latest.get(lensId) ??
    [...versions.get(lensId)!.values()][0]
  );
}

/** The lines by the review they belong to, in the order of the file. */
export function groupByReview(lines: readonly ReviewLine[]): ReviewLines[] {
  const reviews = new Map<string, ReviewLines>();
  for (const line of lines) {
    const { workload, lens } = line.value;
    const reviewId = reviewIdOf(workload, lens);
    const review = reviews.get(reviewId) ?? {
      reviewId,
      workloadId: workload,
      lensId: lens,
      lines: [],
    };
    review.lines.push(line);
    reviews.set(reviewId, review);
  }
  return [...reviews.values()];
}
