// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Test utilities for permission policies and evidence providers of ML Lens.
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
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MlLensEvidenceContext } from './evidence';
import {
  mlLensWorkloadRules,
  type MlLensWorkloadFilter,
  type MlLensWorkloadResource,
} from './permissions';

export type { MlLensEvidenceContext } from './evidence';
export type {
  MlLensWorkloadFilter,
  MlLensWorkloadResource,
} from './permissions';

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

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
 * What an evidence provider is asked about: a component of its own, reviewed
 * with the lens of April 2020, unless said otherwise. Nothing is logged.
 *
 * @public
 */
export function mlLensEvidenceContext(
  context: Partial<MlLensEvidenceContext> = {},
): MlLensEvidenceContext {
  const entity = context.entity ?? {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'workload', namespace: 'default' },
  };
  return {
    workload: {
      id: 'workload',
      title: 'Workload',
      owner: null,
      lifecycle: null,
    },
    lens: { id: 'aws-ml-lens', version: '2020-04' },
    entity,
    entities: [entity],
    logger: silent,
    signal: new AbortController().signal,
    ...context,
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
