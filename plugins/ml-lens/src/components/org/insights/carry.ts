// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { FILTER_KEYS } from '../orgUrl';

/** What every tab of the organisation's page understands. */
const CARRIED = ['lens', ...FILTER_KEYS, 'q', 'orphaned', 'since'];

/**
 * The part of an address that other tabs understand too: filters and the lens,
 * not sorts, pages and what only one tab has.
 */
export function carriedParams(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const key of CARRIED) {
    for (const value of params.getAll(key)) kept.append(key, value);
  }
  return kept;
}
