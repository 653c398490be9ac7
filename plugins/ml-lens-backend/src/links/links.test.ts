// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mlLensLinkManagePermission,
  mlLensReviewUpdatePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  createMlLensConditionalDecision,
  mlLensConditions,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
} from '../__testUtils__/startMlLens';
import { withOwners } from '../__testUtils__/withOwners';

jest.setTimeout(120_000);

const BASE = '/api/ml-lens';
const RISK = 'group:default/risk';
const SHOP = 'group:default/shop';
const PRIMARY = { 'ml-lens.io/primary': 'true' };
const SECRET =
  /Credit limits|credit-scorer|group:default\/risk|the secret note/;

/**
 * Lena's team owns a restricted workload; Amara, of another team, registers a
 * component that names it; Petra looks after all links.
 */
async function start(evil: Entity) {
  const own = [
    componentOf('credit-limits', {
      name: 'credit-scorer',
      title: 'Credit limits',
      owner: RISK,
    }),
    componentOf('credit-limits', { name: 'credit-store', owner: RISK }),
  ];
  const readable = { amara: [evil], lena: own };
  const catalog = catalogServiceMock.mock();
  let entities = own;
  const seenBy = (options: any) => {
    const user = options?.credentials?.principal?.userEntityRef as string;
    const mine = readable[user?.split('/')[1] as keyof typeof readable];
    return catalogServiceMock({
      entities: withOwners(
        mine ? entities.filter(one => mine.includes(one)) : entities,
      ),
    });
  };
  catalog.getEntityByRef.mockImplementation((ref, options) =>
    seenBy(options).getEntityByRef(ref),
  );
  catalog.getEntitiesByRefs.mockImplementation((request, options) =>
    seenBy(options).getEntitiesByRefs(request),
  );
  catalog.queryEntities.mockImplementation((request, options) =>
    seenBy(options).queryEntities(request),
  );
  catalog.streamEntities.mockImplementation((request, options) =>
    seenBy(options).streamEntities(request),
  );
  const backend = await startMlLens({
    catalog,
    policy: (permission, who) => {
      if (permission.name === catalogEntityReadPermission.name) {
        return who in readable
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'X',
                resourceType: 'catalog-entity',
                params: {},
              },
            }
          : ALLOW;
      }
      if (permission.name === mlLensReviewUpdatePermission.name) {
        const claims = { amara: [SHOP], lena: [RISK] }[who];
        return claims
          ? createMlLensConditionalDecision(
              mlLensReviewUpdatePermission,
              mlLensConditions.isOwner({ claims }),
            )
          : DENY;
      }
      return permission.name === mlLensLinkManagePermission.name &&
        who !== 'petra'
        ? DENY
        : ALLOW;
    },
  });
  const call = (method: 'get' | 'put', path: string, who: string) =>
    backend.api[method](`${BASE}${path}`).set(as(who));
  const kindOf = (name: string) =>
    name === evil.metadata.name ? evil.kind.toLowerCase() : 'component';
  const tab = (name: string, who: string) =>
    call('get', `/entities/${kindOf(name)}/default/${name}/review`, who);
  await tab('credit-scorer', 'lena').expect(200);
  await tab('credit-store', 'lena').expect(200);
  await call(
    'put',
    '/workloads/credit-limits/reviews/aws-ml-lens/answers/bg_goal',
    'lena',
  )
    .send({ revision: 0, selectedChoices: [], notes: 'the secret note' })
    .expect(200);
  entities = [...own, evil];
  const { body } = await tab(evil.metadata.name, 'amara').expect(200);
  const decide = (state: string, who: string, name = evil.metadata.name) =>
    call(
      'put',
      `/workloads/credit-limits/links/${encodeURIComponent(
        `${kindOf(name)}:default/${name}`,
      )}`,
      who,
    ).send({ state });
  return { ...backend, call, tab, decide, evilTab: body };
}

