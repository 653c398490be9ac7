// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What a workload id looks like: a DNS label of 1 to 63 characters.
 * @public
 */
export const WORKLOAD_ID_PATTERN = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Whether a text can be a workload id.
 * @public
 */
export function isWorkloadId(value: unknown): value is string {
  return typeof value === 'string' && WORKLOAD_ID_PATTERN.test(value);
}
