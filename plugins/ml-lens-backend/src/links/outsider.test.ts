/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mlLensLensManagePermission,
  mlLensLinkManagePermission,
  mlLensReviewApprovePermission,
  mlLensReviewUpdatePermission,
  mlLensRoutes,
  mlLensTargetManagePermission,
  type RouteDefinition,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { createMlLensConditionalDecision } from '@ml-lens/backstage-plugin-ml-lens-node';
import { mlLensConditions } from '@ml-lens/backstage-plugin-ml-lens-node';
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
const ANNOTATION = 'aws-ml-lens';

/** Team of each person; everybody reads the entities of their team alone. */
const TEAMS: Record<string, string> = {
  rui: RISK,
  amara: SHOP,
};

const primary = { 'ml-lens.io/primary': 'true' };
const RIGHTFUL = componentOf('credit', { owner: RISK, title: 'Credit limits' });

/** A catalog whose readers see the entities of their team; `tomas` sees all. */
function catalogOf(entities: () => Entity[]) {
  const seenBy = (credentials?: BackstageCredentials<any>) => {
    const ref: string | undefined = credentials?.principal.userEntityRef;
    const name = ref?.replace('user:default/', '') ?? '';
    const team = TEAMS[name];
    return catalogServiceMock({
      entities: withOwners(
        entities().filter(
          ({ spec }) => team === undefined || spec?.owner === team,
        ),
      ),
    });
  };
  const catalog = catalogServiceMock.mock();
  for (const method of [
    'getEntitiesByRefs',
    'getEntityByRef',
    'queryEntities',
    'streamEntities',
  ] as const) {
    catalog[method].mockImplementation(
      (request: any, options: any) =>
        seenBy(options?.credentials)[method](request, options) as any,
    );
  }
  return catalog;
}

async function setUp(config = {}) {
  let entities = [RIGHTFUL];
  const { api } = await startMlLens({
    catalog: catalogOf(() => entities),
    config: { mlLens: config },
    policy: (permission, who) => {
      const team = TEAMS[who];
      if (team === undefined) {
        return ALLOW;
      }
      switch (permission.name) {
        case catalogEntityReadPermission.name:
          return {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS_ENTITY_OWNER',
              resourceType: 'catalog-entity',
              params: { claims: [team] },
            },
          };
        case mlLensReviewUpdatePermission.name:
        case mlLensReviewApprovePermission.name:
          return createMlLensConditionalDecision(
            permission as typeof mlLensReviewUpdatePermission,
            mlLensConditions.isOwner({ claims: [team] }),
          );
        case mlLensLensManagePermission.name:
        case mlLensLinkManagePermission.name:
        case mlLensTargetManagePermission.name:
          return DENY;
        default:
          return ALLOW;
      }
    },
  });
  const review = (who: string, name: string) =>
    api.get(`${BASE}/entities/component/default/${name}/review`).set(as(who));
  const links = async (who: string) =>
    (
      await api.get(`${BASE}/workloads/credit/links`).set(as(who)).expect(200)
    ).body.items.map(
      ({ entityRef, state }: any) => `${entityRef.split('/')[1]} ${state}`,
    );
  const decide = (who: string, name: string, state: string) =>
    api
      .put(
        `${BASE}/workloads/credit/links/${encodeURIComponent(
          `component:default/${name}`,
        )}`,
      )
      .set(as(who))
      .send({ state });
  // The rightful owner answers first.
  await review('rui', 'credit').expect(200);
  await api
    .put(`${BASE}/workloads/credit/reviews/${ANNOTATION}/answers/bg_goal`)
    .set(as('rui'))
    .send({ revision: 0, selectedChoices: ['BG01'], notes: 'a secret' })
    .expect(200);
  return {
    api,
    review,
    links,
    decide,
    catalogHas(...some: Entity[]) {
      entities = some;
    },
  };
}

