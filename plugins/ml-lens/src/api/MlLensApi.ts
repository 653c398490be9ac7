// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  MlLensApi,
  OperationId,
} from '@ml-lens/backstage-plugin-ml-lens-common';

/** Keys of the query cache: the operation, then what it was asked with. */
export function queryKey(operation: OperationId, ...parts: unknown[]) {
  return ['ml-lens', operation, ...parts] as const;
}

/**
 * The client of the ML Lens backend. Works in both frontend systems.
 * @public
 */
export const mlLensApiRef = createApiRef<MlLensApi>().with({
  id: 'plugin.ml-lens.client',
  pluginId: 'ml-lens',
});
