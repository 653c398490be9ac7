// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { caller, workloadRecord } from '../__testUtils__/reviewFixtures';
import {
  reviewInUse,
  statementsDuring,
} from '../__testUtils__/serviceFixtures';
import { metricsFeature } from './feature';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Metrics that are read when they are asked for, as an exporter does. */
function exporter() {
  type Callback = (result: {
    observe(value: number, attributes?: object): void;
  }) => void | Promise<void>;
  const gauges = new Map<string, Callback>();
  const metrics = {
    createObservableGauge: (name: string) => ({
      addCallback: (callback: Callback) => gauges.set(name, callback),
      removeCallback() {},
    }),
  } as unknown as MetricsService;
  const collect = async () => {
    const seen: unknown[] = [];
    await Promise.all(
      [...gauges].map(([name, callback]) =>
        callback({
          observe: (value, attributes) =>
            seen.push([name, value, ...(attributes ? [attributes] : [])]),
        }),
      ),
    );
    return seen;
  };
  return { metrics, collect };
}

describe.each(databases.ids)('metrics on %s', id => {
  it('count workloads, reviews, high risks and what is to be told', async () => {
    const used = await reviewInUse(await databases.create(id));
    const { knex } = used;
    await used.addWorkloads(workloadRecord('fraud'));
    await used.answer('goal', 'goal_no');
    await used.editor.putAnswer(
      { workloadId: 'fraud', lensId: 'phased', questionId: 'goal' },
      { revision: 0, selectedChoices: ['goal_b'] },
      caller,
    );
    await knex('outbox').insert({
      message_id: 'm',
      kind: 'AUDIT',
      body: '{}',
      created_at: '2026-11-29T10:00:00.000Z',
    });
    const { metrics, collect } = exporter();
    metricsFeature({ knex, metrics, logger: mockServices.logger.mock() });
    let seen: unknown[] = [];
    const asked = await statementsDuring(knex, async () => {
      seen = await collect();
    });
    expect(seen).toEqual([
      ['ml_lens.workloads', 2],
      ['ml_lens.reviews', 2, { level: 'Not assessed' }],
      ['ml_lens.high_risks', 2, { level: 'Not assessed' }],
      ['ml_lens.outbox.messages', 1],
    ]);
    expect(asked).toHaveLength(3);
    // Several readers at about the same time cost no more.
    expect(await statementsDuring(knex, collect)).toEqual([]);
  });

  it('say nothing where they cannot be read', async () => {
    const { knex } = await reviewInUse(await databases.create(id));
    await knex.schema.dropTable('outbox');
    const { metrics, collect } = exporter();
    const logger = mockServices.logger.mock();
    metricsFeature({ knex, metrics, logger });
    expect(await collect()).toEqual([]);
    expect(logger.debug).toHaveBeenCalled();
  });
});
