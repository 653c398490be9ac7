// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useApiMutation } from '../../shared';

/** Practices and what to set of their plans. */
export type PlanChange = MlLensRequest<'planMany'>['body'];

/** Plans many practices; what waits for people follows from it. */
export function usePlanMany() {
  return useApiMutation({
    call: (api, body: PlanChange) => api.call('planMany', { body }),
    changes: ['listPlanItems', 'listImprovements', 'getInbox'],
  });
}
