// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { NotAllowedError } from '@backstage/errors';
import type { RouteDefinition } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { Access, WorkloadAction } from './Access';
import type { CallerCredentials } from './caller';

/** The part of access that routes ask. */
export type RouteGuard = Pick<
  Access,
  'requireWorkload' | 'may' | 'requireLinks' | 'requireLens' | 'requireTargets'
>;

/**
 * Lets a request through or not, as its route says. `entity` is asked when the
 * entity is looked up: which workload it belongs to is not known before.
 *
 * @throws NotFoundError for a workload that is missing or hidden
 * @throws NotAllowedError for whatever else the caller may not do
 */
export async function requireAccess(
  guard: RouteGuard,
  {
    access,
    looksUp,
    path,
  }: Pick<RouteDefinition, 'access' | 'looksUp' | 'path'>,
  params: Record<string, string>,
  credentials: CallerCredentials,
): Promise<void> {
  for (const one of [access].flat()) {
    switch (one) {
      case 'caller':
      case 'entity':
        break;
      case 'person':
        if (credentials.principal.type !== 'user') {
          throw new NotAllowedError('Only people have what this is about');
        }
        break;
      case 'lens.read':
        await guard.requireLens('read', credentials);
        break;
      case 'lens.manage':
        await guard.requireLens('manage', credentials);
        break;
      case 'target.manage':
        await guard.requireTargets(credentials);
        break;
      case 'workload.gate':
        if (!(await guard.may(params.workloadId, 'update', credentials))) {
          await guard.requireWorkload(params.workloadId, 'decide', credentials);
        }
        break;
      case 'workload.links':
        await guard.requireLinks(params.workloadId, credentials);
        break;
      case 'workload.read':
      case 'workload.update':
      case 'workload.propose':
      case 'workload.approve': {
        const action = one.slice('workload.'.length) as WorkloadAction;
        if (params.workloadId === undefined) {
          throw new Error(`There is no workload in the path ${path}`);
        }
        await guard.requireWorkload(params.workloadId, action, credentials, {
          lookedUp: looksUp === 'workload',
        });
        break;
      }
      default:
        throw new Error(`Nobody knows who may ${one satisfies never}`);
    }
  }
}
