// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { rebuild, type RebuildOptions } from './rebuild';

/**
 * Works out reviews anew that were scored by earlier rules: after an upgrade
 * the rows of the organisation would else mix two kinds of scores until
 * somebody answers. One review at a time, so that people can go on working; a
 * stop leaves the rest to the next start.
 */
export class Rescoring {
  constructor(
    private readonly deps: RebuildOptions & { logger: LoggerService },
  ) {}

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'review-rescoring',
      frequency: { hours: 1 },
      initialDelay: { seconds: 1 },
      timeout: { hours: 6 },
      scope: 'global',
      fn: async signal => {
        await this.run(signal);
      },
    });
  }

  /** @returns number of reviews that were scored by earlier rules */
  async run(signal?: AbortSignal): Promise<number> {
    const { logger, store } = this.deps;
    let count = 0;
    for await (const ids of store.staleReviewIds()) {
      for (const id of ids) {
        if (signal?.aborted) {
          return count;
        }
        count += await rebuild(this.deps, id);
      }
    }
    if (count > 0) {
      logger.info(`Reviews scored anew: ${count}`);
    }
    return count;
  }
}
