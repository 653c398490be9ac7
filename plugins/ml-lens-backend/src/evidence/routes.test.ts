// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { mlLensEvidenceProvidersExtensionPoint } from '@ml-lens/backstage-plugin-ml-lens-node';
import {
  BASE,
  CHANGES,
  startReviewBackend,
  READS,
  refusals,
  REVIEW,
} from '../__testUtils__/reviewBackend';
import { as, componentOf, startMlLens } from '../__testUtils__/startMlLens';

const EVIDENCE = `${REVIEW}/evidence`;
const body = {
  questionId: 'bg_goal',
  choiceId: 'BG01',
  title: 'Goal document is approved',
  url: 'https://ci.example.com/runs/17',
  idempotencyKey: 'run-17',
};

describe('evidence routes', () => {
  it('take a report once and show it beside the answer', async () => {
    const { api, call, audited } = await startReviewBackend();
    const post = (change: object = {}) =>
      api
        .post(EVIDENCE)
        .set('authorization', mockCredentials.service.header())
        .send({ ...body, ...change });
    const posted = await post({ provider: 'user:default/mika', source: 'x' });
    expect(posted.status).toBe(201);
    const evidence = mlLensRoutes.postEvidence.response.parse(posted.body);
    expect(evidence).toMatchObject({
      source: 'CI',
      provider: 'external:test-service',
      verdict: 'SUPPORTS',
      suggestsChoice: true,
    });
    const repeated = await post();
    expect([repeated.status, repeated.body]).toEqual([201, posted.body]);
    const other = await post({ verdict: 'CONTRADICTS' });
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain("'run-17'");

    const listed = await call(
      'get',
      `${EVIDENCE}?question=bg_goal`,
      'lena',
    ).expect(200);
    expect(mlLensRoutes.listEvidence.response.parse(listed.body).items).toEqual(
      [evidence],
    );
    expect(
      audited.map(({ eventId, outcome, meta }) => [
        eventId,
        outcome,
        meta.actionType,
        meta.questionId,
      ]),
    ).toEqual([
      ['evidence-mutate', 'success', 'report', 'bg_goal'],
      ['evidence-mutate', 'success', 'report', 'bg_goal'],
      ['evidence-mutate', 'fail', 'report', 'bg_goal'],
    ]);
  });

  it('let in those who may', async () => {
    const doors = await startReviewBackend();
    expect(await refusals(doors, 'get', EVIDENCE)).toEqual(READS);
    expect(await refusals(doors, 'post', EVIDENCE, body)).toEqual(CHANGES);
    const hidden = EVIDENCE.replace('fraud', 'hidden');
    await doors.call('post', hidden, 'mika', body).expect(404);
  });

  it('say what is wrong', async () => {
    const { call } = await startReviewBackend();
    for (const [change, field] of [
      [{ questionId: 'none' }, 'questionId'],
      [{ choiceId: 'DC01' }, 'choiceId'],
      [{ verdict: 'PERHAPS' }, 'verdict'],
      [{ url: 'ftp://example.com/run' }, 'url'],
      [{ title: '' }, 'title'],
      [{ idempotencyKey: '' }, 'idempotencyKey'],
      [{ observedAt: '2999-01-01T00:00:00Z' }, 'observedAt'],
      [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    ] as const) {
      const bad = await call('post', EVIDENCE, 'mika', {
        ...body,
        ...change,
      }).expect(400);
      expect(bad.body.error.message).toContain(`${field}:`);
    }
  });
});

describe('evidence providers', () => {
  it('of modules are asked by a task of their own', async () => {
    const asked: string[] = [];
    const probe = createBackendModule({
      pluginId: 'ml-lens',
      moduleId: 'probe',
      register(reg) {
        reg.registerInit({
          deps: { providers: mlLensEvidenceProvidersExtensionPoint },
          async init({ providers }) {
            providers.addEvidenceProviders({
              id: 'probe',
              title: 'Probe',
              collect: async ({ workload, lens }) => {
                asked.push(`${workload.id} ${lens.id}`);
                return [
                  { questionId: 'bg_goal', verdict: 'INFO', title: 'Seen' },
                ];
              },
            });
          },
        });
      },
    });
    const scheduler = mockServices.scheduler();
    const { api } = await startMlLens({
      entities: [componentOf('fraud')],
      features: [
        probe,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
    await scheduler.triggerTask('catalog-sync');
    await scheduler.triggerTask('evidence-probe');
    await scheduler.triggerTask('evidence-catalog-metadata');
    expect(asked).toEqual(['fraud aws-ml-lens']);
    const { body: page } = await api
      .get(`${BASE}/workloads/fraud/reviews/aws-ml-lens/evidence`)
      .set(as('mika'))
      .expect(200);
    const { items } = mlLensRoutes.listEvidence.response.parse(page);
    expect(
      items.map(({ provider, title }) => [provider, title]).sort(),
    ).toEqual([
      ['catalog-metadata', 'The catalog names an owner'],
      ['catalog-metadata', 'The catalog says that it is in production'],
      ['probe', 'Seen'],
    ]);
  });
});
