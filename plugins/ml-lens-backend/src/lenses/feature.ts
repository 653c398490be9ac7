// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensLensSource } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { Knex } from 'knex';
import type { Access } from '../auth/Access';
import type { Clock } from '../clock';
import type { MlLensConfig } from '../config';
import type { ApiRouter } from '../http/bind';
import type { Services } from '../services';
import type { WorkloadStore } from '../workloads/WorkloadStore';
import { DefaultLensService } from './DefaultLensService';
import { LensDirectory } from './LensDirectory';
import { LensEditor } from './LensEditor';
import { allLensFiles } from './lensFiles';
import { LensLoader } from './LensLoader';
import { builtinMappingFiles, LensMappings } from './LensMappings';
import { LensStore } from './LensStore';
import { bindLensRoutes } from './routes';

/** Publishes the lenses there are, and gives what works with them. */
export async function lensesFeature(
  options: Pick<Services, 'logger' | 'urlReader'> & {
    access: Access;
    clock: Clock;
    config: MlLensConfig;
    knex: Knex;
    workloads: WorkloadStore;
    /** Lenses that modules bring. */
    sources: MlLensLensSource[];
  },
) {
  const { access, clock, config, logger, urlReader } = options;
  const store = new LensStore(options.knex);
  const lenses = new DefaultLensService({ store, levels: config.levels });
  await new LensLoader({ store, service: lenses, logger, clock }).load(
    allLensFiles(options.sources, config.lensTargets, urlReader),
  );
  const mappings = await LensMappings.load({
    files: await builtinMappingFiles(),
    lenses,
    logger,
  });
  return {
    lenses,
    lensStore: store,
    mappings,
    /** @param requestSync - asks for a sync with the catalog */
    bindRoutes(api: ApiRouter, requestSync: () => Promise<unknown>): void {
      bindLensRoutes(api, {
        ...options,
        lenses,
        directory: new LensDirectory({
          store,
          access,
          retired: config.retiredLifecycles,
        }),
        editor: new LensEditor({ store, clock }),
        lensStore: store,
        mappings,
        requestSync,
      });
    },
  };
}
