// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { MlLensClient } from '@ml-lens/backstage-plugin-ml-lens-common';

/** Where documents come from. */
export interface MlLensSource {
  client: MlLensClient;
  /** A token for ML Lens, on behalf of somebody or of the search itself. */
  tokenOf(credentials?: BackstageCredentials): Promise<string>;
}

/** Type of documents about workloads. */
export const WORKLOAD_TYPE = 'ml-lens-workload';

/** Type of documents about questions and practices. */
export const LENS_TYPE = 'ml-lens-practice';

/** Largest page of the lists of ML Lens. */
export const PAGE_SIZE = 100;
