// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { laterBy } from '../clock';

/** Workloads that may lose their last entity at once, however few there are. */
const ALWAYS_REMOVED = 10;

/** How long a catalog must stay as it is until a great removal is believed. */
const BELIEVED_AFTER_MS = 60 * 60_000;

/** A removal that waits, because it would take away too much at once. */
export interface HeldRemoval {
  /** Workloads that would lose their last entity, when it was held. */
  workloads: number;
  /** Workloads with an entity at that time, those included. */
  of: number;
  /** Instant since when it waits. */
  since: string;
  /** Whether somebody said that it is right. */
  confirmed: boolean;
}

/** What becomes of the entities that a sync did not see. */
export type RemovalDecision =
  | { remove: true }
  | { remove: false; held: HeldRemoval };

/**
 * Decides whether workloads whose entities a full sync did not see may lose
 * them. A catalog that is restored, reset or badly connected answers without
 * an error and with next to nothing, so a great part of the workloads goes
 * only when that still holds after an hour, or when somebody says so.
 *
 * @param seen - `missing`: workloads none of whose entities was seen; `of`: all
 * that had one
 * @param held - the removal that waits already
 * @param options - `maxRemoved`: share of the workloads, 0 to 1, above which a
 * removal waits
 */
export function decideRemoval(
  seen: { missing: number; of: number },
  held: HeldRemoval | undefined,
  options: { maxRemoved: number; at: string },
): RemovalDecision {
  const { missing, of } = seen;
  const most = Math.max(ALWAYS_REMOVED, options.maxRemoved * of);
  if (missing <= most) {
    return { remove: true };
  }
  // What was shown to be right, or waited for, was not this much.
  const grew = held && missing - held.workloads > most;
  if (!held || grew) {
    const since = options.at;
    const now = { workloads: missing, of, since, confirmed: false };
    return { remove: false, held: now };
  }
  const waited = Date.parse(options.at) - Date.parse(held.since);
  return held.confirmed || waited >= BELIEVED_AFTER_MS
    ? { remove: true }
    : { remove: false, held };
}

/** The instant from which on a removal is believed without anybody's word. */
export function believedAt({ since }: HeldRemoval): string {
  return laterBy(since, BELIEVED_AFTER_MS);
}
