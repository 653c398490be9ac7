// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  announcedOf,
  countingDaysOf,
  lensAt,
} from '@ml-lens/lens-model/announced';
import type { Clock } from '../../clock';
import { dayOf } from '../../clock';
import type { LensService } from '../../lenses/LensService';
import type { ReviewStore } from '../ReviewStore';
import type { ReviewWriter } from '../ReviewWriter';
import type { ReviewRow } from '../rows';

/** Who lets announced practices count. */
const BY = 'plugin:default/ml-lens';

/**
 * Lets practices count whose day has come: an event for each review that nothing
 * has happened to since, which brings everything up to date that follows from
 * events. Whoever finds that somebody was there before writes none.
 */
export class Counting {
  constructor(
    private readonly deps: {
      clock: Clock;
      lenses: Pick<LensService, 'compiled'>;
      logger: LoggerService;
      store: ReviewStore;
      writer: ReviewWriter;
    },
  ) {}

  /** After midnight (UTC), on one replica, and after a start that missed it. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'announced-practices',
      frequency: { cron: '5 0 * * *' },
      initialDelay: { seconds: 30 },
      timeout: { hours: 2 },
      scope: 'global',
      fn: async signal => {
        await this.run(signal);
      },
    });
  }

  /** @returns reviews in which practices count since today */
  async run(signal?: AbortSignal): Promise<number> {
    const { clock, lenses, logger, store } = this.deps;
    const today = dayOf(clock());
    let count = 0;
    for (const {
      lens_id: lensId,
      lens_version: version,
    } of await store.lensesInUse()) {
      const lens = await lenses.compiled(lensId, version);
      const day = countingDaysOf(lens).findLast(one => one <= today);
      if (day === undefined) {
        continue;
      }
      for await (const rows of store.untouchedSince({ lensId, version }, day)) {
        for (const row of rows) {
          if (signal?.aborted) {
            return count;
          }
          count += (await this.#count(row)) ? 1 : 0;
        }
      }
    }
    if (count > 0) {
      logger.info(`Reviews in which announced practices count now: ${count}`);
    }
    return count;
  }

  async #count({ workload_id, lens_id }: ReviewRow): Promise<boolean> {
    const { changed } = await this.deps.writer.write(
      workload_id,
      lens_id,
      ({ lens, row }) => {
        if (row.last_at === null || lens === lensAt(lens, row.last_at)) {
          return [];
        }
        const now = this.deps.clock();
        const waiting = new Set(
          announcedOf(lens, now).map(one => JSON.stringify(one)),
        );
        const practices = announcedOf(lens, row.last_at).filter(
          one => !waiting.has(JSON.stringify(one)),
        );
        return [
          {
            type: 'PRACTICES_COUNTED',
            after: {
              on: dayOf(now),
              practices: practices.map(
                ({ questionId, choiceId }) => `${questionId}/${choiceId}`,
              ),
            },
            by: BY,
            source: 'SYSTEM',
          },
        ];
      },
      // Versions that take no answers any more are still read.
      { leaving: true },
    );
    return changed;
  }
}
