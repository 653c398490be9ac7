// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';

/**
 * Waivers as they stood at an instant: those that were asked for by then, with
 * what had become of them.
 */
export function waiversAt(waivers: readonly Waiver[], at: string): Waiver[] {
  return waivers
    .filter(({ requestedAt }) => requestedAt <= at)
    .map(waiver => waiverAt(waiver, at));
}

function waiverAt(waiver: Waiver, at: string): Waiver {
  const { status, decidedAt, endedAt, expiresAt } = waiver;
  if (endedAt !== null && endedAt <= at) return waiver;
  const isDecided = decidedAt !== null && decidedAt <= at;
  if (isDecided && status === 'REJECTED') return waiver;
  const then: Waiver = isDecided
    ? { ...waiver, status: 'APPROVED', endedAt: null }
    : {
        ...waiver,
        status: 'REQUESTED',
        endedAt: null,
        decidedAt: null,
        decidedBy: null,
        decisionNote: null,
      };
  return expiresAt <= at
    ? { ...then, status: 'EXPIRED', endedAt: expiresAt }
    : then;
}
