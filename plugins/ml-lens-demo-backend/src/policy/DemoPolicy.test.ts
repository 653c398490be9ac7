// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
} from '@backstage/plugin-catalog-common/alpha';
import type {
  ConditionalPolicyDecision,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  mlLensLensManagePermission,
  mlLensLensReadPermission,
  mlLensReviewApprovePermission,
  mlLensReviewReadPermission,
  mlLensReviewUpdatePermission,
  mlLensTargetManagePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  decisionAllows,
  mlLensWorkloadResource,
} from '@ml-lens/backstage-plugin-ml-lens-node/testUtils';
import type { DemoRole } from '../users';
import { DemoPolicy } from './DemoPolicy';

const ROLES: DemoRole[] = ['platform-engineer', 'lead', 'developer'];
const TEAM = 'group:default/supply-science';

const policy = new DemoPolicy({
  users: new Map(
    ROLES.map(role => [role, { entityRef: `user:default/${role}`, role }]),
  ),
  userInfo: mockServices.userInfo({ ownershipEntityRefs: [TEAM] }),
});

async function decide(permission: Permission, name: string) {
  const credentials = mockCredentials.user(`user:default/${name}`);
  return await policy.handle({ permission }, { credentials } as any);
}

describe('DemoPolicy', () => {
  it.each([
    [mlLensReviewReadPermission, ['ALLOW', 'ALLOW', 'ALLOW']],
    [mlLensReviewUpdatePermission, ['ALLOW', 'CONDITIONAL', 'CONDITIONAL']],
    [mlLensReviewApprovePermission, ['ALLOW', 'ALLOW', 'DENY']],
    [mlLensTargetManagePermission, ['ALLOW', 'ALLOW', 'DENY']],
    [mlLensLensReadPermission, ['ALLOW', 'ALLOW', 'ALLOW']],
    [mlLensLensManagePermission, ['ALLOW', 'DENY', 'DENY']],
    [catalogEntityReadPermission, ['ALLOW', 'ALLOW', 'CONDITIONAL']],
    [catalogEntityRefreshPermission, ['ALLOW', 'CONDITIONAL', 'CONDITIONAL']],
    [catalogEntityDeletePermission, ['ALLOW', 'CONDITIONAL', 'CONDITIONAL']],
    [catalogLocationCreatePermission, ['ALLOW', 'DENY', 'DENY']],
  ])('decides on %o by role', async (permission, expected) => {
    const results = [];
    for (const role of ROLES) {
      results.push((await decide(permission, role)).result);
    }
    expect(results).toEqual(expected);
  });

  it('treats users nobody listed as developers', async () => {
    expect(await decide(mlLensReviewApprovePermission, 'stranger')).toEqual({
      result: 'DENY',
    });
  });

  it('denies whoever is nobody', async () => {
    expect(
      await policy.handle({ permission: mlLensLensReadPermission }),
    ).toEqual({ result: 'DENY' });
  });

  it('lets developers update what their team owns', async () => {
    const decision = (await decide(
      mlLensReviewUpdatePermission,
      'developer',
    )) as ConditionalPolicyDecision;
    const own = (owner: string | null) =>
      decisionAllows(decision, mlLensWorkloadResource({ owner }));
    expect(own(TEAM)).toBe(true);
    expect(own('group:default/payments-risk')).toBe(false);
    expect(own(null)).toBe(false);
  });

  it('hides restricted entities of other teams from developers', async () => {
    expect(await decide(catalogEntityReadPermission, 'developer')).toEqual({
      result: 'CONDITIONAL',
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        anyOf: [
          {
            not: {
              anyOf: [
                {
                  rule: 'HAS_METADATA',
                  resourceType: 'catalog-entity',
                  params: { key: 'tags', value: 'restricted' },
                },
                {
                  rule: 'HAS_ANNOTATION',
                  resourceType: 'catalog-entity',
                  params: {
                    annotation: 'ml-lens.io/demo-restricted',
                    value: 'true',
                  },
                },
              ],
            },
          },
          {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: [TEAM] },
          },
        ],
      },
    });
  });
});