describe('an entity of another team that names a workload', () => {
  let world: Awaited<ReturnType<typeof setUp>>;
  const outsider = componentOf('credit', {
    name: 'harmless',
    owner: SHOP,
    annotations: primary,
  });

  beforeAll(async () => {
    world = await setUp();
    world.catalogHas(RIGHTFUL, outsider);
    await world.review('amara', 'harmless').expect(200);
  });

  it('tells its own people that it waits, and nothing else', async () => {
    const { body } = await world.review('amara', 'harmless').expect(200);
    expect(body).toMatchObject({
      workload: null,
      review: null,
      may: { update: false, approve: false, links: false },
      problems: [
        { code: 'FOREIGN_PRIMARY', entityRef: 'component:default/harmless' },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|Credit limits|risk/);
  });

  it.each<[string, RouteDefinition]>(Object.entries(mlLensRoutes))(
    'opens no door: %s',
    async (_, { method, path }) => {
      const values: Record<string, string> = {
        kind: 'component',
        namespace: 'default',
        name: 'harmless',
        workloadId: 'credit',
        lensId: ANNOTATION,
        questionId: 'bg_goal',
        entityRef: 'component%3Adefault%2Fharmless',
      };
      const url = `${BASE}${path.replace(
        /\{(\w+)\}/g,
        (__, name: string) => values[name] ?? 'none',
      )}`;
      const request = world.api[method](url).set(as('amara'));
      const response = await (method === 'get'
        ? request
        : request.send({
            revision: 1,
            selectedChoices: [],
            state: 'ALLOWED',
            workloads: ['credit'],
          }));
      expect(response.status).toBeLessThan(500);
      const isLetIn = path.includes('{workloadId}')
        ? ![403, 404].includes(response.status)
        : path.startsWith('/scorecards') && (response.body.totalItems ?? 0) > 0;
      expect(isLetIn).toBe(false);
      expect(response.text).not.toMatch(
        /a secret|Credit limits|group:default\/risk/,
      );
    },
  );

  it('takes nothing from the rightful owner, who sees that it waits', async () => {
    const { body } = await world.review('rui', 'credit').expect(200);
    expect(body).toMatchObject({
      workload: {
        title: 'Credit limits',
        owner: RISK,
        entityRef: 'component:default/credit',
        entityRefs: ['component:default/credit'],
      },
      may: { update: true, links: true },
    });
    expect(await world.links('rui')).toEqual([
      'credit PRIMARY',
      'harmless PENDING',
    ]);
    const reports = await world.api
      .get(`${BASE}/lens-reports`)
      .set(as('tomas'))
      .expect(200);
    expect(reports.body.catalog).toEqual([
      expect.objectContaining({
        code: 'FOREIGN_PRIMARY',
        workloadId: 'credit',
        entityRef: 'component:default/harmless',
      }),
    ]);
  });

  it('is refused, allowed and refused again by who may update', async () => {
    const { decide, review, links } = world;
    await decide('rui', 'harmless', 'REFUSED').expect(200);
    const refused = await review('amara', 'harmless').expect(200);
    expect(refused.body.problems[0].code).toBe('LINK_REFUSED');
    expect(refused.body.workload).toBeNull();

    const allowed = await decide('rui', 'harmless', 'ALLOWED').expect(200);
    expect(allowed.body).toMatchObject({
      entityRef: 'component:default/harmless',
      state: 'JOINED',
      decidedBy: 'user:default/rui',
    });
    const seen = await review('amara', 'harmless').expect(200);
    expect(seen.body).toMatchObject({
      workload: {
        entityRef: null,
        entityRefs: ['component:default/harmless'],
        owner: RISK,
      },
      may: { update: false, links: false },
    });
    expect(await links('amara')).toEqual(['harmless JOINED']);

    await decide('rui', 'harmless', 'REFUSED').expect(200);
    expect((await review('amara', 'harmless')).body.workload).toBeNull();
    const list = await world.api
      .get(`${BASE}/scorecards/by-query`)
      .set(as('amara'))
      .expect(200);
    expect(list.body).toMatchObject({ items: [], totalItems: 0 });
  });

  it('stands for the workload when who manages links says so', async () => {
    const { decide } = world;
    await decide('rui', 'credit', 'REFUSED').expect(409);
    await decide('rui', 'harmless', 'PRIMARY').expect(403);
    await decide('tomas', 'harmless', 'PRIMARY').expect(409);
    await decide('tomas', 'missing', 'ALLOWED').expect(404);
    await decide('tomas', 'harmless', 'MAYBE').expect(400);
    await decide('amara', 'harmless', 'ALLOWED').expect(404);
    await decide('tomas', 'harmless', 'ALLOWED').expect(200);
    const { body } = await decide('tomas', 'harmless', 'PRIMARY').expect(200);
    expect(body.items[0]).toMatchObject({
      entityRef: 'component:default/harmless',
      state: 'PRIMARY',
    });
    expect((await world.review('amara', 'harmless')).body).toMatchObject({
      workload: { owner: SHOP, entityRef: 'component:default/harmless' },
      may: { update: true },
    });
  });
});

describe('where the catalog can be trusted', () => {
  it('every entity belongs to what it names', async () => {
    const { catalogHas, review, decide } = await setUp({ links: 'anyEntity' });
    catalogHas(RIGHTFUL, componentOf('credit', { name: 'api', owner: SHOP }));
    const { body } = await review('amara', 'api').expect(200);
    expect(body).toMatchObject({ workload: { owner: RISK }, problems: [] });
    await decide('tomas', 'api', 'REFUSED').expect(200);
    expect((await review('amara', 'api')).body.workload).toBeNull();
  });
});
