// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Review } from '@ml-lens/backstage-plugin-ml-lens-common';

/** When an answer of the review was last changed; undefined before the first. */
export function lastChangeOf(
  review: Pick<Review, 'answers'>,
): string | undefined {
  return Object.values(review.answers)
    .flatMap(({ updatedAt }) => updatedAt ?? [])
    .sort()
    .at(-1);
}
