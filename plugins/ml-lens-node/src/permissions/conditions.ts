/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
