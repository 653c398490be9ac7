// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { Outbox } from '../notifications/Outbox';
import { OwnerNotifier } from '../notifications/OwnerNotifier';
import type { NotificationLanguage } from '../notifications/texts';
import { Freshness } from './Freshness';
import { rebuild } from './projection/rebuild';
import { ReviewDigest } from './ReviewDigest';

jest.setTimeout(120_000);

const databases = testDatabases();
const DAY = 86_400_000;
const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY).toISOString();

describe('Freshness', () => {
  it('counts from the latest answer', () => {
    const freshness = new Freshness({ days: 90 });
    expect(freshness.dueAt(null, null)).toBeNull();
    expect(freshness.dueAt('2026-01-01T08:00:00.000Z', 'production')).toBe(
      '2026-04-01T08:00:00.000Z',
    );
    const retiring = new Freshness({ days: 90 }, ['retired']);
    expect(retiring.dueAt('2026-01-01T08:00:00.000Z', 'retired')).toBeNull();
    expect(freshness.cutoff('2026-04-01T08:00:00.000Z')).toBe(
      '2026-01-01T08:00:00.000Z',
    );
  });
});

function tellingOn(
  knex: Knex,
  send: NotificationService['send'],
  language?: NotificationLanguage,
) {
  const notifier = new OwnerNotifier({
    notifications: { send },
    logger: mockServices.logger.mock(),
    language,
  });
  const auditor = mockServices.auditor.mock();
  return {
    notifier,
    outbox: new Outbox({ clock: systemClock, knex, auditor, notifier }),
  };
}

