// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* Words of the API that clients use: apart from the schemas, which weigh more. */

/**
 * What scorecards can be sorted by.
 * @public
 */
export const ORG_SORT_FIELDS = [
  'title',
  'owner',
  'system',
  'domain',
  'lifecycle',
  'score',
  'readiness',
  'coverage',
  'level',
  'high',
  'lateSince',
  'updatedAt',
] as const;
/**
 * One of {@link ORG_SORT_FIELDS}.
 * @public
 */
export type OrgSortField = (typeof ORG_SORT_FIELDS)[number];

/**
 * What scorecards can be rolled up by.
 * @public
 */
export const GROUP_BY = [
  'owner',
  'system',
  'domain',
  'lifecycle',
  'tag',
  'level',
] as const;
/**
 * One of {@link GROUP_BY}.
 * @public
 */
export type OrgGroupBy = (typeof GROUP_BY)[number];

/**
 * Signals channel on which changes of reviews are announced, as
 * `{ topic: liveTopic }`. Says that something changed, never what.
 * @public
 */
export const REVIEW_SIGNALS = 'ml-lens:reviews';
