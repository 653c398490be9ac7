// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createConditionExports } from '@backstage/plugin-permission-node';
import { mlLensWorkloadResourceRef } from './resource';
import { mlLensWorkloadRules } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: mlLensWorkloadResourceRef,
  rules: mlLensWorkloadRules,
});

/**
 * Conditions on workloads, for permission policies.
 *
 * @public
 */
export const mlLensConditions = conditions;

/**
 * A conditional decision on a workload permission, for permission policies.
 *
 * @example
 * ```ts
 * createMlLensConditionalDecision(
 *   request.permission,
 *   mlLensConditions.isOwner({ claims: user.info.ownershipEntityRefs }),
 * );
 * ```
 *
 * @public
 */
export const createMlLensConditionalDecision = createConditionalDecision;
