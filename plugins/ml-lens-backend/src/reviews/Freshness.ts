// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { laterBy } from '../clock';

const DAY_MS = 86_400_000;

/**
 * When a review is to be looked at again: a fixed time after its latest answer.
 * Kept as a length of time, not as dates in the database, so that a change of
 * the configuration holds for every review at once.
 */
export class Freshness {
  readonly #milliseconds: number;
  /** Whole days in a phase after which a review is stuck. */
  readonly stuckAfterDays: number;

  /**
   * @param retired - lifecycles of workloads that nobody works on any more
   * @param stuckAfter - how long a review may be in a phase before it is stuck
   */
  constructor(
    reviewEvery: HumanDuration,
    readonly retired: readonly string[] = [],
    stuckAfter: HumanDuration = { days: 90 },
  ) {
    this.#milliseconds = durationToMilliseconds(reviewEvery);
    this.stuckAfterDays = Math.floor(
      durationToMilliseconds(stuckAfter) / DAY_MS,
    );
  }

  /** Whether workloads of a lifecycle are retired: their reviews are never due. */
  isRetired(lifecycle: string | null): boolean {
    return lifecycle !== null && this.retired.includes(lifecycle);
  }

  /**
   * When a review with its latest answer then is due; null without one, and
   * for a retired workload.
   */
  dueAt(answeredAt: string | null, lifecycle: string | null): string | null {
    return answeredAt === null || this.isRetired(lifecycle)
      ? null
      : laterBy(answeredAt, this.#milliseconds);
  }

  /** Reviews whose latest answer is no later than this are due at an instant. */
  cutoff(at: string): string {
    return laterBy(at, -this.#milliseconds);
  }
}
