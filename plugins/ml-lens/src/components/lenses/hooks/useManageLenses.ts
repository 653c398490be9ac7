// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { usePermission } from '@backstage/plugin-permission-react';
import { mlLensLensManagePermission } from '@ml-lens/backstage-plugin-ml-lens-common';

/** Whether the reader may import, publish, archive and delete lenses. */
export function useManageLenses(): boolean {
  return usePermission({ permission: mlLensLensManagePermission }).allowed;
}
