// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { keyOf, pricingOn } from '../__testUtils__/pricingOn';
import { proposalsOn, proposed } from '../__testUtils__/proposalFixtures';
import {
  caller,
  phasedLens,
  reviewsOn,
  storeLens,
} from '../__testUtils__/reviewFixtures';
import { KEY, statementsDuring } from '../__testUtils__/serviceFixtures';
import { StaleWriteError } from '../errors';
import type { LensRow } from '../lenses/rows';
import { DoubtStore } from './DoubtStore';
import { rebuild, rebuildAndCompare } from './projection/rebuild';
import { reviewIdOf } from './ReviewStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const REVIEW = reviewIdOf(KEY.workloadId, KEY.lensId);

/** A backend that answers questions, as a person does with each in turn. */
function answering({ editor }: ReturnType<typeof reviewsOn>) {
  return async (question: string, revision: number, choice = 'a') =>
    await editor.putAnswer(
      keyOf(question),
      { revision, selectedChoices: [`${question}_${choice}`] },
      caller,
    );
}

/** First words of what a step asks the database. */
async function verbsDuring(knex: Knex, step: () => Promise<unknown>) {
  const statements = await statementsDuring(knex, step);
  return statements.map(sql => sql.split(' ')[0]);
}

/** Puts answers in doubt, as the passing of time does. */
async function doubt(tx: Knex.Transaction, ...questions: string[]) {
  await new DoubtStore(tx).add(tx, REVIEW, questions, {
    reason: 'AGE',
    since: '2026-01-01T00:00:00.000Z',
    detail: null,
  });
}

/** Every transaction of a database, unless it says otherwise, is of this kind. */
async function isolate(knex: Knex, isolation: string) {
  await knex.raw('alter database ?? set default_transaction_isolation = ??', [
    knex.client.database(),
    isolation,
  ]);
  // For those who connect from now on.
  await knex.destroy();
  knex.initialize();
}

/** Waits until a statement waits for what somebody holds. */
async function untilSomebodyWaits(knex: Knex) {
  const waiting = () =>
    knex('pg_stat_activity')
      .whereRaw('datname = current_database()')
      .where('wait_event_type', 'Lock')
      .first('pid');
  while (!(await waiting())) {
    // Asked again.
  }
}

/**
 * Lets the next statement that looks at lenses stall there: after PostgreSQL
 * has decided what it sees, and before it holds anything. All others go on.
 */
async function stallAtLenses(knex: Knex) {
  const [turn, gate] = [1, 2];
  await knex.raw('alter table lenses rename to stored_lenses');
  await knex.raw(
    `create function stalls() returns boolean language sql as
     'select case when pg_try_advisory_xact_lock(${turn})
        then pg_advisory_xact_lock_shared(${gate}) is not null
        else true end'`,
  );
  await knex.raw(
    'create view lenses as select * from stored_lenses where stalls() offset 0',
  );
  const closed = await knex.transaction();
  await closed.raw(`select pg_advisory_xact_lock(${gate})`);
  return {
    stalled: async () => await untilSomebodyWaits(knex),
    goOn: async () => await closed.commit(),
  };
}

