// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Clock } from '../clock';
import type { EntityLinkStore } from '../workloads/EntityLinkStore';

/** Asks for a sync now; false when one is running already or none can. */
export type RequestSync = () => Promise<boolean>;

/** Longest pause before a sync is asked for once more. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** First pause; doubled each time. Less than what is between two looks. */
const FIRST_PAUSE_MS = 10_000;

/**
 * How long it rests after a look, in times of what the look took: a large
 * catalog is not kept busy by being watched.
 */
const RESTS = 20;

/**
 * Longest rest. A look also takes long while a portal starts, and then the
 * catalog has most to show.
 */
const LONGEST_REST_MS = 2 * 60_000;

/**
 * Notices that linked entities or lenses are not what the last sync saw, so
 * that no change waits for the next full sync. A sync that fails has seen
 * nothing: it is asked for again, with longer and longer pauses.
 */
export class CatalogWatch {
  /** Between these it rests; a clock that was put back ends it. */
  #rest = { from: 0, to: 0 };
  #asked: { fingerprint: string; times: number; at: number } | undefined;

  constructor(
    private readonly deps: {
      clock: Clock;
      sync: { fingerprint(): Promise<string> };
      links: Pick<EntityLinkStore, 'seenCatalog'>;
      requestSync: RequestSync;
    },
  ) {}

  /** Looks once, and asks for a sync where there is something to see. */
  async look(): Promise<void> {
    const began = Date.parse(this.deps.clock());
    if (began >= this.#rest.from && began < this.#rest.to) {
      return;
    }
    const [current, seen] = await Promise.all([
      this.deps.sync.fingerprint(),
      this.deps.links.seenCatalog(),
    ]);
    const now = Date.parse(this.deps.clock());
    const rest = Math.min(RESTS * (now - began), LONGEST_REST_MS);
    this.#rest = { from: now, to: now + rest };
    if (current === seen) {
      this.#asked = undefined;
      return;
    }
    const times = this.#asked?.fingerprint === current ? this.#asked.times : 0;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
    const early = times > 0 && now < this.#asked!.at + pause;
    if (!early && (await this.deps.requestSync())) {
      this.#asked = { fingerprint: current, times: times + 1, at: now };
    }
  }
}