const statesOf = (body: any) =>
  Object.fromEntries(
    body.items.map((item: any) => [item.entityRef.split('/')[1], item.state]),
  );

describe.each([
  ['that names it', {}],
  ['that says it stands for it', { annotations: PRIMARY }],
  ['of a kind that goes first', { annotations: PRIMARY, kind: 'System' }],
])('an outsider’s entity %s', (name, options) => {
  const evil = componentOf('credit-limits', {
    name: 'harmless-service',
    owner: SHOP,
    ...options,
  });

  it('opens no door', async () => {
    const { api, call, evilTab } = await start(evil);
    expect(evilTab).toMatchObject({
      workload: null,
      review: null,
      may: { update: false, approve: false, links: false },
      problems: [
        {
          code: name.endsWith('names it') ? 'LINK_PENDING' : 'FOREIGN_PRIMARY',
          entityRef: `${evil.kind.toLowerCase()}:default/harmless-service`,
        },
      ],
    });
    expect(JSON.stringify(evilTab)).not.toMatch(SECRET);

    for (const [id, route] of Object.entries(mlLensRoutes)) {
      const path = route.path
        .replace('{workloadId}', 'credit-limits')
        .replace('{lensId}', 'aws-ml-lens')
        .replace('{questionId}', 'bg_goal')
        .replace('{kind}', evil.kind.toLowerCase())
        .replace('{namespace}', 'default')
        .replace('{name}', 'harmless-service')
        .replace(
          '{entityRef}',
          `${evil.kind.toLowerCase()}:default%2Fharmless-service`,
        )
        .replace(/\{\w+\}/g, 'none');
      const response = await api[route.method](
        `${BASE}${path}${
          path.startsWith('/scorecards') ? '?lens=aws-ml-lens' : ''
        }`,
      )
        .set(as('amara'))
        .buffer(true);
      expect([id, response.status]).toEqual([id, expect.any(Number)]);
      expect(response.status).toBeLessThan(500);
      const text = `${response.text ?? ''}${JSON.stringify(response.body)}`;
      expect([id, text.match(SECRET)?.[0]]).toEqual([id, undefined]);
      const isHidden =
        !path.startsWith('/workloads/') || response.status === 404;
      expect([id, isHidden]).toEqual([id, true]);
    }
    const { body } = await call(
      'get',
      '/scorecards/by-query?lens=aws-ml-lens',
      'amara',
    ).expect(200);
    expect(body).toMatchObject({ items: [], totalItems: 0 });
  });

  it('takes nothing from the owners, who see and refuse it', async () => {
    const { audited, call, tab, decide } = await start(evil);
    const { body } = await tab('credit-scorer', 'lena').expect(200);
    expect(body).toMatchObject({
      workload: {
        title: 'Credit limits',
        owner: RISK,
        entityRef: 'component:default/credit-scorer',
        entityRefs: [
          'component:default/credit-scorer',
          'component:default/credit-store',
        ],
      },
      may: { update: true, links: true },
      problems: [{ value: expect.any(String) }],
    });

    const { body: links } = await call(
      'get',
      '/workloads/credit-limits/links',
      'lena',
    ).expect(200);
    expect(mlLensRoutes.listLinks.response.parse(links).may).toEqual({
      decide: true,
      makePrimary: false,
    });
    expect(statesOf(links)).toMatchObject({ 'harmless-service': 'PENDING' });

    const { body: reports } = await call(
      'get',
      '/lens-reports',
      'petra',
    ).expect(200);
    expect(reports.catalog).toEqual([
      expect.objectContaining({
        code: name.endsWith('names it') ? 'LINK_PENDING' : 'FOREIGN_PRIMARY',
        workloadId: 'credit-limits',
      }),
    ]);

    const { body: refused } = await decide('REFUSED', 'lena').expect(200);
    expect(refused).toMatchObject({
      entityRef: `${evil.kind.toLowerCase()}:default/harmless-service`,
      state: 'REFUSED',
      decidedBy: 'user:default/lena',
    });
    expect(statesOf(refused)).toMatchObject({ 'harmless-service': 'REFUSED' });
    expect(audited.at(-1)).toMatchObject({
      eventId: 'link-mutate',
      outcome: 'success',
      meta: { workloadId: 'credit-limits', state: 'REFUSED' },
    });
    const { body: after } = await tab('harmless-service', 'amara').expect(200);
    expect(after).toMatchObject({
      workload: null,
      problems: [{ code: 'LINK_REFUSED' }],
    });
  });
});

