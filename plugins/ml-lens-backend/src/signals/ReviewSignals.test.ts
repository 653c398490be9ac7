// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import { testDatabases } from '../__testUtils__/databases';
import type { Announce } from '../events/announcing';
import { ReviewSignals } from './ReviewSignals';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('review signals on %s', id => {
  it('say the same on every replica, and nothing to those who do not know', async () => {
    const knex = await databases.create(id);
    const published: SignalPayload[] = [];
    const signals = {
      publish: async (signal: SignalPayload) => {
        published.push(signal);
      },
    };
    const logger = mockServices.logger.mock();
    const announced: unknown[] = [];
    const announce: Announce = (...event) => void announced.push(event);
    const replicas = await Promise.all(
      [1, 2, 3].map(() =>
        ReviewSignals.create({ knex, signals, logger, announce }),
      ),
    );
    const topics = new Set(replicas.map(one => one.topicOf('pricing/phased')));
    expect(topics.size).toBe(1);
    const [topic] = topics;
    expect(replicas[0].topicOf('pricing/other')).not.toBe(topic);

    replicas[1].changed('pricing/phased');
    expect(published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'ml-lens:reviews',
        message: { topic },
      },
    ]);
    expect(JSON.stringify(published)).not.toContain('pricing');
    expect(announced).toEqual([
      ['review', { workloadId: 'pricing', lensId: 'phased' }],
    ]);

    const other = await ReviewSignals.create({
      knex: await databases.create(id),
      signals,
      logger,
      announce,
    });
    expect(other.topicOf('pricing/phased')).not.toBe(topic);
  });

  it('never fail a write', async () => {
    const signals = {
      publish: async () => {
        throw new Error('no signals here');
      },
    };
    const one = await ReviewSignals.create({
      knex: await databases.create(id),
      signals,
      logger: mockServices.logger.mock(),
      announce: () => {},
    });
    expect(() => one.changed('pricing/phased')).not.toThrow();
  });
});
