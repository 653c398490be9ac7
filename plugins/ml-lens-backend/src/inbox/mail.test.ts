// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import emailModule from '@backstage/plugin-notifications-backend-module-email';
import {
  notificationService,
  type NotificationService,
} from '@backstage/plugin-notifications-node';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { Outbox } from '../notifications/Outbox';
import { OwnerNotifier } from '../notifications/OwnerNotifier';
import { Freshness } from '../reviews/Freshness';
import { News } from './News';

jest.setTimeout(180_000);

const databases = testDatabases();
const MEMBERS = ['mei', 'kim'];

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { namespace: 'default', name: 'science' },
    spec: { type: 'team', children: [] },
    relations: MEMBERS.map(name => ({
      type: 'hasMember',
      targetRef: `user:default/${name}`,
    })),
  },
  ...MEMBERS.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { namespace: 'default', name },
    spec: { profile: { email: `${name}@example.com` }, memberOf: ['science'] },
  })),
];

/** A mail server on this machine, and what it was given. */
async function startMailServer() {
  const mails: { to: string[]; text: string }[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', chunk => {
        text += chunk;
      });
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, text });
        done();
        waiting.splice(0).forEach(tell => tell());
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    mails,
    port: (server.server.address() as AddressInfo).port,
    async arrived(count: number) {
      while (mails.length < count) {
        await new Promise<void>(resolve => waiting.push(resolve));
      }
    },
    stop: () => new Promise<void>(resolve => server.close(resolve)),
  };
}

/** Backstage's notifications with their e-mail processor. */
async function startNotifications(port: number) {
  let notifications: NotificationService;
  await startTestBackend({
    features: [
      notificationsPlugin,
      emailModule,
      createBackendPlugin({
        pluginId: 'ml-lens',
        register(reg) {
          reg.registerInit({
            deps: { service: notificationService },
            async init({ service }) {
              notifications = service;
            },
          });
        },
      }),
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost' },
          notifications: {
            processors: {
              email: {
                sender: 'portal@example.com',
                transportConfig: {
                  transport: 'smtp',
                  hostname: '127.0.0.1',
                  port,
                  secure: false,
                },
              },
            },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.cache,
        deps: {},
        factory: () => mockServices.cache.mock(),
      }),
    ],
  });
  return notifications!;
}

describe('mail of the news', () => {
  let mail: Awaited<ReturnType<typeof startMailServer>>;

  beforeAll(async () => {
    mail = await startMailServer();
  });

  afterAll(async () => {
    await mail.stop();
  });

  it('is one to each person of a team for 200 changes in a minute', async () => {
    const knex = await databases.create('SQLITE_3');
    let now = Date.parse('2026-11-29T10:00:00.000Z');
    const clock = () => new Date(now).toISOString();
    const reviews = reviewsOn(knex, { clock });
    const names = Array.from({ length: 100 }, (_, index) => `w-${index}`);
    await reviews.addWorkloads(...names.map(name => workloadRecord(name)));
    const logger = mockServices.logger.mock();
    const notifier = new OwnerNotifier({
      notifications: await startNotifications(mail.port),
      logger,
    });
    const news = new News({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      clock,
      freshness: new Freshness({ days: 90 }, []),
      knex,
      logger,
      notifier,
      outbox: new Outbox({
        clock,
        knex,
        auditor: mockServices.auditor.mock(),
        notifier,
      }),
      approvers: [],
    });
    const answerAll = async (...selectedChoices: string[]) => {
      for (const workloadId of names) {
        const key = { workloadId, lensId: 'phased' };
        const { answers } = await reviews.service.review(key, undefined);
        await reviews.editor.putAnswer(
          { ...key, questionId: 'goal' },
          { revision: answers.goal?.revision ?? 0, selectedChoices },
          caller,
        );
        now += 100;
      }
    };
    // What happened before the first look is no news.
    await answerAll('goal_a', 'goal_b');
    now += 60_000;
    await news.run();
    now += 60_000;
    expect(mail.mails).toEqual([]);

    await answerAll('goal_a');
    await answerAll('goal_no');
    now += 60_000;
    await news.run();
    await mail.arrived(MEMBERS.length);
    now += 60_000;
    await news.run();

    expect(mail.mails.map(({ to }) => to).sort()).toEqual([
      ['kim@example.com'],
      ['mei@example.com'],
    ]);
    for (const { text } of mail.mails) {
      expect(text).toMatch(/^Subject: 100 reviews got worse/m);
      // No answer leaves the portal.
      expect(text).not.toMatch(/goal_no|goal_a/);
    }
  });
});
