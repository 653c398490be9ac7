// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { rebuild } from '../reviews/projection/rebuild';
import { Retention } from './Retention';

jest.setTimeout(60_000);

const databases = testDatabases();
const KEY = { workloadId: 'pricing', lensId: 'phased', questionId: 'goal' };

describe.each(databases.ids)('Retention on %s', id => {
  async function setUp() {
    const knex = await databases.create(id);
    let now = '2026-01-01T00:00:00.000Z';
    const reviews = reviewsOn(knex, { clock: () => now });
    await reviews.addWorkloads(workloadRecord('pricing'));
    const retention = (options: {
      evidence?: { days: number };
      notes?: { days: number };
    }) =>
      new Retention({
        clock: () => now,
        knex,
        reviews: reviews.store,
        logger: mockServices.logger.mock(),
        ...options,
      });
    const notes = async () =>
      (
        await reviews.store.events.withBefore(
          'pricing/phased',
          await reviews.store.events.list('pricing/phased'),
        )
      ).map(({ before, after }) =>
        [before, after].map(side => (side as { notes?: string })?.notes),
      );
    return {
      ...reviews,
      retention,
      notes,
      at(instant: string) {
        now = instant;
      },
      put: (revision: number, text: string) =>
        reviews.editor.putAnswer(
          KEY,
          { revision, selectedChoices: ['goal_a'], notes: text },
          caller,
        ),
    };
  }

  it('forgets notes of confirmations as those of answers', async () => {
    const { at, put, notes, retention, writer, service } = await setUp();
    await put(0, 'first');
    const { answers } = await service.review(
      { workloadId: 'pricing', lensId: 'phased' },
      undefined,
    );
    const { selectedChoices, notApplicableChoices, notApplicable, evidence } =
      answers.goal;
    await writer.write('pricing', 'phased', ({ state }) => [
      {
        type: 'CONFIRMED',
        questionId: 'goal',
        before: state.answers.get('goal')!.state,
        after: {
          selectedChoices,
          notApplicableChoices,
          notApplicable,
          evidence,
          notes: 'still',
        },
        by: 'user:default/mei',
        source: 'USER',
      },
    ]);
    at('2026-03-10T00:00:00.000Z');
    const forget = retention({ notes: { days: 30 } });
    await forget.run();
    expect(await notes()).toEqual([
      [undefined, ''],
      ['', 'still'],
    ]);
    await put(2, 'last');
    await forget.run();
    expect((await notes())[1]).toEqual(['', 'still']);
    at('2026-04-10T00:00:00.000Z');
    await forget.run();
    expect((await notes())[1]).toEqual(['', '']);
  });

  it('empties the notes that ended proposals hold', async () => {
    const { at, put, knex, retention } = await setUp();
    await put(0, 'first');
    const row = {
      review_id: 'pricing/phased',
      question_id: 'goal',
      agent_name: 'reader',
      agent: '{"name":"reader"}',
      proposed_by: 'user:default/mei',
      body_hash: '',
      based_on: 1,
      lens_version: '1',
      base: JSON.stringify({ state: { notes: 'first' } }),
      answer: JSON.stringify({ selectedChoices: ['goal_a'], notes: 'more' }),
      citations: '[]',
      proposed_at: '2026-01-01T00:00:00.000Z',
      expires_at: '2026-02-01T00:00:00.000Z',
    };
    await knex('proposals').insert([
      {
        ...row,
        proposal_id: 'ended',
        proposal_key: 'a',
        status: 'ACCEPTED',
        ended_at: '2026-01-02T00:00:00.000Z',
        decided_revision: 2,
      },
      { ...row, proposal_id: 'open', proposal_key: 'b', status: 'OPEN' },
    ]);
    at('2026-03-10T00:00:00.000Z');
    const forget = retention({ notes: { days: 30 } });
    expect(await forget.run()).toEqual({ evidence: 0, notes: 1 });
    expect(await forget.run()).toEqual({ evidence: 0, notes: 0 });
    const [ended, open] = await knex('proposals').orderBy('proposal_id');
    expect(ended).toMatchObject({
      status: 'ACCEPTED',
      base: null,
      answer: JSON.stringify({ selectedChoices: ['goal_a'], notes: '' }),
      decided_revision: null,
    });
    expect(open).toMatchObject({ base: row.base, answer: row.answer });
  });

  it('empties old notes that were replaced, and leaves all that counts', async () => {
    const { at, put, notes, retention, store, lenses, knex } = await setUp();
    await put(0, 'first');
    await put(1, 'second');
    at('2026-03-01T00:00:00.000Z');
    await put(2, 'third');
    const before = await projectionsOf(knex);
    at('2026-03-10T00:00:00.000Z');
    const forget = retention({ notes: { days: 30 } });
    expect(await forget.run()).toEqual({ evidence: 0, notes: 1 });
    expect(await notes()).toEqual([
      [undefined, ''],
      ['', 'second'],
      ['second', 'third'],
    ]);
    at('2027-03-10T00:00:00.000Z');
    expect(await forget.run()).toEqual({ evidence: 0, notes: 1 });
    expect((await notes()).at(-1)).toEqual(['', 'third']);
    expect(await forget.run()).toEqual({ evidence: 0, notes: 0 });
    await rebuild({ store, lenses });
    expect(await projectionsOf(knex)).toEqual(before);
  });

  it('forgets evidence that was seen long ago, however much', async () => {
    const { at, retention, knex } = await setUp();
    const seen = (count: number, day: string) =>
      Array.from({ length: count }, (_, index) => ({
        evidence_id: `${day} ${index}`,
        review_id: 'pricing/phased',
        source: 'CI',
        evidence_key: `${day} ${index}`,
        body_hash: '',
        question_id: 'goal',
        provider: 'ci',
        verdict: 'INFO',
        title: 'Built',
        observed_at: `${day}T00:00:00.000Z`,
      }));
    await knex.batchInsert('reported_evidence', seen(1100, '2026-01-01'), 50);
    await knex.batchInsert('reported_evidence', seen(3, '2026-03-01'), 50);
    at('2026-03-10T00:00:00.000Z');
    expect(await retention({}).run()).toEqual({ evidence: 0, notes: 0 });
    expect(
      await retention({ evidence: { days: 30 } }).run(AbortSignal.abort()),
    ).toEqual({ evidence: 0, notes: 0 });
    expect(await retention({ evidence: { days: 30 } }).run()).toEqual({
      evidence: 1100,
      notes: 0,
    });
    expect(await knex('reported_evidence').pluck('observed_at')).toEqual(
      seen(3, '2026-03-01').map(row => row.observed_at),
    );
  });

  it('is not scheduled where nothing is to be forgotten', async () => {
    const { retention } = await setUp();
    const scheduler = mockServices.scheduler.mock();
    await retention({}).schedule(scheduler);
    expect(scheduler.scheduleTask).not.toHaveBeenCalled();
    await retention({ notes: { days: 30 } }).schedule(scheduler);
    expect(scheduler.scheduleTask).toHaveBeenCalledTimes(1);
  });
});
