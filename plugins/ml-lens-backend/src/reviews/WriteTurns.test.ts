// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { systemClock } from '../clock';
import { databaseTroubleOf } from '../database/trouble';
import { UnavailableError } from '../errors';
import { ReviewEditor } from './ReviewEditor';
import { ReviewWriter } from './ReviewWriter';
import { WriteTurns } from './WriteTurns';

jest.setTimeout(60_000);

/** Work that goes on until it is released. */
function holding() {
  let release!: () => void;
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  return { held, release };
}

describe('WriteTurns', () => {
  it('lets one at a time write a review, in the order they came', async () => {
    const turns = new WriteTurns();
    const seen: string[] = [];
    const work = (name: string) =>
      turns.take('r', async () => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
      });
    const failing = turns.take('r', async () => {
      throw new Error('refused');
    });
    await Promise.all([
      expect(failing).rejects.toThrow('refused'),
      work('a'),
      work('b'),
    ]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('sends away who waits too long, and lets others go on', async () => {
    const turns = new WriteTurns(20);
    const { held, release } = holding();
    const holder = turns.take('r', () => held);
    await expect(turns.take('r', async () => {})).rejects.toThrow(
      UnavailableError,
    );
    expect(await turns.take('other', async () => 'written')).toBe('written');
    release();
    await holder;
    expect(await turns.take('r', async () => 'written')).toBe('written');
  });

  it('sends away at once who comes to a queue that is too long', async () => {
    const turns = new WriteTurns(60_000);
    const { held, release } = holding();
    const first = turns.take('r', () => held);
    const others = Array.from({ length: 49 }, () =>
      turns.take('r', async () => {}),
    );
    await expect(turns.take('r', async () => {})).rejects.toThrow(
      UnavailableError,
    );
    release();
    await Promise.all([first, ...others]);
  });
});

const databases = testDatabases();

describe.each(databases.ids)('A review held elsewhere, on %s', id => {
  // SQLite has one writer, which no other process is.
  if (id !== 'SQLITE_3') {
    it('keeps nobody but its own writers, and those not for long', async () => {
      const knex = await databases.create(id);
      const { store, addWorkloads, put } = await writing(knex);
      await addWorkloads(workloadRecord('stuck'), workloadRecord('free'));
      await whileHeld(knex, ['stuck/phased'], async () => {
        let sentAway = 0;
        const waiting = Array.from({ length: 30 }, () =>
          put('stuck').catch(error => {
            sentAway += 1;
            return error;
          }),
        );
        // Far more than there are connections, and still:
        const { answer } = await put('free');
        expect(answer.revision).toBe(1);
        expect(await store.reviewsOf('stuck')).toHaveLength(1);
        expect(sentAway).toBe(0);
        for (const error of await Promise.all(waiting)) {
          expect(
            error instanceof UnavailableError ||
              databaseTroubleOf(error) === 'locked',
          ).toBe(true);
        }
      });
      expect((await put('stuck')).answer.revision).toBe(1);
    });

    it('keeps nobody else, however many reviews are held', async () => {
      const knex = await databases.create(id);
      const { store, addWorkloads, put } = await writing(knex, 8_000);
      const stuck = Array.from(
        { length: knex.client.pool.max + 10 },
        (_, index) => `stuck-${index}`,
      );
      await addWorkloads(
        ...[...stuck, 'free'].map(name => workloadRecord(name)),
      );
      const held = stuck.map(name => `${name}/phased`);
      await whileHeld(knex, held, async () => {
        let sentAway = 0;
        const waiting = stuck.map(name =>
          put(name).catch(error => {
            sentAway += 1;
            return error;
          }),
        );
        for (let revision = 0; revision < 3; revision++) {
          await put('free', revision);
          expect(await store.reviewsOf('stuck-0')).toHaveLength(1);
        }
        expect(sentAway).toBe(0);
        for (const error of await Promise.all(waiting)) {
          expect(databaseTroubleOf(error)).toBe('locked');
        }
      });
    });
  }
});

/** Reviews whose writers wait so long for each other, in milliseconds. */
async function writing(knex: Knex, patienceMs = 1_000) {
  const lenses = lensesOf(phasedLens());
  const { store, addWorkloads } = reviewsOn(knex, { lenses });
  const editor = new ReviewEditor(
    new ReviewWriter({
      clock: systemClock,
      store,
      lenses,
      patienceMs,
    }),
  );
  const put = (workloadId: string, revision = 0) =>
    editor.putAnswer(
      { workloadId, lensId: 'phased', questionId: 'goal' },
      { revision, selectedChoices: [revision % 2 ? 'goal_b' : 'goal_a'] },
      caller,
    );
  return { store, addWorkloads, put };
}

/** Does something while a session of its own holds reviews. */
async function whileHeld(
  knex: Knex,
  reviewIds: readonly string[],
  step: () => Promise<void>,
): Promise<void> {
  await knex.transaction(async tx => {
    await tx('reviews').whereIn('review_id', reviewIds).forUpdate().select();
    await step();
  });
}
