// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { Clock } from '../clock';
import type { Services } from '../services';
import type { WorkloadStore } from '../workloads/WorkloadStore';
import { CatalogVisibility } from './CatalogVisibility';
import { DefaultAccess } from './DefaultAccess';
import { registerPermissions } from './permissions';
import { VisibilityStore } from './VisibilityStore';

/** Makes the permissions known, and what decides by them. */
export function createAccess(
  options: Pick<Services, 'catalog' | 'permissions' | 'permissionsRegistry'> & {
    clock: Clock;
    knex: Knex;
    workloads: WorkloadStore;
  },
) {
  const { permissionsRegistry, knex } = options;
  const getResources = (ids: string[]) => options.workloads.resources(ids);
  const visibility = new CatalogVisibility({
    ...options,
    store: new VisibilityStore(knex),
    generation: () => options.workloads.links.generation(),
  });
  const access = new DefaultAccess({
    ...options,
    ruleset: registerPermissions(permissionsRegistry, getResources),
    visibility,
    getResources,
  });
  return { access, visibility };
}
