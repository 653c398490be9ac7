// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { bodyOfFailure } from '../__testUtils__/bodyOfFailure';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
  type TestPolicy,
} from '../__testUtils__/startMlLens';

jest.setTimeout(60_000);

const BASE = '/api/ml-lens';
const REVIEW = `${BASE}/workloads/fraud/reviews/aws-ml-lens`;

/** `petra` manages; `otto` may only look. */
const policy: TestPolicy = (permission, who) => {
  const denied =
    (permission.name === 'ml-lens.lens.manage' && who !== 'petra') ||
    (permission.name === 'ml-lens.review.update' && who === 'otto');
  return denied ? DENY : ALLOW;
};

async function start() {
  const backend = await startMlLens({
    policy,
    entities: [componentOf('fraud', { title: 'Fraud' })],
  });
  await backend.api
    .get(`${BASE}/entities/component/default/fraud/review`)
    .set(as('mika'))
    .expect(200);
  const get = (path: string, user = 'mika') =>
    backend.api.get(path).set(as(user));
  const send = (
    method: 'put' | 'post',
    path: string,
    body: object | string,
    user = 'mika',
  ) => backend.api[method](path).set(as(user)).send(body);
  return { ...backend, get, send };
}

describe('review routes', () => {
  it('answer, and refuse a stale answer with both versions', async () => {
    const { get, send, audited } = await start();
    const path = `${REVIEW}/answers/bg_goal`;
    const first = { revision: 0, selectedChoices: ['BG01'], notes: 'secret' };
    const { body } = await send('put', path, first).expect(200);
    expect(mlLensRoutes.putAnswer.response.parse(body).answer).toMatchObject({
      revision: 1,
      updatedBy: 'user:default/mika',
    });

    const stale = { revision: 0, selectedChoices: ['BG02'] };
    const conflict = await send('put', path, stale, 'petra').expect(409);
    expect(
      bodyOfFailure(mlLensRoutes.putAnswer, 409).parse(conflict.body),
    ).toMatchObject({
      error: { name: 'ConflictError' },
      current: { revision: 1, selectedChoices: ['BG01'] },
      attempted: stale,
    });

    const review = await get(REVIEW).expect(200);
    expect(
      mlLensRoutes.getReview.response.parse(review.body).answers.bg_goal,
    ).toEqual(body.answer);
    const history = await get(`${REVIEW}/history?limit=1`).expect(200);
    expect(mlLensRoutes.listHistory.response.parse(history.body)).toMatchObject(
      { totalItems: 1, pageInfo: {} },
    );

    const events = audited.filter(e => e.eventId === 'answer-mutate');
    expect(events.map(e => e.outcome)).toEqual(['success', 'fail']);
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(events[0].meta).toMatchObject({
      workloadId: 'fraud',
      lensId: 'aws-ml-lens',
      questionId: 'bg_goal',
    });
  });

  it.each<['put' | 'post', string, object, number]>([
    ['put', '/answers/bg_goal', { selectedChoices: [] }, 400],
    ['put', '/answers/bg_goal', { revision: 0, selectedChoices: ['x'] }, 400],
    ['put', '/answers/nothing', { revision: 0, selectedChoices: [] }, 404],
    ['post', '/phases/nothing/iterations', { reason: 'x' }, 404],
    ['post', '/phases/business_goal/iterations', { reason: ' ' }, 400],
    ['put', '/phases/nothing/target', { targetDate: null }, 404],
    ['put', '/phases/nothing/target', { targetDate: 'soon' }, 400],
    ['put', '/phases/run/target', { targetDate: '0000-12-31' }, 400],
  ])('%s %s with %j is %i', async (method, path, body, status) => {
    const { send } = await start();
    const response = await send(method, `${REVIEW}${path}`, body);
    expect(response.status).toBe(status);
  });

  it('let only those answer who may', async () => {
    const { get, send, api } = await start();
    const path = `${REVIEW}/answers/bg_goal`;
    const body = { revision: 0, selectedChoices: ['BG01'] };
    await send('put', path, body, 'otto').expect(403);
    await get(REVIEW, 'otto').expect(200);
    await api
      .get(REVIEW)
      .set('authorization', mockCredentials.none.header())
      .expect(401);
    await get(`${BASE}/workloads/nothing/reviews/aws-ml-lens`).expect(404);
  });

  it('keep the profile', async () => {
    const { get, send } = await start();
    const path = `${BASE}/workloads/fraud/profile`;
    const profile = {
      revision: 0,
      layer: null,
      skill: 'low',
      timeToMarket: null,
      customization: null,
    };
    await send('put', path, profile).expect(200);
    const stale = await send('put', path, { ...profile, skill: 'high' });
    expect(stale.status).toBe(409);
    expect(
      bodyOfFailure(mlLensRoutes.putProfile, 409).parse(stale.body),
    ).toMatchObject({
      error: { name: 'ConflictError' },
      current: { revision: 1, skill: 'low' },
      attempted: { revision: 0, skill: 'high' },
    });
    await send('put', path, { ...profile, revision: 2 ** 31 }).expect(400);
    const { body } = await get(path).expect(200);
    expect(mlLensRoutes.getProfile.response.parse(body)).toMatchObject({
      revision: 1,
      skill: 'low',
    });
  });
});

