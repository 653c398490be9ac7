// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { lensDocument } from '../src/components/lenses/__testUtils__/lensDocument';
import { createLensesApi } from '../src/components/lenses/__testUtils__/lensesApi';
import { startDevApp } from './startDevApp';

/**
 * The lenses page over versions in memory:
 * `yarn workspace @ml-lens/backstage-plugin-ml-lens start --entrypoint dev/lenses`
 */
startDevApp(() =>
  createLensesApi([
    { document: lensDocument, status: 'PUBLISHED' },
    { document: { ...lensDocument, version: '1.1' }, status: 'DRAFT' },
  ]),
);
