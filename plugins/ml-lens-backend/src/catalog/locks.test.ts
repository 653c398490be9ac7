// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { testDatabases } from '../__testUtils__/databases';
import { publishLens, smallLens } from '../__testUtils__/lensFixtures';
import { componentOf } from '../__testUtils__/startMlLens';
import { systemClock } from '../clock';
import { DefaultLensService } from '../lenses/DefaultLensService';
import { LensStore } from '../lenses/LensStore';
import { ensureReviews } from '../reviews/ensureReviews';
import { ReviewEditor } from '../reviews/ReviewEditor';
import { ReviewStore } from '../reviews/ReviewStore';
import { ReviewWriter } from '../reviews/ReviewWriter';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { CatalogReader } from './CatalogReader';
import { WorkloadSync } from './WorkloadSync';

jest.setTimeout(240_000);

const databases = testDatabases();
const caller = mockCredentials.user();

async function start(knex: Knex, names: string[]) {
  const lensStore = new LensStore(knex);
  const store = new ReviewStore(knex);
  /** What a replica has of its own. */
  const replica = () => {
    const lenses = new DefaultLensService({ store: lensStore });
    const writer = new ReviewWriter({ clock: systemClock, store, lenses });
    const sync = new WorkloadSync({
      clock: systemClock,
      reader: new CatalogReader({
        catalog: catalogServiceMock({
          entities: names.map(name => componentOf(name)),
        }),
        auth: mockServices.auth(),
      }),
      workloads: new WorkloadStore(knex),
      lensStore,
      lenses,
      ensureReviews,
      defaultLenses: ['small'],
      linkPolicy: 'sameOwner',
      maxRemoved: 0.2,
      logger: mockServices.logger.mock(),
    });
    return { lenses, writer, sync, editor: new ReviewEditor(writer) };
  };
  const publish = (version: string) =>
    publishLens(lensStore, smallLens({ version }));
  await publish('1');
  return { replica, publish, store };
}

describe.each(databases.ids)('A sync among people who answer, on %s', id => {
  it('and they never stop each other', async () => {
    const knex = await databases.create(id);
    const names = Array.from({ length: 60 }, (_, index) => `w-${index}`);
    const { replica, publish, store } = await start(knex, names);
    const replicas = [replica(), replica()];
    await replicas[0].sync.syncAll();

    let published = 1;
    const answer = async (writer: number) => {
      for (let index = writer; index < names.length * 2; index += 8) {
        const workloadId = names[(index * 7) % names.length];
        const key = { workloadId, lensId: 'small' };
        const { editor } = replicas[writer % 2];
        const [row] = await store.answers(`${workloadId}/small`);
        await editor
          .putAnswer(
            { ...key, questionId: 'backups' },
            {
              revision: row?.revision ?? 0,
              selectedChoices: index % 2 ? ['backup_data'] : ['backups_no'],
            },
            caller,
          )
          .catch(error => {
            // Two of these people may well answer the same question.
            if (error.name !== 'ConflictError') {
              throw error;
            }
          });
      }
    };
    const publishAll = async () => {
      while (published < 6) {
        published += 1;
        await publish(`${published}`);
        await replicas[published % 2].sync.syncAll();
      }
    };
    await Promise.all([
      publishAll(),
      ...Array.from({ length: 8 }, (_, writer) => answer(writer)),
    ]);

    const reviews = await knex('reviews').orderBy('review_id');
    expect(reviews).toHaveLength(names.length);
    for (const review of reviews) {
      const events = await store.events.count(review.review_id);
      expect(review.last_seq).toBe(events);
    }
    const unbegun = reviews.filter(review => review.last_seq === 0);
    expect(unbegun.filter(review => review.lens_version !== '6')).toEqual([]);
  });

  it('never takes away a review while its first answer is given', async () => {
    const knex = await databases.create(id);
    const { replica, publish, store } = await start(knex, ['fraud']);
    const { sync, writer, lenses } = replica();
    await sync.syncAll();
    await publish('2');
    const published = {
      lenses: new Map([['small', await lenses.compiled('small', '2')]]),
      levels: () => lenses.levels(),
    };

    let answering!: () => void;
    let answered!: () => void;
    const begun = new Promise<void>(resolve => {
      answering = resolve;
    });
    const decided = new Promise<void>(resolve => {
      answered = resolve;
    });
    const first = writer.write('fraud', 'small', async () => {
      answering();
      await decided;
      return [
        {
          type: 'ANSWERED',
          questionId: 'backups',
          phaseId: null,
          after: {
            selectedChoices: ['backup_data'],
            notApplicableChoices: [],
            notApplicable: null,
            notes: '',
            evidence: [],
          },
          by: 'user:default/mei',
          source: 'USER',
        },
      ];
    });
    await begun;
    const renewed = store.transaction(tx =>
      ensureReviews(tx, published, ['fraud'], systemClock()),
    );
    if (id !== 'SQLITE_3') {
      await someoneWaits(knex);
    }
    answered();
    await Promise.all([first, renewed]);
    expect(await store.review('fraud', 'small')).toMatchObject({
      last_seq: 1,
      lens_version: '1',
    });
    expect(await store.events.count('fraud/small')).toBe(1);
  });
});

/** Until a session of the database waits for a lock. */
async function someoneWaits(knex: Knex): Promise<void> {
  for (;;) {
    const waiting = await knex('pg_stat_activity')
      .where('wait_event_type', 'Lock')
      .whereRaw('datname = current_database()');
    if (waiting.length > 0) {
      return;
    }
    await setImmediate();
  }
}
