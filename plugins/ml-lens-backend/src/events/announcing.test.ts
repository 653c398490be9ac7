// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  eventsServiceRef,
  type EventParams,
} from '@backstage/plugin-events-node';
import { as, componentOf, startMlLens } from '../__testUtils__/startMlLens';
import { createAnnounce } from './announcing';

jest.setTimeout(60_000);

const REVIEW = '/api/ml-lens/workloads/fraud/reviews/aws-ml-lens';

function recordingEvents() {
  const published: EventParams[] = [];
  const factory: BackendFeature = createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => ({
      async publish(event: EventParams) {
        published.push(event);
      },
      async subscribe() {},
    }),
  });
  const ours = () =>
    published
      .filter(({ topic }) => topic.startsWith('ml-lens.'))
      .map(({ topic, eventPayload }) => [topic, eventPayload]);
  return { factory, published, ours };
}

describe('events of the portal', () => {
  it('tell what was changed by ids, and nothing that was said', async () => {
    const { factory, published, ours } = recordingEvents();
    const { api } = await startMlLens({
      entities: [componentOf('fraud')],
      features: [factory],
    });
    await api
      .get('/api/ml-lens/entities/component/default/fraud/review')
      .set(as('mika'))
      .expect(200);
    published.length = 0;
    await api
      .put(`${REVIEW}/answers/bg_goal`)
      .set(as('mika'))
      .send({ revision: 0, selectedChoices: ['BG01'], notes: 'a secret' })
      .expect(200);
    expect(ours()).toEqual([
      [
        'ml-lens.review.changed',
        { workloadId: 'fraud', lensId: 'aws-ml-lens' },
      ],
      [
        'ml-lens.answer.changed',
        {
          action: 'update',
          workloadId: 'fraud',
          lensId: 'aws-ml-lens',
          questionId: 'bg_goal',
        },
      ],
    ]);
    expect(JSON.stringify(published)).not.toMatch(/BG01|secret/);

    published.length = 0;
    await api
      .put(`${REVIEW}/answers/bg_goal`)
      .set(as('mika'))
      .send({ revision: 0, selectedChoices: [] })
      .expect(409);
    await api
      .post('/api/ml-lens/saved-views')
      .set(as('mika'))
      .send({ name: 'Mine', page: 'workloads', query: '' })
      .expect(201);
    expect(ours()).toEqual([]);
  });

  it('hinder nothing where they cannot be sent', async () => {
    const events = mockServices.events.mock();
    events.publish.mockRejectedValue(new Error('away'));
    const logger = mockServices.logger.mock();
    const counted = jest.fn();
    const announce = createAnnounce({
      events,
      logger,
      metrics: { createCounter: () => ({ add: counted }) },
    });
    announce('review', {});
    expect(counted).toHaveBeenCalledWith(1, { what: 'review' });
    await Promise.resolve();
    await Promise.resolve();
    expect(logger.debug).toHaveBeenCalledTimes(1);
  });
});
