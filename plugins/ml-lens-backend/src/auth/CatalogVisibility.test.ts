// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { mlLensConditions } from '@ml-lens/backstage-plugin-ml-lens-node';
import { testDatabases } from '../__testUtils__/databases';
import { componentOf, DENY } from '../__testUtils__/startMlLens';
import {
  accessOn,
  CATALOG,
  type Decisions,
  READ,
  user,
  when,
  WORKLOADS,
} from '../__testUtils__/accessOn';
import { VisibilityStore } from './VisibilityStore';

jest.setTimeout(120_000);

const databases = testDatabases();

const other = mockCredentials.user('user:default/lena');

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

describe.each(databases.ids)('a conditional catalog on %p', databaseId => {
  const setUp = async (decisions: Decisions) =>
    await accessOn(await databases.create(databaseId), decisions);

  const decisions = { [CATALOG]: catalogWhenOwner(['user:default/mika']) };
  const mika = 'user:default/mika';

  it('shows what each caller can read an entity of', async () => {
    const { access, listed, readable } = await setUp(decisions);
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

  it('shows the entities that can be read, of very many', async () => {
    const { access, readable, catalog } = await setUp(decisions);
    const refs = Array.from(
      { length: 1100 },
      (_, i) => `component:default/${i}`,
    );
    readable.set(mika, [componentOf('x', { name: '7' }), componentOf('1099')]);
    expect(await access.readableEntities(refs, user)).toEqual(
      new Set(['component:default/7', 'component:default/1099']),
    );
    expect(await access.readableEntities(refs, other)).toEqual(new Set());
    expect(catalog.getEntitiesByRefs.mock.calls.length).toBeLessThan(10);
  });

  it('is not undone by an empty set', async () => {
    const { listed } = await setUp(decisions);
    expect(await listed(user)).toEqual([]);
  });

  it('asks the catalog once for many workloads', async () => {
    const { access, readable, catalog } = await setUp(decisions);
    readable.set(mika, [componentOf('fraud')]);
    const ids = WORKLOADS.map(({ id }) => id);
    expect(
      Object.fromEntries(await access.outcomes(ids, 'update', user)),
    ).toEqual({ demand: 'hidden', fraud: 'allowed', nobody: 'hidden' });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  it('asks the catalog once for many lists', async () => {
    const { listed, readable, catalog } = await setUp(decisions);
    readable.set(mika, [componentOf('fraud')]);
    await Promise.all([listed(), listed(), listed()]);
    await listed();
    expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
  });

  it('asks again when links changed or a minute passed', async () => {
    const { listed, readable, catalog, workloads, knex } = await setUp(
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
    const { access, readable, workloads } = await setUp(decisions);
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
    const { access, workloads } = await setUp(decisions);
    await workloads.transaction(async tx => {
      await workloads.links.removeEntities(tx, ['component:default/fraud']);
    });
    expect(await access.may('fraud', 'read', user)).toBe(false);
  });

  it('holds together with conditions on workloads', async () => {
    const { listed, readable } = await setUp({
      ...decisions,
      [READ]: when(mlLensConditions.hasLifecycle({ lifecycles: ['beta'] })),
    });
    readable.set(mika, [componentOf('fraud'), componentOf('demand')]);
    expect(await listed()).toEqual(['demand']);
  });

  it('does not bind services', async () => {
    const { listed } = await setUp({ [CATALOG]: DENY });
    expect(await listed(mockCredentials.service('plugin:ci'))).toHaveLength(3);
  });

  it('forgets sets nobody asks for', async () => {
    const { listed, readable, knex } = await setUp(decisions);
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
