// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { MlLensWorkloadResource } from '@ml-lens/backstage-plugin-ml-lens-node';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { CatalogVisibility } from './CatalogVisibility';
import { DefaultAccess } from './DefaultAccess';
import { registerPermissions } from './permissions';
import { VisibilityStore } from './VisibilityStore';

/** What access decides about. */
interface Workloads {
  /** What permission rules know of workloads, in the order of the ids. */
  resources(
    workloadIds: string[],
  ): Promise<(MlLensWorkloadResource | undefined)[]>;
  links: {
    /** Changes whenever the links between entities and workloads do. */
    generation(): Promise<number>;
  };
}

/** Makes the permissions known, and what decides by them. */
export function createAccess(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: CatalogService;
  clock: Clock;
  knex: Knex;
  workloads: Workloads;
}) {
  const { permissions, permissionsRegistry, catalog, clock, knex } = options;
  const getResources = (ids: string[]) => options.workloads.resources(ids);
  const visibility = new CatalogVisibility({
    catalog,
    clock,
    store: new VisibilityStore(knex),
    generation: () => options.workloads.links.generation(),
  });
  const access = new DefaultAccess({
    permissions,
    ruleset: registerPermissions(permissionsRegistry, getResources),
    visibility,
    getResources,
  });
  return { access, visibility };
}
