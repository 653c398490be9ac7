// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import { publishLens, smallLens } from '../__testUtils__/lensFixtures';
import { withOwners } from '../__testUtils__/withOwners';
import { componentOf } from '../__testUtils__/startMlLens';
import { DefaultLensService } from '../lenses/DefaultLensService';
import { LensStore } from '../lenses/LensStore';
import { ensureReviews } from '../reviews/ensureReviews';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { CatalogReader } from './CatalogReader';
import { CatalogWatch } from './CatalogWatch';
import { WorkloadSync } from './WorkloadSync';

jest.setTimeout(60_000);

const databases = testDatabases();

/** An entity as the catalog gives it after an edit. */
function edition(etag: string, entity: Entity): Entity {
  const { name } = entity.metadata;
  return {
    ...entity,
    metadata: { ...entity.metadata, uid: `uid of ${name}`, etag },
  };
}

describe.each(databases.ids)('CatalogWatch on %s', id => {
  async function start(...initial: Entity[]) {
    let entities = initial;
    const catalog = catalogServiceMock.mock();
    catalog.streamEntities.mockImplementation(request =>
      catalogServiceMock({ entities }).streamEntities(request),
    );
    catalog.getEntitiesByRefs.mockImplementation(request =>
      catalogServiceMock({ entities: withOwners(entities) }).getEntitiesByRefs(
        request,
      ),
    );
    const knex = await databases.create(id);
    const reader = new CatalogReader({ catalog, auth: mockServices.auth() });
    const workloads = new WorkloadStore(knex);
    const lensStore = new LensStore(knex);
    const sync = new WorkloadSync({
      clock: systemClock,
      reader,
      workloads,
      lensStore,
      lenses: new DefaultLensService({ store: lensStore }),
      ensureReviews,
      defaultLenses: [],
      linkPolicy: 'sameOwner',
      maxRemoved: 0.2,
      logger: mockServices.logger.mock(),
    });
    const requestSync = jest.fn(async () => true);
    let now = Date.parse('2026-11-02T08:00:00.000Z');
    const newWatch = () =>
      new CatalogWatch({
        clock: () => new Date(now).toISOString(),
        sync,
        links: workloads.links,
        requestSync,
      });
    const watch = newWatch();
    return {
      catalog,
      sync,
      requestSync,
      newWatch,
      lensStore,
      later(seconds: number) {
        now += seconds * 1000;
      },
      /** Whether a look asks for a sync. */
      async asks(...next: Entity[]) {
        entities = next;
        requestSync.mockClear();
        await watch.look();
        return requestSync.mock.calls.length > 0;
      },
    };
  }

  const fraud = edition('1', componentOf('fraud'));
  const pricing = edition('1', componentOf('pricing'));

  it('notices what a sync has not seen: new, edited, moved and gone', async () => {
    const { asks, sync } = await start();
    const edited = edition('2', componentOf('fraud', { title: 'Fraud' }));
    const moved = edition('3', componentOf('cards', { name: 'fraud' }));
    for (const entities of [
      [fraud],
      [fraud, pricing],
      [edited, pricing],
      [moved, pricing],
      [pricing],
    ]) {
      expect(await asks(...entities)).toBe(true);
      await sync.syncAll();
      expect(await asks(...entities)).toBe(false);
      expect(await asks(...[...entities].reverse())).toBe(false);
    }
  });

  it('asks once for the same change, and again where a sync was under way', async () => {
    const { asks, requestSync } = await start();
    requestSync.mockResolvedValueOnce(false);
    expect(await asks(fraud)).toBe(true);
    expect(await asks(fraud)).toBe(true);
    expect(await asks(fraud)).toBe(false);
  });

  it('asks again for a sync that failed, less and less often', async () => {
    const { asks, later, sync } = await start();
    const asked: number[] = [];
    for (let seconds = 0; seconds <= 120; seconds += 15, later(15)) {
      if (await asks(fraud)) {
        asked.push(seconds);
      }
    }
    expect(asked).toEqual([0, 15, 45, 90]);
    expect(await asks(pricing)).toBe(true);
    later(15);
    await sync.syncAll();
    expect(await asks(pricing)).toBe(false);
    expect(await asks(fraud)).toBe(true);
  });

  it('notices a lens that was published', async () => {
    const { asks, sync, lensStore } = await start();
    await asks(fraud);
    await sync.syncAll();
    await publishLens(lensStore, smallLens({ id: 'small', version: '1' }));
    expect(await asks(fraud)).toBe(true);
    await sync.syncAll();
    expect(await asks(fraud)).toBe(false);
  });

  it('sees what changes while a sync is under way', async () => {
    const { asks, sync, catalog } = await start(fraud);
    catalog.streamEntities.mockImplementationOnce(async function* pages() {
      yield [fraud];
      await asks(edition('2', componentOf('fraud')));
    });
    await sync.syncAll();
    expect(await asks(edition('3', componentOf('fraud')))).toBe(true);
  });

  it('knows what the last sync saw on any replica', async () => {
    const { newWatch, sync, requestSync } = await start(fraud);
    await sync.syncAll();
    await newWatch().look();
    expect(requestSync).not.toHaveBeenCalled();
  });

  it('notices an edit of any of many entities', async () => {
    const { asks, sync } = await start();
    const many = Array.from({ length: 501 }, (_, index) =>
      edition('1', componentOf(`w-${index}`)),
    );
    expect(await asks(...many)).toBe(true);
    await sync.syncAll();
    expect(await asks(...many)).toBe(false);
    expect(await asks(...many.slice(1), edition('2', many[0]))).toBe(true);
  });

  it.each([
    [2, [0, 45, 90, 135, 180, 225]],
    [29, [0, 120, 240]],
  ])(
    'leaves a catalog alone that takes %d s to look at',
    async (takes, expected) => {
      const { asks, catalog, later } = await start();
      const fast = catalog.streamEntities.getMockImplementation()!;
      catalog.streamEntities.mockImplementation(async function* slow(request) {
        later(takes);
        yield* fast(request);
      });
      const asked: number[] = [];
      for (let seconds = 0; seconds <= 240; seconds += 15, later(15)) {
        if (await asks(edition(`${seconds}`, fraud))) {
          asked.push(seconds);
        }
      }
      expect(asked).toEqual(expected);
      // The clock is put back.
      later(-3600);
      expect(await asks(pricing)).toBe(true);
    },
  );
});
