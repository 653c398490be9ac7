// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createApiRef } from '@backstage/frontend-plugin-api';
import type { MlLensApi } from '@ml-lens/backstage-plugin-ml-lens-common';

/**
 * The client of the ML Lens backend. Works in both frontend systems.
 * @public
 */
export const mlLensApiRef = createApiRef<MlLensApi>().with({
  id: 'plugin.ml-lens.client',
  pluginId: 'ml-lens',
});
