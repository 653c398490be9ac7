// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ML_LENS_WORKLOAD } from '@ml-lens/backstage-plugin-ml-lens-common';

/**
 * What permission rules know of a workload. Its resource ref is the workload
 * id.
 *
 * @public
 */
export interface MlLensWorkloadResource {
  /** Id of the workload, which is its resource ref. */
  workloadId: string;
  /** Owner of the primary entity, as a lower-cased entity ref. */
  owner: string | null;
  /** Ids of the lenses it is reviewed with. */
  lensIds: string[];
  /** Lifecycle of the primary entity. */
  lifecycle: string | null;
}

/**
 * A rule as a query: workloads whose property is one of the values.
 *
 * @public
 */
export interface MlLensWorkloadFilter {
  /** What is compared. */
  property: 'owner' | 'lens' | 'lifecycle';
  /** What it may be: entity refs, lens ids or lifecycles. */
  values: string[];
}

/**
 * The resource type of everything that belongs to one workload.
 *
 * @public
 */
export const mlLensWorkloadResourceRef = createPermissionResourceRef<
  MlLensWorkloadResource,
  MlLensWorkloadFilter
>().with({
  pluginId: 'ml-lens',
  resourceType: RESOURCE_TYPE_ML_LENS_WORKLOAD,
});
