// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { reviewsOn, workloadRecord } from './reviewFixtures';
import { KEY } from './serviceFixtures';

/** A question of the review of {@link KEY}. */
export function keyOf(questionId: string) {
  return { ...KEY, questionId };
}

/** Services on reviews, with one that nobody has begun: {@link KEY}. */
export async function pricingOn(
  knex: Knex,
  options: Parameters<typeof reviewsOn>[1] = {},
) {
  const reviews = reviewsOn(knex, options);
  await reviews.addWorkloads(workloadRecord(KEY.workloadId));
  return reviews;
}
