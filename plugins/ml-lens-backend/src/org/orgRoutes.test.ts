// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { BASE } from '../__testUtils__/reviewBackend';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
  type TestPolicy,
} from '../__testUtils__/startMlLens';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

jest.setTimeout(120_000);

/** `petra` sets targets; `otto` sees nothing; `rita` sees her team's only. */
const policy: TestPolicy = (permission, who) => {
  if (permission.name === 'ml-lens.target.manage') {
    return who === 'petra' ? ALLOW : DENY;
  }
  if (permission.name === 'ml-lens.review.read' && who === 'otto') {
    return DENY;
  }
  if (permission.name === 'ml-lens.review.read' && who === 'rita') {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'ml-lens',
      resourceType: 'ml-lens-workload',
      conditions: {
        resourceType: 'ml-lens-workload',
        rule: 'IS_OWNER',
        params: { claims: ['group:default/rita-team'] },
      },
    };
  }
  return ALLOW;
};

async function start() {
  const backend = await startMlLens({
    policy,
    entities: [
      componentOf('fraud', { title: 'Fraud' }),
      componentOf('pricing', {
        title: 'Pricing',
        owner: 'group:default/rita-team',
        tags: ['nlp'],
      }),
    ],
  });
  const get = (path: string, user = 'mika') =>
    backend.api.get(`${BASE}${path}`).set(as(user));
  const send = (
    method: 'put' | 'post' | 'delete',
    path: string,
    body?: object,
    user = 'petra',
  ) => backend.api[method](`${BASE}${path}`).set(as(user)).send(body);
  for (const name of ['fraud', 'pricing']) {
    await get(`/entities/component/default/${name}/review`).expect(200);
  }
  const answer = async (workload: string, question: string, choice: string) => {
    const review = `/workloads/${workload}/reviews/aws-ml-lens`;
    const { body } = await get(review).expect(200);
    await send('put', `${review}/answers/${question}`, {
      revision: body.answers[question].revision,
      selectedChoices: [choice],
    }).expect(200);
  };
  return { ...backend, get, send, answer };
}
type World = Awaited<ReturnType<typeof start>>;

const TARGET = {
  name: 'Goals first',
  lens: 'aws-ml-lens',
  minScore: 1,
  minCoverage: 0,
  startDate: '2026-01-01',
  dueDate: '2030-01-01',
};

