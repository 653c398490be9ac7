// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Test utilities for permission policies and modules of ML Lens.
 *
 * @packageDocumentation
 */
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  mlLensWorkloadRules,
  type MlLensWorkloadFilter,
  type MlLensWorkloadResource,
} from './permissions';

export type {
  MlLensWorkloadFilter,
  MlLensWorkloadResource,
} from './permissions';

const ruleset = {
  getRuleByName(name: string) {
    const rule = Object.values(mlLensWorkloadRules).find(
      candidate => candidate.name === name,
    );
    if (!rule) {
      throw new Error(`There is no ML Lens permission rule '${name}'`);
    }
    return rule as any;
  },
};

/**
 * A workload as permission rules see it; everything not given is empty.
 *
 * @public
 */
export function mlLensWorkloadResource(
  workload: Partial<MlLensWorkloadResource> = {},
): MlLensWorkloadResource {
  return {
    workloadId: 'workload',
    owner: null,
    lensIds: [],
    lifecycle: null,
    ...workload,
  };
}

/**
 * Whether a policy's conditional decision lets a workload through, as the
 * backend decides for a single workload.
 *
 * @public
 */
export function decisionAllows(
  decision: Pick<ConditionalPolicyDecision, 'conditions'>,
  workload: MlLensWorkloadResource,
): boolean {
  return createConditionAuthorizer(ruleset)(
    {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'ml-lens',
      resourceType: 'ml-lens-workload',
      conditions: decision.conditions,
    },
    workload,
  );
}

/**
 * The query a policy's conditions become for lists.
 *
 * @public
 */
export function conditionsToQuery(
  conditions: PermissionCriteria<PermissionCondition>,
): PermissionCriteria<MlLensWorkloadFilter> {
  return createConditionTransformer<MlLensWorkloadFilter>(ruleset)(conditions);
}
