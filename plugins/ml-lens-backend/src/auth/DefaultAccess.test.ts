// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mockCredentials,
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  mlLensConditions,
  mlLensWorkloadRules,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import { componentOf } from '../__testUtils__/startMlLens';
import { WorkloadStore } from '../workloads/WorkloadStore';
import { CatalogVisibility } from './CatalogVisibility';
import { DefaultAccess } from './DefaultAccess';
import type { WorkloadAction } from './Access';
import { VisibilityStore } from './VisibilityStore';

const databases = testDatabases();

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const { isOwner, hasLens, hasLifecycle } = mlLensConditions;

const user = mockCredentials.user('user:default/mika');
const other = mockCredentials.user('user:default/lena');

/** What one policy says, by permission name; everything else is allowed. */
type Decisions = Record<string, PolicyDecision>;

const CATALOG = 'catalog.entity.read';
const READ = 'ml-lens.review.read';
const UPDATE = 'ml-lens.review.update';
const APPROVE = 'ml-lens.review.approve';
const LINKS = 'ml-lens.link.manage';

function when(
  conditions: PermissionCriteria<PermissionCondition<'ml-lens-workload'>>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'ml-lens',
    resourceType: 'ml-lens-workload',
    conditions: conditions as PermissionCriteria<PermissionCondition>,
  };
}

const catalogWhenOwner = (claims: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims },
  },
});

const WORKLOADS = [
  { id: 'fraud', owner: 'group:default/pay', lenses: ['a', 'b'], life: 'prod' },
  { id: 'demand', owner: 'group:default/supply', lenses: ['a'], life: 'beta' },
  { id: 'nobody', owner: null, lenses: ['A"b'], life: null },
];

async function setUp(databaseId: TestDatabaseId, decisions: Decisions) {
  const knex = await databases.create(databaseId);
  const workloads = new WorkloadStore(knex);
  await workloads.transaction(async tx => {
    await workloads.saveWorkloads(
      tx,
      WORKLOADS.map(({ id, owner, lenses, life }) => ({
        workloadId: id,
        title: id,
        description: null,
        primaryEntityRef: `component:default/${id}`,
        primarySince: null,
        owner,
        system: null,
        domain: null,
        lifecycle: life,
        tags: [],
        lensIds: lenses,
        awsWorkloadArn: null,
        problems: [],
      })),
      new Date().toISOString(),
    );
    await workloads.links.upsertEntities(
      tx,
      WORKLOADS.map(({ id }) => ({
        entityRef: `component:default/${id}`,
        workloadId: id,
        facts: {} as any,
        factsHash: id,
        problems: [],
      })),
      '1',
    );
    await tx('workload_entities').update({ link_state: 'PRIMARY' });
  });

  const readable = new Map<string, Entity[]>();
  const catalog = catalogServiceMock.mock();
  const catalogOf = (credentials: BackstageCredentials<any>) =>
    catalogServiceMock({
      entities: readable.get(credentials.principal.userEntityRef) ?? [],
    });
  catalog.getEntitiesByRefs.mockImplementation(async (request, options) =>
    catalogOf((options as any).credentials).getEntitiesByRefs(request),
  );
  catalog.streamEntities.mockImplementation((request, options) =>
    catalogOf((options as any).credentials).streamEntities(request),
  );

  const decide = async (requests: { permission: { name: string } }[]) =>
    requests.map(
      ({ permission }) => decisions[permission.name] ?? ALLOW,
    ) as any;
  const getResources = (ids: string[]) => workloads.resources(ids);
  const access = new DefaultAccess({
    permissions: mockServices.permissions.mock({
      authorize: decide,
      authorizeConditional: decide,
    }),
    ruleset: {
      getRuleByName: name =>
        Object.values(mlLensWorkloadRules).find(
          rule => rule.name === name,
        ) as any,
    },
    visibility: new CatalogVisibility({
      clock: systemClock,
      catalog,
      store: new VisibilityStore(knex),
      generation: () => workloads.links.generation(),
    }),
    getResources,
  });
  const listed = async (
    credentials: BackstageCredentials = user,
    action?: WorkloadAction,
  ) => {
    const query = knex('workloads').orderBy('workload_id');
    const filter = await access.listFilter(credentials, action);
    filter?.apply(query, {
      workloadId: 'workloads.workload_id',
      owner: 'workloads.owner_ref',
      lifecycle: 'workloads.lifecycle',
    });
    const ids: string[] = await query.pluck('workload_id');
    const test = await filter?.test();
    const all = await workloads.resources(WORKLOADS.map(({ id }) => id));
    const tested = all.filter(workload => !test || test(workload!));
    expect(tested.map(workload => workload!.workloadId).sort()).toEqual(ids);
    return ids;
  };
  return { access, listed, readable, catalog, knex, workloads };
}