describe('scorecard routes', () => {
  it('list, sum up and tell what can be filtered', async () => {
    const { get } = await start();
    const list = await get(
      `${BASE}/scorecards/by-query?lens=aws-ml-lens&owner=group:default/supply-science&sort=-score&q=fra`,
    ).expect(200);
    expect(
      mlLensRoutes.queryScorecards.response.parse(list.body),
    ).toMatchObject({ items: [{ workloadId: 'fraud' }], totalItems: 1 });
    const summary = await get(
      `${BASE}/scorecards/summary?groupBy=owner&at=2026-01-01T00:00:00Z`,
    ).expect(200);
    expect(mlLensRoutes.getSummary.response.parse(summary.body)).toMatchObject({
      groups: [{ key: 'group:default/supply-science', workloads: 1 }],
    });
    const facets = await get(`${BASE}/scorecards/facets`).expect(200);
    expect(
      mlLensRoutes.getFacets.response.parse(facets.body).facets.lens,
    ).toEqual([{ value: 'aws-ml-lens', count: 1 }]);
    for (const bad of [
      'sort=nothing',
      'limit=0',
      'limit=101',
      'cursor=x',
      'at=0000-01-01T00:00:00Z',
      'at=9999-12-31T23:59:59-01:00',
    ]) {
      await get(`${BASE}/scorecards/by-query?${bad}`).expect(400);
    }
    await get(
      `${REVIEW}/diff?from=${encodeURIComponent('0000-01-01T00:00:00Z')}`,
    ).expect(400);
  });
});

describe('history routes', () => {
  const line = (more: object = {}) =>
    JSON.stringify({
      type: 'answer',
      workload: 'fraud',
      lens: 'aws-ml-lens',
      question: 'bg_goal',
      at: '2026-01-01T09:00:00Z',
      by: 'user:default/kim',
      selectedChoices: ['BG01'],
      ...more,
    });

  it('import a file and give it back', async () => {
    const { get, send } = await start();
    const path = `${BASE}/history/import`;
    await send('post', path, line(), 'mika').expect(403);
    const imported = await send('post', path, `${line()}\n`, 'petra');
    expect(imported.status).toBe(201);
    expect(mlLensRoutes.importHistory.response.parse(imported.body)).toEqual({
      events: 1,
      workloads: 1,
      reviews: 1,
    });

    const out = `${BASE}/workloads/fraud/history/export`;
    await get(out, 'mika').expect(403);
    const exported = await get(out, 'petra')
      .buffer(true)
      .parse((res, done) => {
        let text = '';
        res.on('data', chunk => {
          text += chunk;
        });
        res.on('end', () => done(null, text));
      });
    expect(exported.status).toBe(200);
    expect(exported.headers['content-type']).toContain('application/x-ndjson');
    expect(JSON.parse(exported.body)).toEqual(JSON.parse(line()));
  });

  it('name every bad line', async () => {
    const { send } = await start();
    const { status, body } = await send(
      'post',
      `${BASE}/history/import`,
      [line(), line({ question: 'nothing' }), '{'].join('\n'),
      'petra',
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { name: 'InputError' },
      problems: [
        { line: 2, code: 'UNKNOWN_QUESTION' },
        { line: 3, code: 'INVALID_JSON' },
      ],
    });
  });
});
