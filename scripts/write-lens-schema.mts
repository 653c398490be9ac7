/*
 * Writes schemas/lens.schema.json, the JSON Schema of lens files for editors.
 *
 *   node scripts/write-lens-schema.mts            writes the file
 *   node scripts/write-lens-schema.mts --check    fails when the file is stale
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const require = createRequire(import.meta.url);
// Backstage's own loader: lets Node run the packages from their sources.
require('@backstage/cli/config/nodeTransform.cjs');
const {
  lensJsonSchema,
} = require('../packages/lens-model/src/lens/jsonSchema');

const file = fileURLToPath(
  new URL('../schemas/lens.schema.json', import.meta.url),
);
const wanted = await prettier.format(JSON.stringify(lensJsonSchema()), {
  ...(await prettier.resolveConfig(file)),
  filepath: file,
});

if (process.argv.includes('--check')) {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error(
      `${file} does not say what the lens format is; run: node scripts/write-lens-schema.mts`,
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
}