describe.each(databases.ids)('DefaultAccess on %p', databaseId => {
  it('lets everything through that is allowed', async () => {
    const { access, listed } = await setUp(databaseId, {});
    expect(await access.listFilter(user)).toBeUndefined();
    expect(await listed()).toEqual(['demand', 'fraud', 'nobody']);
    await access.requireWorkload('fraud', 'approve', user);
    expect(await access.may('fraud', 'update', user)).toBe(true);
  });

  it.each([CATALOG, READ])('hides everything when %s is denied', async name => {
    const { access, listed } = await setUp(databaseId, { [name]: DENY });
    expect(await listed()).toEqual([]);
    const missing = await access
      .requireWorkload('missing', 'read', user)
      .catch(error => error);
    const hidden = await access
      .requireWorkload('fraud', 'read', user)
      .catch(error => error);
    expect(hidden.name).toBe('NotFoundError');
    expect(hidden.message).toBe(missing.message.replace('missing', 'fraud'));
  });

  it('tells denied actions from hidden workloads', async () => {
    const { access } = await setUp(databaseId, { [UPDATE]: DENY });
    await access.requireWorkload('fraud', 'read', user);
    await expect(
      access.requireWorkload('fraud', 'update', user),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await access.may('fraud', 'update', user)).toBe(false);
    expect(await access.may('missing', 'update', user)).toBe(false);
  });

  it.each([
    ['an owner', isOwner({ claims: ['group:default/PAY'] }), ['fraud']],
    ['no owner', isOwner({ claims: [] }), []],
    [
      'not an owner',
      { not: isOwner({ claims: ['group:default/pay'] }) },
      ['demand', 'nobody'],
    ],
    ['a lens', hasLens({ lensIds: ['a'] }), ['demand', 'fraud']],
    ['a lens with quotes', hasLens({ lensIds: ['A"b'] }), ['nobody']],
    ['a lens in another case', hasLens({ lensIds: ['B'] }), []],
    ['a wildcard for a lens', hasLens({ lensIds: ['%', '_'] }), []],
    ['not a lens', { not: hasLens({ lensIds: ['b'] }) }, ['demand', 'nobody']],
    ['no lens', hasLens({ lensIds: [] }), []],
    ['a lifecycle', hasLifecycle({ lifecycles: ['beta', 'x'] }), ['demand']],
    [
      'not a lifecycle',
      { not: hasLifecycle({ lifecycles: ['beta'] }) },
      ['fraud', 'nobody'],
    ],
    [
      'all of',
      {
        allOf: [
          hasLens({ lensIds: ['a'] }),
          { not: isOwner({ claims: ['group:default/pay'] }) },
        ],
      },
      ['demand'],
    ],
    [
      'none of several',
      {
        not: {
          anyOf: [
            hasLifecycle({ lifecycles: ['prod'] }),
            hasLens({ lensIds: ['A"b'] }),
          ],
        },
      },
      ['demand'],
    ],
  ])(
    'decides alike for lists, single workloads and many: %s',
    async (_, conditions, expected) => {
      const { access, listed } = await setUp(databaseId, {
        [READ]: when(conditions as any),
      });
      expect(await listed()).toEqual(expected);
      const single: string[] = [];
      for (const { id } of WORKLOADS) {
        if (await access.may(id, 'read', user)) {
          single.push(id);
        }
      }
      expect(single.sort()).toEqual(expected);
      const many = await access.outcomes(
        [...WORKLOADS.map(({ id }) => id), 'missing'],
        'read',
        user,
      );
      expect(many.size).toBe(WORKLOADS.length + 1);
      expect([...many].filter(([, is]) => is === 'allowed').sort()).toEqual(
        expected.map(workloadId => [workloadId, 'allowed']),
      );
    },
  );

  it('lists and tells apart what may be updated of what is seen', async () => {
    const { access, listed } = await setUp(databaseId, {
      [READ]: when(
        isOwner({ claims: ['group:default/pay', 'group:default/supply'] }),
      ),
      [UPDATE]: when(isOwner({ claims: ['group:default/pay'] })),
    });
    expect(await listed(user, 'update')).toEqual(['fraud']);
    const ids = ['demand', 'fraud', 'missing', 'nobody'];
    expect(
      Object.fromEntries(await access.outcomes(ids, 'update', user)),
    ).toEqual({
      demand: 'denied',
      fraud: 'allowed',
      missing: 'hidden',
      nobody: 'hidden',
    });
  });

  it.each([
    [{}, { update: true, approve: true, links: true }],
    [{ [UPDATE]: DENY }, { update: false, approve: true, links: true }],
    [
      { [UPDATE]: DENY, [LINKS]: DENY },
      { update: false, approve: true, links: false },
    ],
    [{ [APPROVE]: DENY }, { update: true, approve: false, links: true }],
    [{ [READ]: DENY }, { update: false, approve: false, links: false }],
  ])('says at once what each by itself says: %j', async (decisions, said) => {
    const { access } = await setUp(databaseId, decisions);
    expect(await access.abilities('fraud', user)).toEqual(said);
    expect({
      update: await access.may('fraud', 'update', user),
      approve: await access.may('fraud', 'approve', user),
      links: await access.mayDecideLinks('fraud', user),
    }).toEqual(said);
    expect(await access.abilities('missing', user)).toEqual({
      update: false,
      approve: false,
      links: false,
    });
  });

  it('updates only what conditions allow', async () => {
    const { access } = await setUp(databaseId, {
      [UPDATE]: when(isOwner({ claims: ['group:default/pay'] })),
    });
    await access.requireWorkload('fraud', 'update', user);
    await expect(
      access.requireWorkload('demand', 'update', user),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  describe('with a conditional catalog', () => {
    const decisions = { [CATALOG]: catalogWhenOwner(['user:default/mika']) };
    const mika = 'user:default/mika';

    it('shows what each caller can read an entity of', async () => {
      const { access, listed, readable } = await setUp(databaseId, decisions);
      readable.set(mika, [componentOf('fraud')]);
      readable.set('user:default/lena', [
        componentOf('demand'),
        componentOf('unknown-yet'),
      ]);

      expect(await listed(user)).toEqual(['fraud']);
      expect(await listed(other)).toEqual(['demand']);
      await access.requireWorkload('fraud', 'read', user);
      await expect(
        access.requireWorkload('demand', 'read', user),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it('is not undone by an empty set', async () => {
      const { listed } = await setUp(databaseId, decisions);
      expect(await listed(user)).toEqual([]);
    });

    it('asks the catalog once for many workloads', async () => {
      const { access, readable, catalog } = await setUp(databaseId, decisions);
      readable.set(mika, [componentOf('fraud')]);
      const ids = WORKLOADS.map(({ id }) => id);
      expect(
        Object.fromEntries(await access.outcomes(ids, 'update', user)),
      ).toEqual({ demand: 'hidden', fraud: 'allowed', nobody: 'hidden' });
      expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    });

    it('asks the catalog once for many lists', async () => {
      const { listed, readable, catalog } = await setUp(databaseId, decisions);
      readable.set(mika, [componentOf('fraud')]);
      await Promise.all([listed(), listed(), listed()]);
      await listed();
      expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
    });

    it('asks again when links changed or a minute passed', async () => {
      const { listed, readable, catalog, workloads, knex } = await setUp(
        databaseId,
        decisions,
      );
      readable.set(mika, [componentOf('fraud')]);
      await listed();
      await workloads.transaction(async tx => {
        await workloads.links.removeEntities(tx, ['component:default/demand']);
      });
      expect(await listed()).toEqual(['fraud']);
      expect(catalog.streamEntities).toHaveBeenCalledTimes(2);

      readable.set(mika, []);
      await knex('viewer_sets').update({
        expires_at: '2020-01-01T00:00:00.000Z',
      });
      expect(await listed()).toEqual([]);
      expect(catalog.streamEntities).toHaveBeenCalledTimes(3);
    });

    it('finds the one entity of very many that can be read', async () => {
      const { access, readable, workloads } = await setUp(
        databaseId,
        decisions,
      );
      await workloads.transaction(async tx => {
        await workloads.links.upsertEntities(
          tx,
          Array.from({ length: 1100 }, (_, index) => ({
            entityRef: `component:default/part-${10_000 + index}`,
            workloadId: 'fraud',
            facts: {} as any,
            factsHash: String(index),
            problems: [],
          })),
          '2',
        );
        await tx('workload_entities').update({ link_state: 'JOINED' });
      });
      readable.set(mika, [componentOf('part-11099')]);
      expect(await access.may('fraud', 'read', user)).toBe(true);
      expect(await access.may('fraud', 'read', other)).toBe(false);
    });

    it('hides orphans, which nobody can read an entity of', async () => {
      const { access, workloads } = await setUp(databaseId, decisions);
      await workloads.transaction(async tx => {
        await workloads.links.removeEntities(tx, ['component:default/fraud']);
      });
      expect(await access.may('fraud', 'read', user)).toBe(false);
    });

    it('holds together with conditions on workloads', async () => {
      const { listed, readable } = await setUp(databaseId, {
        ...decisions,
        [READ]: when(hasLifecycle({ lifecycles: ['beta'] })),
      });
      readable.set(mika, [componentOf('fraud'), componentOf('demand')]);
      expect(await listed()).toEqual(['demand']);
    });

    it('does not bind services', async () => {
      const { listed } = await setUp(databaseId, { [CATALOG]: DENY });
      expect(await listed(mockCredentials.service('plugin:ci'))).toHaveLength(
        3,
      );
    });

    it('forgets sets nobody asks for', async () => {
      const { listed, readable, knex } = await setUp(databaseId, decisions);
      readable.set(mika, [componentOf('fraud')]);
      await listed();
      const store = new VisibilityStore(knex);
      await store.dropExpired('2020-01-01T00:00:00.000Z');
      expect(await knex('viewer_visibility').select()).toHaveLength(1);
      await store.dropExpired('2100-01-01T00:00:00.000Z');
      expect(await knex('viewer_visibility').select()).toEqual([]);
      expect(await knex('viewer_sets').select()).toEqual([]);
    });
  });
});

describe('lenses and targets', () => {
  it.each([
    ['ml-lens.lens.read', ['read']],
    ['ml-lens.lens.manage', ['manage', 'may']],
    ['ml-lens.target.manage', ['targets']],
  ])('%s decides', async (denied, expected) => {
    const { access } = await setUp('SQLITE_3', { [denied]: DENY });
    const refused: string[] = [];
    const check = async (name: string, attempt: () => Promise<void>) => {
      await attempt().catch(error => {
        refused.push(error.name === 'NotAllowedError' ? name : error.name);
      });
    };
    await check('read', () => access.requireLens('read', user));
    await check('manage', () => access.requireLens('manage', user));
    if (!(await access.mayManageLenses(user))) {
      refused.push('may');
    }
    await check('targets', () => access.requireTargets(user));
    expect(refused).toEqual(expected);
  });
});