describe.each(databases.ids)('going on with a review on %s', id => {
  const postgres = id !== 'SQLITE_3';

  /** Two backends on one database, with a review that neither has seen. */
  const setUp = async () => {
    const knex = await databases.create(id);
    // Everything happens at once: instants tell nothing apart.
    const clock = () => '2026-02-03T04:05:06.789Z';
    const one = await pricingOn(knex, { clock });
    const other = reviewsOn(knex, { clock });
    return {
      knex,
      one,
      put: answering(one),
      putElsewhere: answering(other),
      /** Numbers of its events; its rows must follow from them. */
      async numbers() {
        expect(await rebuildAndCompare(one, REVIEW)).toMatchObject({
          differed: false,
        });
        const { items } = await one.service.history(KEY, { limit: 100 });
        return items.map(({ seq }) => seq).sort((a, b) => a - b);
      },
      inDoubt: async (...questions: string[]) =>
        await knex.transaction(tx => doubt(tx, ...questions)),
      toConfirm: async () => {
        const { to_confirm } = await knex('scorecards')
          .where('review_id', REVIEW)
          .first();
        return to_confirm;
      },
    };
  };

  if (postgres) {
    it('takes one statement, whatever else is in doubt', async () => {
      const { knex, put, inDoubt, numbers, toConfirm } = await setUp();
      await put('data', 0);
      expect(await verbsDuring(knex, () => put('goal', 0))).toEqual(['with']);
      await inDoubt('data');
      await put('goal', 1, 'b');
      expect(await verbsDuring(knex, () => put('goal', 2))).toEqual(['with']);
      expect(await toConfirm()).toBe(1);
      await put('data', 1, 'b');
      expect(await verbsDuring(knex, () => put('data', 2))).toEqual(['with']);
      expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('waits for whoever holds the review', async () => {
      const { knex, put, numbers } = await setUp();
      await put('data', 0);
      let answered: Promise<unknown> | undefined;
      const verbs = await verbsDuring(knex, async () => {
        await knex.transaction(async tx => {
          await tx('reviews').where('review_id', REVIEW).forUpdate();
          answered = put('goal', 0);
          await untilSomebodyWaits(knex);
        });
        await answered;
      });
      expect(verbs.filter(verb => verb === 'COMMIT;')).toHaveLength(2);
      expect(await numbers()).toEqual([1, 2]);
    });

    describe.each(['read committed', 'repeatable read'])(
      'while what it sees grows old (%s)',
      isolation => {
        const used = async () => {
          const knex = await databases.create(id);
          await isolate(knex, isolation);
          await storeLens(knex, phasedLens(), 'PUBLISHED');
          return await proposalsOn(knex);
        };

        /** Answers, with something that happens on the way. */
        const answerWhile = async (
          backend: Awaited<ReturnType<typeof used>>,
          step: () => Promise<unknown>,
        ) => {
          // Another one: those of one backend take turns.
          const put = answering(reviewsOn(backend.knex));
          await put('data', 0);
          const first = await stallAtLenses(backend.knex);
          const answered = put('goal', 0);
          await first.stalled();
          await step();
          await first.goOn();
          await answered;
        };

        it('starts over where all rows were made anew', async () => {
          const backend = await used();
          await answerWhile(backend, () => rebuild(backend, REVIEW));
          expect(await rebuildAndCompare(backend, REVIEW)).toMatchObject({
            differed: false,
          });
        });

        it('ends what is proposed meanwhile', async () => {
          const backend = await used();
          await answerWhile(backend, () => backend.propose(proposed()));
          expect(Object.values(await backend.statuses())).toEqual([
            'SUPERSEDED',
          ]);
        });

        it('ends what is open again', async () => {
          const backend = await used();
          const [{ id: proposal }] = await backend.propose(proposed());
          await backend.decide(proposal, { decision: 'REJECT', revision: 0 });
          await answerWhile(backend, () => backend.undoDecision(proposal, 0));
          expect(await backend.statuses()).toEqual({
            [proposal]: 'SUPERSEDED',
          });
        });
      },
    );

    it('ends doubts that come while it waits', async () => {
      const { knex, put, toConfirm } = await setUp();
      await put('goal', 0);
      let answered: Promise<unknown> | undefined;
      await knex.transaction(async tx => {
        await tx('reviews').where('review_id', REVIEW).forUpdate();
        answered = put('goal', 1, 'b');
        await untilSomebodyWaits(knex);
        await doubt(tx, 'goal');
      });
      await answered;
      expect(await toConfirm()).toBe(0);
    });

    it('does not wait for ever for a row that somebody holds', async () => {
      const { knex, put, numbers } = await setUp();
      await put('data', 0);
      await knex.transaction(async tx => {
        await tx('scorecard_history').where('review_id', REVIEW).forUpdate();
        await expect(put('goal', 0)).rejects.toMatchObject({ code: '55P03' });
      });
      await put('goal', 0);
      expect(await numbers()).toEqual([1, 2]);
    });

    it('is noted where as many others write as can be counted', async () => {
      const { knex, put, numbers } = await setUp();
      await put('data', 0);
      await knex.transaction(async tx => {
        const held = await tx('org_changes').forUpdate();
        await put('goal', 0);
        expect(await knex('org_changes')).toHaveLength(held.length + 1);
      });
      expect(await numbers()).toEqual([1, 2]);
    });
  }

  it('goes on from what another backend wrote', async () => {
    const { put, putElsewhere, numbers } = await setUp();
    await put('goal', 0);
    await putElsewhere('data', 0);
    await put('label', 0);
    await putElsewhere('label', 1, 'b');
    expect((await put('label', 2)).answer.revision).toBe(3);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells what stands to whoever saw less', async () => {
    const { put, putElsewhere, numbers } = await setUp();
    await put('goal', 0);
    await putElsewhere('goal', 1, 'b');
    const conflict = await put('goal', 1).catch(error => error);
    expect(conflict).toBeInstanceOf(StaleWriteError);
    expect(conflict.current).toMatchObject({
      revision: 2,
      selectedChoices: ['goal_b'],
    });
    expect(await numbers()).toEqual([1, 2]);
  });

  it('changes nothing for what is said already, here or elsewhere', async () => {
    const { put, putElsewhere, numbers } = await setUp();
    await put('goal', 0);
    await put('goal', 1);
    await putElsewhere('goal', 1, 'b');
    expect((await put('goal', 2, 'b')).answer.revision).toBe(2);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('ends doubts that came meanwhile', async () => {
    const { put, inDoubt, numbers, toConfirm } = await setUp();
    await put('goal', 0);
    await put('data', 0);
    await inDoubt('goal', 'data');
    await put('goal', 1, 'b');
    expect(await toConfirm()).toBe(1);
    // Known by now, and not asked for again.
    await put('data', 1, 'b');
    expect(await toConfirm()).toBe(0);
    expect(await numbers()).toEqual([1, 2, 3, 4]);
  });

  it('stops where the lens version takes no answers any more', async () => {
    const { knex, put, numbers } = await setUp();
    await storeLens(knex, phasedLens(), 'PUBLISHED');
    await put('goal', 0);
    await knex<LensRow>('lenses').update({ status: 'ARCHIVED' });
    await expect(put('goal', 1, 'b')).rejects.toThrow('is archived');
    expect(await numbers()).toEqual([1]);
  });

  it('numbers what two backends write at once', async () => {
    const { put, putElsewhere, numbers } = await setUp();
    const questions = ['goal', 'data', 'label', 'drift'];
    for (let revision = 0; revision < 5; revision++) {
      await Promise.all(
        questions.map((question, index) =>
          [put, putElsewhere][(index + revision) % 2](
            question,
            revision,
            'ab'[revision % 2],
          ),
        ),
      );
    }
    expect(await numbers()).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });

  it('takes texts that are no text, as it does without knowing the review', async () => {
    const { knex, one, put, numbers } = await setUp();
    for (const reason of ['\ud800', '„"\\\n\t{}', '\u0001']) {
      await one.editor.startIteration(
        { ...KEY, phaseId: 'frame' },
        reason,
        caller,
      );
    }
    await put('goal', 0);
    const reasons = await knex('phase_iterations')
      .orderBy('number')
      .pluck('reason');
    // What becomes of the first is up to the database.
    expect(reasons.slice(1)).toEqual(['„"\\\n\t{}', '\u0001']);
    expect(await numbers()).toHaveLength(4);
  });

  it('begins nothing for a workload that there is not', async () => {
    const { one } = await setUp();
    await expect(
      one.editor.putAnswer(
        { ...keyOf('goal'), workloadId: 'nobodys' },
        { revision: 0, selectedChoices: ['goal_a'] },
        caller,
      ),
    ).rejects.toThrow(`There is no workload 'nobodys'`);
  });
});
