// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import type { CatalogVisibility } from '../auth/CatalogVisibility';
import type { Deps } from '../deps';
import { CatalogWatch, type RequestSync } from './CatalogWatch';
import type { WorkloadSync } from './WorkloadSync';

const SYNC_TASK = 'catalog-sync';
const WATCH_TASK = 'catalog-watch';

/** How long a backend that ended in the middle of a sync holds up the next. */
const LONGEST_LOCK = { minutes: 3 };

/** A sync that is not done by then stops, before others may begin. */
const LONGEST_SYNC_MS = 150_000;

/**
 * Schedules the sync of workloads with the catalog, on one replica at a time:
 * a full one at the configured frequency, and one as soon as linked entities
 * or lenses are not what the last sync saw, so that new and edited ones (and
 * the whole catalog after a first start) do not wait for the next full one. The
 * catalog publishes events of conflicts and errors only, not of changed
 * entities.
 */
export async function scheduleSync(
  options: Pick<Deps, 'clock' | 'logger' | 'scheduler' | 'workloads'> & {
    frequency: HumanDuration;
    sync: WorkloadSync;
    visibility: CatalogVisibility;
  },
): Promise<RequestSync> {
  const { scheduler, logger, clock, sync, workloads, visibility } = options;

  const requestSync = async () => {
    try {
      await scheduler.triggerTask(SYNC_TASK);
      return true;
    } catch (error) {
      if (!isError(error) || error.name !== 'ConflictError') {
        logger.warn('The catalog sync could not be started', error as Error);
      }
      return false;
    }
  };

  await scheduler.scheduleTask({
    id: SYNC_TASK,
    frequency: options.frequency,
    timeout: LONGEST_LOCK,
    scope: 'global',
    fn: async signal => {
      const enough = AbortSignal.timeout(LONGEST_SYNC_MS);
      try {
        await sync.syncAll(AbortSignal.any([signal, enough]));
      } catch (error) {
        if (error !== enough.reason) {
          throw error;
        }
        logger.info('The catalog sync took long: the next one goes on');
      }
      await visibility.dropExpired();
    },
  });
  const watch = new CatalogWatch({
    clock,
    sync,
    links: workloads.links,
    requestSync,
  });
  await scheduler.scheduleTask({
    id: WATCH_TASK,
    frequency: { seconds: 15 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 1 },
    scope: 'global',
    fn: () => watch.look(),
  });
  return requestSync;
}
