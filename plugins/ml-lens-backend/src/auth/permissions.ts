// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  mlLensGateDecidePermission,
  mlLensLensManagePermission,
  mlLensLensReadPermission,
  mlLensLinkManagePermission,
  mlLensReviewApprovePermission,
  mlLensReviewProposePermission,
  mlLensReviewReadPermission,
  mlLensReviewUpdatePermission,
  mlLensTargetManagePermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import {
  mlLensWorkloadResourceRef,
  mlLensWorkloadRules,
  type MlLensWorkloadResource,
} from '@ml-lens/backstage-plugin-ml-lens-node';

/** Makes the plugin's permissions and rules known; returns the rules. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  getResources: (
    workloadIds: string[],
  ) => Promise<(MlLensWorkloadResource | undefined)[]>,
) {
  registry.addPermissions([
    mlLensLensReadPermission,
    mlLensLensManagePermission,
    mlLensTargetManagePermission,
    mlLensLinkManagePermission,
  ]);
  registry.addResourceType({
    resourceRef: mlLensWorkloadResourceRef,
    permissions: [
      mlLensReviewReadPermission,
      mlLensReviewUpdatePermission,
      mlLensReviewProposePermission,
      mlLensReviewApprovePermission,
      mlLensGateDecidePermission,
    ],
    rules: Object.values(mlLensWorkloadRules),
    getResources,
  });
  return registry.getPermissionRuleset(mlLensWorkloadResourceRef);
}
