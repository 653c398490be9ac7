// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';

import { StaleWriteError } from '../errors';
import { testDatabases } from '../__testUtils__/databases';
import { caller, quiet } from '../__testUtils__/reviewFixtures';
import { KEY, reviewInUse } from '../__testUtils__/serviceFixtures';
import { Outbox } from '../notifications/Outbox';
import { OwnerNotifier } from '../notifications/OwnerNotifier';
import { WaiverExpiry } from './WaiverExpiry';
import { WaiverService } from './WaiverService';
import { WaiverStore } from './WaiverStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const approver = mockCredentials.user('user:default/lena');
const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

describe.each(databases.ids)('waivers on %s', id => {
  async function setUp() {
    const knex = await databases.create(id);
    const used = await reviewInUse(knex);
    const waivers = new WaiverStore(knex);
    const audited: string[] = [];
    const sent: unknown[] = [];
    const auditor = mockServices.auditor.mock({
      async createEvent({ eventId, meta }) {
        return {
          success: async () => {
            audited.push(`${eventId} ${meta?.actionType} ${meta?.waiverId}`);
          },
          fail: async () => {},
        };
      },
    });
    const notifier = new OwnerNotifier({
      notifications: {
        send: async notification => {
          sent.push(notification);
        },
      },
      logger: mockServices.logger.mock(),
    });
    const announced: string[] = [];
    const changes = {
      ...quiet,
      changed: (reviewId: string) => {
        announced.push(reviewId);
      },
    };
    const expiryOn = () =>
      new WaiverExpiry({
        clock: used.clock,
        waivers,
        reviews: used.store,
        workloads: used.workloads,
        notifier,
        outbox: new Outbox({ clock: used.clock, knex, auditor, notifier }),
        changes,
      });
    const service = new WaiverService({
      clock: used.clock,
      reviews: used.store,
      waivers,
      expiry: expiryOn(),
      lenses: used.lenses,
      changes,
      maxDuration: { days: 365 },
    });
    const request = (questionId = 'goal', expiresAt = inDays(30)) =>
      service.request(
        KEY,
        { questionId, reason: 'Until the new pipeline is there', expiresAt },
        caller,
      );
    const decide = (waiverId: string, decision: 'APPROVE' | 'REJECT') =>
      service.decide({ ...KEY, waiverId }, { decision, note: ' ' }, approver);
    /** Moves the end of a waiver into the past. */
    const lapse = async (waiverId: string) => {
      const expires_at = inDays(-1);
      await knex('waivers')
        .where('waiver_id', waiverId)
        .update({ expires_at, requested_at: inDays(-2) });
    };
    await used.answer('goal', 'goal_a');
    return {
      ...used,
      reviewService: used.service,
      service,
      request,
      decide,
      lapse,
      expiryOn,
      audited,
      sent,
      announced,
    };
  }

  it('are asked for, granted, shown beside the answers, and withdrawn', async () => {
    const used = await setUp();
    const before = await used.review();
    const asked = mlLensRoutes.requestWaiver.response.parse(
      await used.request(),
    );
    expect(asked).toMatchObject({
      questionId: 'goal',
      status: 'REQUESTED',
      requestedBy: 'user:default/mei',
      decidedBy: null,
      endedAt: null,
    });
    const granted = await used.decide(asked.id, 'APPROVE');
    expect(granted).toMatchObject({
      status: 'APPROVED',
      decidedBy: 'user:default/lena',
      decisionNote: null,
    });
    // Neither risk nor score moves.
    const after = await used.review();
    expect([after.answers, after.scorecard]).toEqual([
      before.answers,
      before.scorecard,
    ]);
    const entity = { kind: 'component', namespace: 'default', name: 'pricing' };
    const shown = await used.service.list(KEY);
    expect(shown).toEqual([granted]);
    const tab = (at?: string) =>
      used.reviewService.entityReview(entity, { at }, caller);
    expect((await tab()).waivers).toEqual([granted]);
    const earlier = await tab(asked.requestedAt);
    expect(earlier.waivers.map(({ status }) => status)).toEqual(
      granted.decidedAt! > asked.requestedAt ? ['REQUESTED'] : ['APPROVED'],
    );

    const withdrawn = await used.service.withdraw(
      { ...KEY, waiverId: asked.id },
      caller,
    );
    expect(withdrawn).toMatchObject({
      status: 'WITHDRAWN',
      endedAt: expect.any(String),
    });
    expect((await tab()).waivers).toEqual([]);
    await expect(
      used.service.withdraw({ ...KEY, waiverId: asked.id }, caller),
    ).rejects.toMatchObject({
      statusCode: 409,
      body: { current: withdrawn, attempted: null },
    });
  });

  it('are announced whenever one changes, and only then', async () => {
    const used = await setUp();
    const { announced, request, decide } = used;
    const waiver = await request();
    expect(announced.splice(0)).toEqual(['pricing/phased']);
    await decide(waiver.id, 'REJECT');
    expect(announced.splice(0)).toEqual(['pricing/phased']);
    await expect(decide(waiver.id, 'APPROVE')).rejects.toThrow(StaleWriteError);
    expect(announced).toEqual([]);
    const { id: waiverId } = await request();
    await used.service.withdraw({ ...KEY, waiverId }, caller);
    const late = await request();
    await used.lapse(late.id);
    announced.length = 0;
    await used.expiryOn().run();
    expect(announced).toEqual(['pricing/phased']);
  });

  it('are for risks, of questions there are, until a day not too far away', async () => {
    const { request, answer } = await setUp();
    await answer('data', 'data_a', 'data_b');
    await expect(request('data')).rejects.toThrow(/risk of 'data' is NONE/);
    await expect(request('label')).rejects.toThrow(/is UNANSWERED/);
    await expect(request('none')).rejects.toThrow(/has no question 'none'/);
    await expect(request('goal', inDays(-1))).rejects.toThrow(/in the future/);
    await expect(request('goal', inDays(366))).rejects.toThrow(
      /expiresAt: must not be after/,
    );
    await expect(request('goal', inDays(-1))).rejects.toThrow(InputError);
  });

  it('are live once per question, whoever asks at the same time', async () => {
    const { request, decide } = await setUp();
    const asked = await Promise.allSettled([request(), request(), request()]);
    const made = asked.flatMap(result =>
      result.status === 'fulfilled' ? [result.value] : [],
    );
    expect(made).toHaveLength(1);
    const refused = asked.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refused).toEqual([
      expect.any(ConflictError),
      expect.any(ConflictError),
    ]);
    await decide(made[0].id, 'REJECT');
    expect((await request()).status).toBe('REQUESTED');
  });

  it('are never granted by who asked, and only once', async () => {
    const { service, request, decide } = await setUp();
    const { id: waiverId } = await request();
    const own = service.decide(
      { ...KEY, waiverId },
      { decision: 'APPROVE' },
      caller,
    );
    await expect(own).rejects.toThrow(NotAllowedError);
    await expect(own).rejects.toThrow(/asked for this waiver yourself/);
    const both = await Promise.allSettled([
      decide(waiverId, 'APPROVE'),
      decide(waiverId, 'REJECT'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(decide(waiverId, 'APPROVE')).rejects.toMatchObject({
      name: 'ConflictError',
      body: { current: { id: waiverId }, attempted: { decision: 'APPROVE' } },
    });
    await expect(decide('other', 'APPROVE')).rejects.toThrow(NotFoundError);
    await expect(
      service.decide(
        { workloadId: 'other', lensId: 'phased', waiverId },
        { decision: 'APPROVE' },
        approver,
      ),
    ).rejects.toThrow(NotFoundError);
  });

  it('expire exactly once with three replicas at work', async () => {
    const used = await setUp();
    const granted = await used.request();
    await used.decide(granted.id, 'APPROVE');
    await used.answer('drift', 'drift_a');
    const lasting = await used.request('drift');
    await used.lapse(granted.id);
    // Over from its moment on, though nobody came by to end it.
    expect((await used.service.list(KEY)).at(-1)).toMatchObject({
      id: granted.id,
      status: 'EXPIRED',
    });
    await expect(
      used.service.withdraw({ ...KEY, waiverId: granted.id }, caller),
    ).rejects.toThrow('it is EXPIRED');

    const ended = await Promise.all([1, 2, 3].map(() => used.expiryOn().run()));
    expect(ended.sort()).toEqual([0, 0, 1]);
    expect(used.audited).toEqual([`waiver-mutate expire ${granted.id}`]);
    expect(used.sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/science' },
        payload: expect.objectContaining({
          title: 'A waiver of pricing has expired',
          topic: 'ml-lens.waiver-expired',
          link: '/catalog/default/component/pricing/ml-lens?lens=phased&question=goal',
        }),
      },
    ]);
    expect(await used.expiryOn().run()).toBe(0);
    const shown = await used.service.list(KEY);
    expect(
      Object.fromEntries(shown.map(waiver => [waiver.id, waiver.status])),
    ).toEqual({ [granted.id]: 'EXPIRED', [lasting.id]: 'REQUESTED' });
  });

  it('whose time is over do not stand in the way of the next', async () => {
    const used = await setUp();
    const first = await used.request();
    await used.lapse(first.id);
    await expect(used.decide(first.id, 'APPROVE')).rejects.toThrow(
      'it is EXPIRED',
    );
    expect((await used.request()).status).toBe('REQUESTED');
    expect(used.audited).toEqual([`waiver-mutate expire ${first.id}`]);
  });
});
