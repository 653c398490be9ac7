// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { mlLensReviewReadPermission } from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  conditionsToQuery,
  decisionAllows,
  mlLensWorkloadResource,
} from '../testUtils';
import {
  createMlLensConditionalDecision,
  mlLensConditions,
} from './conditions';
import type { MlLensWorkloadFilter, MlLensWorkloadResource } from './resource';

const workloads = [
  mlLensWorkloadResource({
    workloadId: 'fraud',
    owner: 'group:default/payments',
    lensIds: ['aws-ml-lens', 'genai'],
    lifecycle: 'production',
  }),
  mlLensWorkloadResource({
    workloadId: 'forecast',
    owner: 'group:default/supply',
    lensIds: ['aws-ml-lens'],
    lifecycle: 'experimental',
  }),
  mlLensWorkloadResource({ workloadId: 'nobody' }),
];

const { isOwner, hasLens, hasLifecycle } = mlLensConditions;

const owned = (...claims: string[]) => isOwner({ claims });

/** What a database does with the query. */
function selects(
  criteria: PermissionCriteria<MlLensWorkloadFilter>,
  workload: MlLensWorkloadResource,
): boolean {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.every(part => selects(part, workload));
  }
  if (isOrCriteria(criteria)) {
    return criteria.anyOf.some(part => selects(part, workload));
  }
  if (isNotCriteria(criteria)) {
    return !selects(criteria.not, workload);
  }
  const values = {
    owner: [workload.owner],
    lens: workload.lensIds,
    lifecycle: [workload.lifecycle],
  }[criteria.property];
  return values.some(
    value => value !== null && criteria.values.includes(value),
  );
}

describe('rules of workloads', () => {
  it.each([
    ['owner', owned('group:default/payments'), ['fraud']],
    ['owner in another case', owned('Group:Default/Payments'), ['fraud']],
    ['no claims', owned(), []],
    ['a lens', hasLens({ lensIds: ['genai', 'other'] }), ['fraud']],
    ['no lenses', hasLens({ lensIds: [] }), []],
    [
      'a lifecycle',
      hasLifecycle({ lifecycles: ['experimental'] }),
      ['forecast'],
    ],
    [
      'not an owner',
      { not: owned('group:default/payments') },
      ['forecast', 'nobody'],
    ],
    [
      'all of',
      {
        allOf: [
          hasLens({ lensIds: ['aws-ml-lens'] }),
          { not: hasLifecycle({ lifecycles: ['production'] }) },
        ] as const,
      },
      ['forecast'],
    ],
    [
      'any of',
      {
        anyOf: [
          owned('group:default/supply'),
          hasLens({ lensIds: ['genai'] }),
        ] as const,
      },
      ['fraud', 'forecast'],
    ],
  ])('apply and toQuery agree on %s', (_name, conditions, expected) => {
    const decision = createMlLensConditionalDecision(
      mlLensReviewReadPermission,
      conditions as any,
    );
    const query = conditionsToQuery(decision.conditions);

    expect(
      workloads.filter(w => decisionAllows(decision, w)).map(w => w.workloadId),
    ).toEqual(expected);
    expect(
      workloads.filter(w => selects(query, w)).map(w => w.workloadId),
    ).toEqual(expected);
  });

  it('makes conditional decisions of this plugin', () => {
    expect(
      createMlLensConditionalDecision(
        mlLensReviewReadPermission,
        owned('group:default/payments'),
      ),
    ).toMatchObject({
      result: 'CONDITIONAL',
      pluginId: 'ml-lens',
      resourceType: 'ml-lens-workload',
      conditions: {
        rule: 'IS_OWNER',
        params: { claims: ['group:default/payments'] },
      },
    });
  });
});
