// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A page of a list.
 * @public
 */
export interface Page<Item> {
  items: Item[];
  /** Items of all pages. */
  totalItems: number;
  /** Cursors of the pages before and after, where there are such. */
  pageInfo: { nextCursor?: string; prevCursor?: string };
}
