// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pauseFor } from 'node:timers/promises';
import { LOCK_TIMEOUT_MS } from '../database/transaction';
import { UnavailableError } from '../errors';

/** Most that wait for one review here; more are sent away at once. */
const MOST_WAITING = 50;

/**
 * Lets those who write the same review in here take turns, so that however
 * many there are, they take one connection to the database. One that
 * somebody elsewhere does not let go of stops nobody but them: whoever does not
 * get their turn in time is told to come again.
 */
export class WriteTurns {
  readonly #queues = new Map<
    string,
    { waiting: number; last: Promise<void> }
  >();
  readonly #patienceMs: number;

  /** @param patienceMs - how long a writer waits in all, in milliseconds */
  constructor(patienceMs = LOCK_TIMEOUT_MS) {
    this.#patienceMs = patienceMs;
  }

  /**
   * Does some work once it is the turn of its writer.
   *
   * @param work - gets the patience that is left, in milliseconds
   * @throws UnavailableError when the turn does not come in time
   */
  async take<T>(
    reviewId: string,
    work: (patienceMs: () => number) => Promise<T>,
  ): Promise<T> {
    const until = performance.now() + this.#patienceMs;
    const queue = this.#queues.get(reviewId) ?? {
      waiting: 0,
      last: Promise.resolve(),
    };
    if (queue.waiting >= MOST_WAITING) {
      throw busy();
    }
    this.#queues.set(reviewId, queue);
    queue.waiting += 1;
    const before = queue.last;
    let done!: () => void;
    const mine = new Promise<void>(resolve => {
      done = resolve;
    });
    // Those behind wait for the ones in front, too, when this one gives up.
    queue.last = before.then(() => mine);
    try {
      if (queue.waiting > 1) {
        await inTime(before, until - performance.now());
      }
      return await work(() => Math.max(1, until - performance.now()));
    } finally {
      done();
      queue.waiting -= 1;
      if (queue.waiting === 0) {
        this.#queues.delete(reviewId);
      }
    }
  }
}

async function inTime(turn: Promise<void>, ms: number): Promise<void> {
  const timer = new AbortController();
  const late = pauseFor(ms, true, { signal: timer.signal }).catch(() => true);
  try {
    if (await Promise.race([turn.then(() => false), late])) {
      throw busy();
    }
  } finally {
    timer.abort();
  }
}

function busy(): UnavailableError {
  return new UnavailableError(
    'Somebody else is writing this review just now; try again in a moment',
    2,
  );
}
