// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
// What a module does shows only in the plugin it is for.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import mlLensPlugin from '@ml-lens/backstage-plugin-ml-lens-backend';
import type { ReportedEvidence } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import Router from 'express-promise-router';
import request from 'supertest';
import techInsightsEvidenceModule from './index';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const hoursAgo = (hours: number) =>
  new Date(Date.now() - hours * HOUR).toISOString();

const component = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'ml-lens.io/workload': 'fraud' },
  },
  spec: { type: 'ml-service', lifecycle: 'production', owner: 'risk' },
});

const RULES = [
  {
    factRetriever: 'registry',
    fact: 'modelCard',
    equals: true,
    lens: 'aws-ml-lens',
    question: 'dc_governance',
    choice: 'DC05',
    title: 'The model has a card',
    otherwise: 'A model has no card',
    url: 'https://models.example.com/fraud',
  },
  {
    factRetriever: 'pipeline',
    fact: 'coverage',
    atLeast: 80,
    lens: 'aws-ml-lens',
    question: 'dc_governance',
    choice: 'DC05',
    title: 'Tests cover the pipeline',
    ttl: { hours: 48 },
  },
  {
    factRetriever: 'registry',
    fact: 'misspelt',
    equals: true,
    lens: 'aws-ml-lens',
    question: 'bg_goal',
    title: 'Never said',
  },
];

type Facts = Record<
  string,
  Record<string, { timestamp: string; facts: object }>
>;

/** A portal with ML Lens, this module and a Tech Insights that knows `facts`. */
async function startPortal(options: {
  facts?: Facts;
  status?: number;
  rules?: JsonObject[];
}) {
  const asked: { url: string; caller: string }[] = [];
  const techInsights = createBackendPlugin({
    pluginId: 'tech-insights',
    register(reg) {
      reg.registerInit({
        deps: {
          router: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ router, httpAuth }) {
          const routes = Router();
          routes.get('/facts/latest', async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            const { entity, ids } = req.query;
            asked.push({
              url: `${entity} ${[ids].flat().join('+')}`,
              caller: principal.subject,
            });
            const known = options.facts?.[String(entity)] ?? {};
            res.status(options.status ?? 200).json(known);
          });
          router.use(routes);
        },
      });
    },
  });
  const scheduler = mockServices.scheduler();
  const logger = mockServices.logger.mock({ child: () => logger });
  const { server } = await startTestBackend({
    features: [
      mlLensPlugin,
      techInsightsEvidenceModule,
      ...(options.facts ? [techInsights] : []),
      catalogServiceMock.factory({
        entities: [component('scorer'), component('trainer')],
      }),
      mockServices.rootConfig.factory({
        data: {
          mlLens: {
            evidence: {
              catalogMetadata: false,
              techInsights: { rules: options.rules ?? RULES },
            },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
    ],
  });
  await scheduler.triggerTask('catalog-sync');
  return {
    asked,
    look: () => scheduler.triggerTask('evidence-tech-insights'),
    warnings: () => logger.warn.mock.calls.map(([message]) => message),
    async found(): Promise<ReportedEvidence[]> {
      const { body } = await request(server)
        .get('/api/ml-lens/workloads/fraud/reviews/aws-ml-lens/evidence')
        .set('authorization', mockCredentials.user.header())
        .expect(200);
      return mlLensRoutes.listEvidence.response.parse(body).items;
    },
  };
}

const said = (items: ReportedEvidence[]) =>
  items
    .map(({ title, verdict, stale }) => `${title}: ${verdict} ${stale}`)
    .sort();

describe('the tech-insights module', () => {
  it('shows facts of the Tech Insights backend beside the answers', async () => {
    const card = { timestamp: hoursAgo(2), facts: { modelCard: true } };
    const facts: Facts = {
      'component:default/scorer': {
        registry: card,
        pipeline: { timestamp: hoursAgo(5), facts: { coverage: 91.5 } },
      },
      'component:default/trainer': {
        pipeline: { timestamp: hoursAgo(3), facts: { coverage: 80 } },
      },
    };
    const { look, found, asked, warnings } = await startPortal({ facts });
    await look();
    expect(asked).toEqual([
      {
        url: 'component:default/scorer registry+pipeline',
        caller: 'plugin:ml-lens',
      },
      {
        url: 'component:default/trainer registry+pipeline',
        caller: 'plugin:ml-lens',
      },
    ]);
    const items = await found();
    expect(said(items)).toEqual([
      'Tests cover the pipeline: SUPPORTS false',
      'The model has a card: SUPPORTS false',
    ]);
    expect(items[0]).toMatchObject({
      questionId: 'dc_governance',
      choiceId: 'DC05',
      source: 'AUTOMATIC',
      provider: 'tech-insights',
      url: 'https://models.example.com/fraud',
      observedAt: card.timestamp,
      suggestsChoice: true,
    });
    // The oldest fact it rests on says how long it lasts.
    expect(items[1].observedAt).toBe(
      facts['component:default/scorer'].pipeline.timestamp,
    );

    // One entity that fails contradicts; a rule without words for it is silent.
    facts['component:default/trainer'] = {
      registry: { timestamp: hoursAgo(1), facts: { modelCard: false } },
      pipeline: { timestamp: hoursAgo(1), facts: { coverage: 79 } },
    };
    await look();
    expect(said(await found())).toEqual([
      'A model has no card: CONTRADICTS false',
    ]);
    expect(
      warnings().filter(message => message.includes("'misspelt'")),
    ).toHaveLength(1);
  });

  it('shows a fact that was retrieved too long ago as out of date', async () => {
    const { look, found } = await startPortal({
      facts: {
        'component:default/scorer': {
          pipeline: { timestamp: hoursAgo(49), facts: { coverage: 90 } },
        },
      },
    });
    await look();
    expect(said(await found())).toEqual([
      'Tests cover the pipeline: SUPPORTS true',
    ]);
  });

  it('finds nothing and warns once where there is no Tech Insights', async () => {
    const { look, found, warnings } = await startPortal({});
    await look();
    await look();
    expect(await found()).toEqual([]);
    expect(warnings()).toEqual([
      'There is no Tech Insights backend, so its facts are no evidence',
    ]);
  });

  it('keeps what was found while Tech Insights is broken', async () => {
    const options = {
      facts: {
        'component:default/scorer': {
          registry: { timestamp: hoursAgo(2), facts: { modelCard: true } },
        },
      },
      status: 200,
    };
    const { look, found, warnings } = await startPortal(options);
    await look();
    options.status = 503;
    await look();
    expect(said(await found())).toEqual([
      'The model has a card: SUPPORTS false',
    ]);
    expect(warnings().at(-1)).toContain(
      "could not look for evidence about 'fraud/aws-ml-lens'",
    );
  });

  it('names the rule that cannot be used', async () => {
    await expect(
      startPortal({ rules: [RULES[0], { ...RULES[1], atMost: 90 }] }),
    ).rejects.toThrow(/techInsights\.rules\[1\]: needs one of equals/);
  });
});
