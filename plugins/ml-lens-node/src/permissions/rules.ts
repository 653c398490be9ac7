// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { mlLensWorkloadResourceRef } from './resource';

/** Entity refs compare in lower case, as the catalog writes them. */
function lowerCased(refs: string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow workloads whose primary entity has one of these owners',
  resourceRef: mlLensWorkloadResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, such as the ownership refs of a user'),
  }),
  apply: ({ owner }, { claims }) =>
    owner !== null && lowerCased(claims).includes(owner),
  toQuery: ({ claims }) => ({ property: 'owner', values: lowerCased(claims) }),
});

const hasLens = createPermissionRule({
  name: 'HAS_LENS',
  description: 'Allow workloads that are reviewed with one of these lenses',
  resourceRef: mlLensWorkloadResourceRef,
  paramsSchema: z.object({
    lensIds: z.array(z.string()).describe('Ids of lenses'),
  }),
  apply: (workload, { lensIds }) =>
    workload.lensIds.some(id => lensIds.includes(id)),
  toQuery: ({ lensIds }) => ({ property: 'lens', values: lensIds }),
});

const hasLifecycle = createPermissionRule({
  name: 'HAS_LIFECYCLE',
  description:
    'Allow workloads whose primary entity has one of these lifecycles',
  resourceRef: mlLensWorkloadResourceRef,
  paramsSchema: z.object({
    lifecycles: z.array(z.string()).describe('Lifecycles, e.g. production'),
  }),
  apply: ({ lifecycle }, { lifecycles }) =>
    lifecycle !== null && lifecycles.includes(lifecycle),
  toQuery: ({ lifecycles }) => ({ property: 'lifecycle', values: lifecycles }),
});

/**
 * The permission rules of workloads.
 *
 * @public
 */
export const mlLensWorkloadRules = { isOwner, hasLens, hasLifecycle };