describe('the pictures of the organisation', () => {
  let world: World;
  beforeAll(async () => {
    world = await start();
    await world.answer('fraud', 'bg_goal', 'BG01');
  });

  it.each([
    ['getHeatmap', '/scorecards/heatmap'],
    ['getHeatmap', '/scorecards/heatmap?rows=tag&columns=cell&sort=-score'],
    ['getHeatmap', '/scorecards/heatmap?sort=column:business_goal'],
    ['getGaps', '/scorecards/gaps?since=2026-01-01T00:00:00Z'],
    ['getTrend', '/scorecards/trend?interval=month&groupBy=owner'],
    [
      'compareScorecards',
      '/scorecards/compare?lens=aws-ml-lens&by=workload&key=fraud&key=pricing',
    ],
    ['listTargets', '/targets'],
    ['listSavedViews', '/saved-views'],
  ] as const)('%s: %s answers by the contract', async (operation, path) => {
    const { body } = await world.get(path).expect(200);
    expect(mlLensRoutes[operation].response.parse(body)).toEqual(body);
    await world.api
      .get(`${BASE}${path}`)
      .set('authorization', mockCredentials.none.header())
      .expect(401);
  });

  it('are the same for filters in the body, however long their list', async () => {
    const workload = [
      'fraud',
      ...Array.from({ length: 15_000 }, (_, index) => `none-${index}`),
    ];
    const paths =
      'by-query summary heatmap gaps trend facets export?format=json';
    for (const path of paths.split(' ')) {
      const [name, query] = path.split('?');
      const url = `/scorecards/${name}`;
      const got = await world
        .get(`${url}?workload=fraud&limit=5&${query ?? ''}`)
        .expect(200);
      const body = {
        workload,
        limit: 5,
        ...Object.fromEntries(new URLSearchParams(query)),
      };
      const posted = await world.send('post', url, body, 'mika').expect(200);
      expect([name, posted.body]).toEqual([name, got.body]);
      expect(posted.headers['content-type']).toBe(got.headers['content-type']);
    }
  });

  it('see no more in the body than in the address', async () => {
    for (const user of ['otto', 'rita']) {
      const got = await world.get('/scorecards/by-query', user).expect(200);
      const posted = await world
        .send('post', '/scorecards/by-query', {}, user)
        .expect(200);
      expect(posted.body).toEqual(got.body);
      expect(posted.body.totalItems).toBe(user === 'otto' ? 0 : 1);
    }
    await world.api
      .post(`${BASE}/scorecards/by-query`)
      .set('authorization', mockCredentials.none.header())
      .expect(401);
  });

  it.each([
    [{ level: 3 }, 400, 'level'],
    [[], 400, 'body'],
    [
      { owner: Array.from({ length: 20_001 }, (_, index) => `o${index}`) },
      400,
      '20000',
    ],
    [{ owner: ['x'.repeat(2 * 1024 * 1024)] }, 413, 'larger'],
  ])(
    'say what is wrong with filters in the body',
    async (body, status, word) => {
      const response = await world
        .send('post', '/scorecards/summary', body, 'mika')
        .expect(status);
      expect(response.body.error.message).toContain(word);
    },
  );

  it('name what is wrong with a request', async () => {
    for (const [path, ...words] of [
      ['/scorecards/heatmap?rows=level', 'rows'],
      ['/scorecards/heatmap?sort=secret', 'sort', 'score'],
      ['/scorecards/heatmap?sort=column:nowhere', 'sort', 'business_goal'],
      ['/scorecards/heatmap?rows=owner&sort=lifecycle', 'sort'],
      ['/scorecards/heatmap?cursor=x', 'cursor'],
      ['/scorecards/heatmap?limit=0', 'limit'],
      ['/scorecards/gaps?since=then', 'since'],
      ['/scorecards/trend?from=2026-13-01', 'from'],
      ['/scorecards/trend?from=2026-05-01&to=2026-04-01', 'from', '2026-04-01'],
      ['/scorecards/trend?from=2020-01-01&interval=day', 'interval', '400'],
      ['/scorecards/trend?groupBy=title', 'groupBy'],
      ['/scorecards/compare?lens=aws-ml-lens&by=owner&key=a', 'key'],
      [
        `/scorecards/compare?lens=aws-ml-lens&by=owner${'abcdefg'
          .split('')
          .map(key => `&key=${key}`)
          .join('')}`,
        'key',
      ],
      ['/scorecards/compare?by=owner&key=a&key=b', 'lens'],
    ]) {
      const { body } = await world.get(path).expect(400);
      for (const word of words) {
        expect(body.error.message).toContain(word);
      }
    }
  });

  it('show and count only what the caller may see', async () => {
    const heatmap = async (user: string) =>
      (await world.get('/scorecards/heatmap', user).expect(200)).body;
    expect((await heatmap('mika')).totalItems).toBe(2);
    const rita = await heatmap('rita');
    expect(rita.totalItems).toBe(1);
    expect(rita.rows[0].key).toBe('pricing');
    expect((await heatmap('otto')).totalItems).toBe(0);

    const gaps = async (user: string) =>
      (await world.get('/scorecards/gaps?limit=100', user).expect(200)).body
        .items;
    expect((await gaps('mika')).length).toBeGreaterThan(0);
    expect(await gaps('rita')).toEqual([]);

    const trend = await world.get('/scorecards/trend', 'rita').expect(200);
    expect(trend.body.series[0].points.at(-1).workloads).toBe(1);

    const both = '/scorecards/compare?lens=aws-ml-lens&by=workload&key=fraud';
    const { body } = await world.get(`${both}&key=pricing`, 'rita').expect(200);
    expect(body.items).toMatchObject([
      { key: 'fraud', title: null, workloads: 0, score: null },
      { key: 'pricing', title: 'Pricing', workloads: 1 },
    ]);

    const file = await world.get('/scorecards/export', 'rita').expect(200);
    expect(file.text).toContain('pricing');
    expect(file.text).not.toContain('fraud');
  });
});

