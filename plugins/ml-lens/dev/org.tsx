// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createInsightsApi } from '../src/components/org/__testUtils__/insightsApi';
import { startDevApp } from './startDevApp';

/**
 * The organisation's pages over rows in memory:
 * `yarn workspace @ml-lens/backstage-plugin-ml-lens start --entrypoint dev/org`
 */
startDevApp(() => createInsightsApi());
