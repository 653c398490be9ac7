// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { LensDocument } from '@ml-lens/lens-model';
import { testDatabases } from '../../__testUtils__/databases';
import {
  caller,
  lensesOf,
  phasedLens,
  projectionsOf,
  reviewsOn,
  workloadRecord,
} from '../../__testUtils__/reviewFixtures';
import { ReviewStore } from '../ReviewStore';
import { ReviewWriter } from '../ReviewWriter';
import { Counting } from './Counting';
import { rebuild } from './rebuild';

jest.setTimeout(120_000);

const databases = testDatabases();
const WORKLOADS = ['forecast', 'pricing', 'search'];
const ANNOUNCED = '2027-01-01';

/** The phased lens with one practice of the goal that is announced. */
function announcingLens(): LensDocument {
  const lens = phasedLens();
  return {
    ...lens,
    pillars: lens.pillars.map(pillar => ({
      ...pillar,
      questions: pillar.questions.map(question => ({
        ...question,
        choices: question.choices.map(choice =>
          choice.id === 'goal_b'
            ? { ...choice, countsFrom: ANNOUNCED }
            : choice,
        ),
      })),
    })),
  };
}

describe.each(databases.ids)('announced practices on %s', id => {
  async function setUp() {
    const knex = await databases.create(id);
    let now = '2026-12-31T23:50:00.000Z';
    const clock = () => now;
    const lenses = lensesOf(announcingLens());
    const reviews = reviewsOn(knex, { clock, lenses });
    await reviews.addWorkloads(
      ...WORKLOADS.map(workloadId => workloadRecord(workloadId)),
    );
    /** What another replica would run. */
    const replica = () => {
      const store = new ReviewStore(knex);
      return new Counting({
        clock,
        lenses,
        logger: mockServices.logger.mock(),
        store,
        writer: new ReviewWriter({ clock, store, lenses }),
      });
    };
    const answer = async (workloadId: string, ...selectedChoices: string[]) =>
      await reviews.editor.putAnswer(
        { workloadId, lensId: 'phased', questionId: 'goal' },
        { revision: 0, selectedChoices },
        caller,
      );
    const listed = async () =>
      (
        await reviews.scorecards.page({}, { sort: 'title', limit: 20 }, caller)
      ).items.map(({ score, practices }) => [score, practices.applicable]);
    return {
      ...reviews,
      answer,
      listed,
      replica,
      at: (instant: string) => {
        now = instant;
      },
    };
  }

  it('change nothing before their day, and count once on it, on three replicas', async () => {
    const { answer, at, knex, lenses, listed, replica, service, store } =
      await setUp();
    // In place before its time, and not: the same to every figure.
    const early = await answer('forecast', 'goal_a', 'goal_b');
    const plain = await answer('pricing', 'goal_a');
    expect(early.scorecard).toEqual(plain.scorecard);
    expect(early.answer.risk).toBe('NONE');
    const before = await listed();
    expect(await replica().run()).toBe(0);

    at('2027-01-01T00:05:00.000Z');
    // Until the night's work is done everything says what it said.
    expect(await listed()).toEqual(before);
    const counts = await Promise.all(
      [replica(), replica(), replica()].map(one => one.run()),
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    expect(await replica().run()).toBe(0);
    const events = await knex('answer_events')
      .where('type', 'PRACTICES_COUNTED')
      .orderBy('review_id')
      .select('review_id', 'at', 'source', 'after');
    expect(
      events.map(event => ({ ...event, after: JSON.parse(event.after) })),
    ).toEqual(
      ['forecast/phased', 'pricing/phased'].map(review_id => ({
        review_id,
        at: '2027-01-01T00:05:00.000Z',
        source: 'SYSTEM',
        after: { on: ANNOUNCED, practices: ['goal/goal_b'] },
      })),
    );
    const [[had], [lacks], unbegun] = await listed();
    expect(had).toBe(before[0][0]);
    expect(lacks).toBeLessThan(before[1][0]!);
    expect(unbegun).toEqual(before[2]);
    const key = { workloadId: 'pricing', lensId: 'phased' };
    const review = await service.review(key, undefined);
    expect(review.answers.goal.risk).not.toBe('NONE');
    // As of the evening before, it is what it was.
    const past = await service.review(key, '2026-12-31T23:55:00.000Z');
    expect(past.scorecard).toEqual(plain.scorecard);
    expect(past.answers.goal.risk).toBe('NONE');

    const rows = await projectionsOf(knex);
    await rebuild({ store, lenses });
    expect(await projectionsOf(knex)).toEqual(rows);
  });

  it('count with the first answer of the day, and are not counted again', async () => {
    const { answer, at, editor, replica } = await setUp();
    await answer('search', 'goal_a');
    at('2027-01-01T00:01:00.000Z');
    const { answer: after, scorecard } = await editor.putAnswer(
      { workloadId: 'search', lensId: 'phased', questionId: 'data' },
      { revision: 0, selectedChoices: ['data_a'] },
      caller,
    );
    expect(after.risk).toBeDefined();
    expect(scorecard.counts.NONE).toBe(0);
    expect(await replica().run()).toBe(0);
  });

  it('are an event that the contract knows', async () => {
    const { answer, at, replica, service } = await setUp();
    await answer('search', 'goal_a');
    at('2027-01-02T09:00:00.000Z');
    await replica().run();
    const page = await service.history(
      { workloadId: 'search', lensId: 'phased' },
      { limit: 10 },
    );
    expect(mlLensRoutes.listHistory.response.parse(page).items[0].type).toBe(
      'PRACTICES_COUNTED',
    );
  });
});
