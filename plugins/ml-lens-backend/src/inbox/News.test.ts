// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { Outbox } from '../notifications/Outbox';
import { notificationTexts } from '../notifications/texts';
import { Freshness } from '../reviews/Freshness';
import { News } from './News';

jest.setTimeout(120_000);

const databases = testDatabases();
const TEAM = 'group:default/science';
const MEI = 'user:default/mei';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

async function start(id: TestDatabaseId, approvers: string[] = []) {
  const knex = await databases.create(id);
  let now = Date.parse('2026-11-29T10:00:00.000Z');
  const clock = () => new Date(now).toISOString();
  const all = reviewsOn(knex, { clock });
  await all.addWorkloads(
    ...['fraud', 'churn'].map(name =>
      workloadRecord(name, { title: name, domain: 'domain:default/money' }),
    ),
  );
  const sent: { to: string; topic: string; title: string; about?: string }[] =
    [];
  const notifier = {
    texts: notificationTexts('en'),
    notify: async (
      to: string,
      payload: { topic?: string; title: string; description?: string },
    ) => {
      const { topic = '', title, description: about } = payload;
      sent.push({ to, topic, title, ...(about && { about }) });
      return true;
    },
  };
  const replica = () =>
    new News({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Domain',
            metadata: { namespace: 'default', name: 'money' },
            relations: [{ type: 'ownedBy', targetRef: 'group:default/heads' }],
          },
        ],
      }),
      clock,
      freshness: new Freshness({ days: 90 }, ['deprecated']),
      knex,
      logger: mockServices.logger.mock(),
      notifier,
      outbox: new Outbox({
        clock,
        knex,
        auditor: mockServices.auditor.mock(),
        notifier,
      }),
      approvers,
    });
  const later = (ms: number) => {
    now += ms;
  };
  const answer = async (workloadId: string, choices: string) => {
    later(SECOND);
    const key = { workloadId, lensId: 'phased' };
    const { answers } = await all.service.review(key, undefined);
    await all.editor.putAnswer(
      { ...key, questionId: 'goal' },
      {
        revision: answers.goal?.revision ?? 0,
        selectedChoices: choices.split(' '),
      },
      caller,
    );
  };
  const told = async () => {
    later(MINUTE);
    await replica().run();
    return sent.splice(0);
  };
  // From now on: what happened before is no news.
  expect(await told()).toEqual([]);
  later(MINUTE);
  return { ...all, knex, clock, later, answer, told, sent, replica };
}

