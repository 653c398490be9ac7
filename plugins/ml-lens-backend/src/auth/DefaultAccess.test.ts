// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { mlLensConditions } from '@ml-lens/backstage-plugin-ml-lens-node';
import { testDatabases } from '../__testUtils__/databases';
import { DENY } from '../__testUtils__/startMlLens';
import {
  accessOn,
  CATALOG,
  type Decisions,
  READ,
  user,
  when,
  WORKLOADS,
} from '../__testUtils__/accessOn';

jest.setTimeout(120_000);

const databases = testDatabases();
const setUp = async (databaseId: TestDatabaseId, decisions: Decisions) =>
  await accessOn(await databases.create(databaseId), decisions);

const { isOwner, hasLens, hasLifecycle } = mlLensConditions;

const UPDATE = 'ml-lens.review.update';
const APPROVE = 'ml-lens.review.approve';
const LINKS = 'ml-lens.link.manage';

describe.each(databases.ids)('DefaultAccess on %p', databaseId => {
  it('lets everything through that is allowed', async () => {
    const { access, listed } = await setUp(databaseId, {});
    expect(await access.listFilter(user)).toBeUndefined();
    expect(await listed()).toEqual(['demand', 'fraud', 'nobody']);
    await access.requireWorkload('fraud', 'approve', user);
    expect(await access.may('fraud', 'update', user)).toBe(true);
    expect(
      Object.fromEntries(
        await access.outcomes(['fraud', 'missing'], 'update', user),
      ),
    ).toEqual({ fraud: 'allowed', missing: 'hidden' });
    // Entities are the catalog's: whether there are any is not asked here.
    const refs = ['component:default/fraud', 'api:default/unknown'];
    expect(await access.readableEntities(refs, user)).toEqual(new Set(refs));
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
    expect(
      Object.fromEntries(await access.outcomes(['fraud'], 'update', user)),
    ).toEqual({ fraud: 'hidden' });
  });

  it('shows no entity to whom the catalog shows none', async () => {
    const { access } = await setUp(databaseId, { [CATALOG]: DENY });
    expect(
      await access.readableEntities(['component:default/fraud'], user),
    ).toEqual(new Set());
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

  it('does not look a workload up for those who may see all of them', async () => {
    const may = async (decisions: Decisions, id: string) => {
      const { access } = await setUp(databaseId, decisions);
      return await access
        .requireWorkload(id, 'update', user, { lookedUp: true })
        .then(
          () => 'allowed',
          error => error.name,
        );
    };
    expect(await may({}, 'missing')).toBe('allowed');
    const owners = when(isOwner({ claims: ['group:default/pay'] }));
    for (const name of [READ, UPDATE]) {
      expect(await may({ [name]: owners }, 'missing')).toBe('NotFoundError');
      expect(await may({ [name]: owners }, 'fraud')).toBe('allowed');
    }
    for (const denied of [CATALOG, READ, UPDATE]) {
      expect(await may({ [denied]: DENY }, 'missing')).toBe('NotFoundError');
    }
    expect(await may({ [READ]: DENY }, 'fraud')).toBe('NotFoundError');
    expect(await may({ [UPDATE]: DENY }, 'fraud')).toBe('NotAllowedError');
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
