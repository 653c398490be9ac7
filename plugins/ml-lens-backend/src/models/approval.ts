// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a version waits for approval, or has been rejected, as systems say it:
 * `PendingManualApproval`, `Rejected`.
 */
export function isNotApproved(approval: string | undefined): boolean {
  return /reject|pending/i.test(approval ?? '');
}
