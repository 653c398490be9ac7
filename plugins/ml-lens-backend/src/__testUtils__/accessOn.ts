// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { mlLensWorkloadRules } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { Knex } from 'knex';
import { ALLOW } from './startMlLens';
import { systemClock } from '../clock';
import { WorkloadStore } from '../workloads/WorkloadStore';
import type { WorkloadAction } from '../auth/Access';
import { CatalogVisibility } from '../auth/CatalogVisibility';
import { DefaultAccess } from '../auth/DefaultAccess';
import { VisibilityStore } from '../auth/VisibilityStore';

export const user = mockCredentials.user('user:default/mika');

/** What one policy says, by permission name; everything else is allowed. */
export type Decisions = Record<string, PolicyDecision>;

/** Names of permissions. */
export const CATALOG = 'catalog.entity.read';
export const READ = 'ml-lens.review.read';

export function when(
  conditions: PermissionCriteria<PermissionCondition<'ml-lens-workload'>>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'ml-lens',
    resourceType: 'ml-lens-workload',
    conditions: conditions as PermissionCriteria<PermissionCondition>,
  };
}

export const WORKLOADS = [
  { id: 'fraud', owner: 'group:default/pay', lenses: ['a', 'b'], life: 'prod' },
  { id: 'demand', owner: 'group:default/supply', lenses: ['a'], life: 'beta' },
  { id: 'nobody', owner: null, lenses: ['A"b'], life: null },
];

/** Who may what in a database with {@link WORKLOADS}, under such a policy. */
export async function accessOn(knex: Knex, decisions: Decisions) {
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
    filter?.apply(query, 'workloads');
    const ids: string[] = await query.pluck('workload_id');
    const test = await filter?.test();
    const all = await workloads.resources(WORKLOADS.map(({ id }) => id));
    const tested = all.filter(workload => !test || test(workload!));
    expect(tested.map(workload => workload!.workloadId).sort()).toEqual(ids);
    return ids;
  };
  return { access, listed, readable, catalog, knex, workloads };
}