describe('targets', () => {
  it('are set, changed and removed by those who may', async () => {
    const { send, get, audited, answer } = await start();
    await send('post', '/targets', TARGET, 'mika').expect(403);
    const { body: created } = await send('post', '/targets', TARGET).expect(
      201,
    );
    expect(mlLensRoutes.createTarget.response.parse(created)).toMatchObject({
      ...TARGET,
      description: '',
      filter: {},
      phases: [],
      revision: 1,
      createdBy: 'user:default/petra',
      workloads: 2,
      reached: 0,
    });
    const path = `/targets/${created.id}`;

    await answer('fraud', 'bg_goal', 'BG01');
    const changed = { ...TARGET, minScore: 0, revision: 1 };
    await send('put', path, changed, 'mika').expect(403);
    const { body: updated } = await send('put', path, changed).expect(200);
    expect(updated).toMatchObject({ revision: 2, minScore: 0, reached: 1 });
    const stale = await send('put', path, changed).expect(409);
    expect(stale.body.error.name).toBe('ConflictError');
    expect(stale.body).toMatchObject({
      error: { message: expect.stringContaining('revision 2') },
      current: updated,
      attempted: changed,
    });
    await send('put', path, { ...changed, revision: 2 ** 31 }).expect(400);

    const list = await get('/targets', 'rita').expect(200);
    expect(list.body.items).toMatchObject([{ workloads: 1, reached: 0 }]);
    const hidden = await get('/targets?workload=fraud', 'rita').expect(404);
    expect(hidden.body.error.name).toBe('NotFoundError');

    await send('delete', path, undefined, 'mika').expect(403);
    await send('delete', path).expect(204);
    await send('delete', path).expect(404);
    await send('put', path, changed).expect(404);
    await get(`${path}/progress`).expect(404);

    const events = audited.filter(({ eventId }) => eventId === 'target-mutate');
    expect(
      events.map(({ meta, outcome }) => [meta.actionType, outcome]),
    ).toEqual([
      ['create', 'fail'],
      ['create', 'success'],
      ['update', 'fail'],
      ['update', 'success'],
      ['update', 'fail'],
      ['delete', 'fail'],
      ['delete', 'success'],
      ['delete', 'fail'],
      ['update', 'fail'],
    ]);
    expect(JSON.stringify(events)).not.toContain('Goals first');
  });

  it('refuse what cannot be reached or read', async () => {
    const { send } = await start();
    for (const [change, ...words] of [
      [{ name: 'x' }, 'name'],
      [{ lens: 'none' }, 'lens', "'none'"],
      [{ phases: ['none'] }, 'phases[0]'],
      [{ phases: ['business_goal', 'business_goal'] }, 'phases[1]', 'twice'],
      [{ minScore: 101 }, 'minScore'],
      [{ minCoverage: 2 }, 'minCoverage'],
      [{ dueDate: '2025-12-31' }, 'dueDate', 'before'],
      [{ dueDate: '2040-01-01' }, 'dueDate', 'years'],
      [{ startDate: 'soon' }, 'startDate'],
      [{ startDate: '0000-12-31' }, 'startDate', '1970'],
    ] as [object, ...string[]][]) {
      const { body } = await send('post', '/targets', { ...TARGET, ...change });
      expect(body.error.name).toBe('InputError');
      for (const word of words) {
        expect(body.error.message).toContain(word);
      }
    }
  });
});

describe('saved views', () => {
  const VIEW = {
    name: 'My team',
    page: 'workloads',
    query: 'owner=a&sort=-score',
  };

  it('belong to one person', async () => {
    const { send, get, audited } = await start();
    const { body } = await send('post', '/saved-views', VIEW, 'mika').expect(
      201,
    );
    expect(mlLensRoutes.createSavedView.response.parse(body)).toMatchObject(
      VIEW,
    );
    await send('post', '/saved-views', VIEW, 'mika').expect(409);
    await send(
      'post',
      '/saved-views',
      { ...VIEW, page: 'gaps' },
      'mika',
    ).expect(201);
    await send('post', '/saved-views', VIEW, 'rita').expect(201);
    const mine = await get('/saved-views').expect(200);
    expect(mine.body.items).toMatchObject([{ page: 'gaps' }, body]);

    await send('delete', `/saved-views/${body.id}`, undefined, 'rita').expect(
      404,
    );
    await send('delete', `/saved-views/${body.id}`, undefined, 'mika').expect(
      204,
    );
    await send('delete', `/saved-views/${body.id}`, undefined, 'mika').expect(
      404,
    );
    expect((await get('/saved-views').expect(200)).body.items).toHaveLength(1);
    expect(
      audited
        .filter(({ eventId }) => eventId === 'saved-view-mutate')
        .map(({ outcome }) => outcome),
    ).toEqual([
      'success',
      'fail',
      'success',
      'success',
      'fail',
      'success',
      'fail',
    ]);
    expect(JSON.stringify(audited)).not.toContain('owner=a');
  });

  it('are for people, and not without number', async () => {
    const { send, api } = await start();
    await api
      .get(`${BASE}/saved-views`)
      .set('authorization', mockCredentials.service.header())
      .expect(403);
    for (const bad of [
      { name: ' ' },
      { page: 'No Page' },
      { query: undefined },
    ]) {
      await send('post', '/saved-views', { ...VIEW, ...bad }).expect(400);
    }
    for (let index = 0; index < 100; index++) {
      await send('post', '/saved-views', {
        ...VIEW,
        name: `View ${index}`,
      }).expect(201);
    }
    const { body } = await send('post', '/saved-views', VIEW).expect(409);
    expect(body.error.message).toContain('100');
  });
});
