// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Writes what is made from the API contract: the OpenAPI document, and the table
 * of requests that the client works by.
 *
 *   node scripts/write-openapi.mts            writes the files
 *   node scripts/write-openapi.mts --check    fails when one is stale
 */
import { createRequire } from 'node:module';
import { writeGenerated } from './generated.mts';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');
const {
  createOpenApiDocument,
} = require('../plugins/ml-lens-common/src/contract/openapi');
const {
  createRequestTable,
} = require('../plugins/ml-lens-common/src/contract/requests');

await writeGenerated(
  'plugins/ml-lens-backend/openapi.json',
  JSON.stringify(createOpenApiDocument()),
);
await writeGenerated(
  'plugins/ml-lens-common/src/client/requests.ts',
  createRequestTable(),
);
