// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { CatalogVisibility } from '../auth/CatalogVisibility';
import type { Deps } from '../deps';
import type { LensStore } from '../lenses/LensStore';
import { ensureReviews } from '../reviews/ensureReviews';
import { traceMethods } from '../tracing';
import { CatalogReader } from './CatalogReader';
import { scheduleSync } from './scheduleSync';
import { WorkloadSync } from './WorkloadSync';

/** Keeps workloads as the catalog has them. */
export async function catalogFeature(
  options: Omit<Deps, 'freshness' | 'writer'> & {
    lensStore: LensStore;
    visibility: CatalogVisibility;
  },
) {
  const { defaultLenses, links: linkPolicy } = options.config;
  const { frequency, maxRemoved } = options.config.sync;
  const reader = new CatalogReader(options);
  const sync = traceMethods(
    options.tracing,
    new WorkloadSync({
      ...options,
      reader,
      defaultLenses,
      linkPolicy,
      maxRemoved,
      ensureReviews,
    }),
    {
      syncAll: {
        name: 'ml_lens.catalog.sync',
        found: ({ entities, changedWorkloads }) => ({
          'ml_lens.entities': entities,
          'ml_lens.workloads.changed': changedWorkloads,
        }),
      },
    },
  );
  const requestSync = await scheduleSync({ ...options, frequency, sync });
  return { links: sync, requestSync };
}
