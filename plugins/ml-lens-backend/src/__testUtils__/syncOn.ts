// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { CatalogReader } from '../catalog/CatalogReader';
import { WorkloadSync } from '../catalog/WorkloadSync';
import { systemClock, type Clock } from '../clock';
import { DefaultLensService } from '../lenses/DefaultLensService';
import { LensStore } from '../lenses/LensStore';
import { ensureReviews } from '../reviews/ensureReviews';
import type { LinkPolicy } from '../workloads/membership';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { publishLens, smallLens } from './lensFixtures';
import { withOwners } from './withOwners';

/** The sync with a database, a published lens and a catalog that changes. */
export async function syncOn(
  knex: Knex,
  initial: Entity[] = [],
  options: { policy?: LinkPolicy; clock?: Clock } = {},
) {
  const { policy = 'sameOwner', clock = systemClock } = options;
  const lensStore = new LensStore(knex);
  const lenses = new DefaultLensService({ store: lensStore });
  const publish = (id: string, version = '1') =>
    publishLens(lensStore, smallLens({ id, version }));
  if (!(await lensStore.publishedVersions()).has('small')) {
    await publish('small');
  }

  let entities = initial;
  const catalog = catalogServiceMock.mock();
  const current = () => catalogServiceMock({ entities: withOwners(entities) });
  catalog.streamEntities.mockImplementation(request =>
    current().streamEntities(request),
  );
  catalog.queryEntities.mockImplementation(request =>
    current().queryEntities(request),
  );
  catalog.getEntitiesByRefs.mockImplementation(request =>
    current().getEntitiesByRefs(request),
  );
  catalog.getEntityByRef.mockImplementation(ref =>
    current().getEntityByRef(
      typeof ref === 'string'
        ? ref
        : `${ref.kind}:${ref.namespace}/${ref.name}`,
    ),
  );
  const workloads = new WorkloadStore(knex);
  const reader = new CatalogReader({ catalog, auth: mockServices.auth() });
  const replica = (time: Clock = clock) =>
    new WorkloadSync({
      clock: time,
      reader,
      workloads,
      lensStore,
      lenses,
      ensureReviews,
      defaultLenses: ['small'],
      linkPolicy: policy,
      maxRemoved: 0.2,
      logger: mockServices.logger.mock(),
    });
  const sync = replica();
  const setEntities = (next: Entity[]) => {
    entities = next;
  };
  const syncWith = async (...next: Entity[]) => {
    setEntities(next);
    return await sync.syncAll();
  };
  return {
    sync,
    replica,
    syncWith,
    setEntities,
    workloads,
    reader,
    catalog,
    publish,
    knex,
  };
}
