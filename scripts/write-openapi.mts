/*
 * Writes plugins/ml-lens-backend/openapi.json from the API contract.
 *
 *   node scripts/write-openapi.mts            writes the file
 *   node scripts/write-openapi.mts --check    fails when the file is stale
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');
const {
  createOpenApiDocument,
} = require('../plugins/ml-lens-common/src/contract/openapi');

const file = fileURLToPath(
  new URL('../plugins/ml-lens-backend/openapi.json', import.meta.url),
);
const wanted = await prettier.format(JSON.stringify(createOpenApiDocument()), {
  ...(await prettier.resolveConfig(file)),
  filepath: file,
});

if (process.argv.includes('--check')) {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error(
      `${file} does not say what the contract says; run: node scripts/write-openapi.mts`,
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
}
