// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Writes schemas/lens.schema.json, the JSON Schema of lens files for editors.
 *
 *   node scripts/write-lens-schema.mts            writes the file
 *   node scripts/write-lens-schema.mts --check    fails when the file is stale
 */
import { createRequire } from 'node:module';
import { writeGenerated } from './generated.mts';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');
const {
  lensJsonSchema,
} = require('../packages/lens-model/src/lens/jsonSchema');

await writeGenerated(
  'schemas/lens.schema.json',
  JSON.stringify(lensJsonSchema()),
);