describe('a link', () => {
  const other = componentOf('credit-limits', { name: 'shop-ui', owner: SHOP });

  it('is allowed and taken back, and takes effect at once', async () => {
    const { call, tab, decide } = await start(other);
    await decide('ALLOWED', 'lena').expect(200);
    const { body } = await tab('shop-ui', 'amara').expect(200);
    expect(body).toMatchObject({
      workload: { id: 'credit-limits', owner: RISK, entityRef: null },
      may: { update: false, links: false },
    });
    // What the viewer may not read is not named.
    expect(body.workload.entityRefs).toEqual(['component:default/shop-ui']);
    const { body: seen } = await call(
      'get',
      '/workloads/credit-limits/links',
      'amara',
    ).expect(200);
    expect(statesOf(seen)).toEqual({ 'shop-ui': 'JOINED' });
    await decide('ALLOWED', 'amara').expect(403);
    const lists = [
      '/scorecards/by-query?lens=aws-ml-lens',
      '/scorecards/heatmap?lens=aws-ml-lens&rows=workload&columns=phase',
      '/scorecards/export?lens=aws-ml-lens&format=json',
      '/scorecards/export?lens=aws-ml-lens&format=csv',
    ];
    for (const list of lists) {
      const { text } = await call('get', list, 'amara')
        .buffer(true)
        .expect(200);
      expect(text).toContain('Credit limits');
      expect(text).not.toContain('credit-scorer');
    }

    await decide('REFUSED', 'lena').expect(200);
    await call('get', '/workloads/credit-limits', 'amara').expect(404);
    await decide('ALLOWED', 'amara').expect(404);
  });

  it('makes a primary for those who manage links, of a member only', async () => {
    const { tab, decide } = await start(other);
    await decide('PRIMARY', 'petra').expect(409);
    await decide('PRIMARY', 'lena', 'credit-store').expect(403);
    const { body } = await decide('PRIMARY', 'petra', 'credit-store').expect(
      200,
    );
    expect(statesOf(body)).toEqual({
      'credit-store': 'PRIMARY',
      'credit-scorer': 'JOINED',
      'shop-ui': 'PENDING',
    });
    await decide('REFUSED', 'lena', 'credit-store').expect(409);
    const { body: tabOf } = await tab('credit-scorer', 'lena').expect(200);
    expect(tabOf.workload.entityRef).toBe('component:default/credit-store');
  });

  it('asks for a primary of several owners until a person has chosen one', async () => {
    const { tab, decide } = await start(other);
    const codes = async () =>
      (await tab('credit-scorer', 'lena').expect(200)).body.problems.map(
        ({ code }: { code: string }) => code,
      );
    await decide('ALLOWED', 'lena').expect(200);
    expect(await codes()).toEqual(['NO_PRIMARY']);
    await decide('PRIMARY', 'petra', 'credit-store').expect(200);
    expect(await codes()).toEqual([]);
  });

  it('must be one of an entity that names the workload', async () => {
    const { call, decide } = await start(other);
    await decide('ALLOWED', 'lena', 'nobody').expect(404);
    await call('put', '/workloads/credit-limits/links/not%20a%20ref', 'lena')
      .send({ state: 'ALLOWED' })
      .expect(400);
    await decide('JOINED', 'lena').expect(400);
  });
});