describe.each(databases.ids)('freshness on %s', id => {
  /** Reviews answered 10, 100 and 200 days ago, and one never answered. */
  async function setUp() {
    const knex = await databases.create(id);
    const reviews = reviewsOn(knex);
    await reviews.addWorkloads(
      workloadRecord('fresh'),
      workloadRecord('old', { title: 'Old' }),
      workloadRecord('older', { title: 'Older' }),
      workloadRecord('never'),
      workloadRecord('nobodys', { owner: null }),
    );
    const answers = [
      ['fresh', 10],
      ['old', 100],
      ['older', 200],
      ['nobodys', 200],
    ] as const;
    await reviews.importer.import(
      [...answers]
        .sort(([, a], [, b]) => b - a)
        .map(([workload, days]) =>
          JSON.stringify({
            type: 'answer',
            workload,
            lens: 'phased',
            question: 'goal',
            at: daysAgo(days),
            by: 'user:default/kim',
            selectedChoices: ['goal_a'],
          }),
        )
        .join('\n'),
    );
    const sent: NotificationSendOptions[] = [];
    const digest = (every = { days: 7 }, language?: NotificationLanguage) =>
      new ReviewDigest({
        clock: systemClock,
        knex,
        freshness: new Freshness({ days: 90 }),
        ...tellingOn(
          knex,
          async notification => {
            sent.push(notification);
          },
          language,
        ),
        logger: mockServices.logger.mock(),
        every,
      });
    const page = async (due?: 'true' | 'false', at?: string) => {
      const { items, totalItems } = await reviews.scorecards.page(
        { due },
        { sort: 'title', limit: 20, at },
        caller,
      );
      expect(totalItems).toBe(items.length);
      return items;
    };
    return { ...reviews, knex, sent, digest, page };
  }

  async function expireWaiver(knex: Knex, workloadId: string, days: number) {
    await knex('waivers').insert({
      waiver_id: `w-${workloadId}-${days}`,
      review_id: `${workloadId}/phased`,
      question_id: 'goal',
      status: 'EXPIRED',
      reason: 'r',
      expires_at: daysAgo(days),
      requested_at: daysAgo(50),
      requested_by: 'user:default/kim',
      decided_at: daysAgo(49),
      decided_by: 'user:default/lena',
      ended_at: daysAgo(days),
    });
  }

  it('finds the reviews that are due, now and then', async () => {
    const { page, editor, service } = await setUp();
    const ids = (items: { workloadId: string }[]) =>
      items.map(({ workloadId }) => workloadId);
    expect(ids(await page('true'))).toEqual(['nobodys', 'old', 'older']);
    expect(ids(await page('false'))).toEqual(['fresh', 'never']);
    expect(ids(await page('true', daysAgo(50)))).toEqual(['nobodys', 'older']);
    const rows = new Map((await page()).map(row => [row.workloadId, row]));
    expect(rows.get('never')!.dueAt).toBeNull();
    expect(rows.get('old')!.dueAt).toBe(
      new Date(
        Date.parse(rows.get('old')!.updatedAt!) + 90 * DAY,
      ).toISOString(),
    );

    // A target is not a fresh look at the answers; an answer is.
    const key = { workloadId: 'old', lensId: 'phased' };
    await editor.putPhaseTarget(
      { ...key, phaseId: 'run' },
      { targetDate: '2030-01-01' },
      caller,
    );
    expect(ids(await page('true'))).toContain('old');
    await editor.putAnswer(
      { ...key, questionId: 'data' },
      { revision: 0, selectedChoices: ['data_a'] },
      caller,
    );
    expect(ids(await page('true'))).toEqual(['nobodys', 'older']);
    const { dueAt } = await service.entityReview(
      { kind: 'component', namespace: 'default', name: 'old' },
      {},
      caller,
    );
    expect(Date.parse(dueAt!)).toBeGreaterThan(Date.now() + 89 * DAY);
  });

  it('can be made anew from the events', async () => {
    const { knex, store, lenses } = await setUp();
    const columns = async () => [
      await knex('scorecards').select('answered_at').orderBy('review_id'),
      await knex('scorecard_history')
        .select('answered_at')
        .orderBy(['review_id', 'seq']),
    ];
    const before = await columns();
    await rebuild({ store, lenses });
    expect(await columns()).toEqual(before);
  });

  it('tells each owner once a period, with three replicas at work', async () => {
    const { knex, digest, sent } = await setUp();
    await expireWaiver(knex, 'fresh', 2);
    await expireWaiver(knex, 'old', 20);
    const told = await Promise.all([1, 2, 3].map(() => digest().run()));
    expect(told.sort()).toEqual([0, 0, 1]);
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/science' },
        payload: expect.objectContaining({
          title: '2 ML reviews are due',
          description: 'To look at again: Older, Old. Waivers expired: fresh.',
          link: '/ml-lens/workloads?owner=group%3Adefault%2Fscience&due=true',
          topic: 'ml-lens.review-due',
        }),
      },
    ]);
    expect(await digest().run()).toBe(0);

    // The next period begins a week after they were told.
    await knex('review_digests').update({ sent_at: daysAgo(6.9) });
    expect(await digest().run()).toBe(0);
    await knex('review_digests').update({ sent_at: daysAgo(7.1) });
    expect(
      (await Promise.all([1, 2, 3].map(() => digest().run()))).sort(),
    ).toEqual([0, 0, 1]);
    expect(sent).toHaveLength(2);
  });

  it('speaks the language of the portal', async () => {
    const { knex, digest, sent } = await setUp();
    await expireWaiver(knex, 'fresh', 2);
    await digest({ days: 7 }, 'ja').run();
    expect(
      sent.map(({ payload }) => [payload.title, payload.description]),
    ).toEqual([
      [
        'ML レビュー 2 件の見直し時期です',
        '見直しが必要: Older、Old。リスク受容の期限切れ: fresh。',
      ],
    ]);
  });

  it('tells nobody where there is nothing to tell', async () => {
    const { knex, digest, sent } = await setUp();
    await knex('scorecards').update({ orphaned: true });
    expect(await digest().run()).toBe(0);
    expect(sent).toEqual([]);
  });

  it('goes on where notifications are not installed', async () => {
    const { knex } = await setUp();
    const lost = new ReviewDigest({
      clock: systemClock,
      knex,
      freshness: new Freshness({ days: 90 }),
      ...tellingOn(knex, async () => {
        throw new Error('Request failed with status 404');
      }),
      logger: mockServices.logger.mock(),
      every: { days: 7 },
    });
    expect(await lost.run()).toBe(1);
  });
});