describe.each(databases.ids)('news on %s', id => {
  it('of many changes in a minute are one message, and only of what got worse', async () => {
    const { answer, told } = await start(id);
    await answer('fraud', 'goal_a goal_b');
    await answer('churn', 'goal_a');
    expect(await told()).toEqual([]);
    for (let round = 0; round < 10; round++) {
      await answer('fraud', 'goal_a');
      await answer('fraud', 'goal_no');
      await answer('churn', 'goal_no');
      await answer('churn', 'goal_a');
    }
    expect(await told()).toEqual([
      {
        to: TEAM,
        topic: 'ml-lens.got-worse',
        title: 'One review got worse',
        about: 'fraud.',
      },
    ]);
    expect(await told()).toEqual([]);
  });

  it('wait until no more come, but not for ever', async () => {
    const { addWorkloads, answer, later, replica, sent, told } = await start(
      id,
    );
    const names = Array.from({ length: 14 }, (_, index) => `w-${index}`);
    await addWorkloads(...names.map(name => workloadRecord(name)));
    for (const name of names) {
      await answer(name, 'goal_a goal_b');
    }
    await told();
    const fall = async (some: readonly string[]) => {
      // The next one is never more than half a minute away.
      for (const name of some) {
        await answer(name, 'goal_no');
        later(30 * SECOND);
        await replica().run();
        later(29 * SECOND);
      }
    };
    await fall(names.slice(0, 9));
    expect(sent).toEqual([]);
    await fall(names.slice(9));
    expect(sent).toMatchObject([
      {
        title: expect.stringMatching(/^11 reviews got worse$/),
        about: 'w-0, w-1, w-10, w-2, w-3 and 6 more.',
      },
    ]);
  });

  it('are of what got worse a day later as well', async () => {
    const { answer, told, later } = await start(id);
    await answer('fraud', 'goal_a goal_b');
    expect(await told()).toEqual([]);
    later(24 * 60 * MINUTE);
    await answer('fraud', 'goal_no');
    expect(await told()).toMatchObject([{ title: 'One review got worse' }]);
  });

  it('are told once, however many replicas look', async () => {
    const { answer, later, replica, sent } = await start(id);
    await answer('fraud', 'goal_a goal_b');
    await answer('fraud', 'goal_no');
    later(MINUTE);
    await replica().run();
    await answer('fraud', 'goal_a goal_b');
    await answer('churn', 'goal_a goal_b');
    later(MINUTE);
    await replica().run();
    sent.splice(0);
    await answer('churn', 'goal_no');
    later(MINUTE);
    await Promise.all([1, 2, 3].map(() => replica().run()));
    expect(sent.map(({ topic }) => topic)).toEqual(['ml-lens.got-worse']);
  });

  const waiver = (at: string, changes: object = {}) => ({
    waiver_id: 'w-1',
    review_id: 'fraud/phased',
    question_id: 'goal',
    status: 'REQUESTED',
    reason: 'Soon',
    expires_at: '2027-03-01T00:00:00.000Z',
    requested_at: at,
    requested_by: MEI,
    ...changes,
  });
  const reviewOf = async (
    { store }: Awaited<ReturnType<typeof start>>,
    workloadId: string,
  ) => (await store.reviewsOf(workloadId))[0].review_id;

  it('of a waiver go to who decides, who need not see it, and then to who asked', async () => {
    const used = await start(id);
    const { clock, knex, told } = used;
    const reviewId = await reviewOf(used, 'fraud');
    await knex('waivers').insert(waiver(clock(), { review_id: reviewId }));
    expect(await told()).toEqual([
      {
        to: 'group:default/heads',
        topic: 'ml-lens.waiver-asked',
        title: 'One waiver to decide on',
      },
    ]);
    await knex('waivers').update({ status: 'APPROVED', decided_at: clock() });
    expect(await told()).toEqual([
      {
        to: MEI,
        topic: 'ml-lens.waiver-decided',
        title: 'A waiver you asked for was decided',
        about: 'fraud.',
      },
    ]);
    const other = await start(id, ['user:default/lena']);
    await other
      .knex('waivers')
      .insert(
        waiver(other.clock(), { review_id: await reviewOf(other, 'fraud') }),
      );
    expect((await other.told()).map(({ to }) => to)).toEqual([
      'user:default/lena',
    ]);
  });

  it('of plans go to those who are to do it, of late phases and targets to the owner', async () => {
    const used = await start(id);
    const { answer, clock, knex, told, later, importer } = used;
    await answer('fraud', 'goal_a');
    const plan = (choice: string, assignee: string) => ({
      review_id: '',
      question_id: 'goal',
      choice_id: choice,
      revision: 1,
      status: 'NOT_STARTED',
      assignee,
      updated_at: clock(),
      updated_by: MEI,
    });
    const reviewId = await reviewOf(used, 'fraud');
    await knex('improvements').insert([
      { ...plan('goal_a', 'user:default/ann'), review_id: reviewId },
      // Nobody has to be told what they planned for themselves.
      { ...plan('goal_b', MEI), review_id: reviewId },
    ]);
    await importer.import(
      JSON.stringify({
        type: 'target',
        workload: 'churn',
        lens: 'phased',
        phase: 'run',
        targetDate: '2026-11-29',
        at: clock(),
        by: MEI,
      }),
    );
    expect(await told()).toEqual([
      {
        to: 'user:default/ann',
        topic: 'ml-lens.assigned',
        title: 'One practice assigned to you',
        about: 'fraud.',
      },
    ]);
    // The day is over, and nobody has answered.
    later(24 * 60 * MINUTE);
    expect(await told()).toEqual([
      {
        to: TEAM,
        topic: 'ml-lens.phase-late',
        title: 'A phase has missed its target date',
        about: 'churn.',
      },
    ]);
  });
});
