// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* What is made from something else, written or looked at. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { LICENCE_HEADER } from './licence.cjs';

/**
 * Writes a file as Prettier would have it; with `--check` it fails instead where
 * the file says something else.
 *
 * @param place - below the root of the repository
 */
export async function writeGenerated(
  place: string,
  content: string,
): Promise<void> {
  const file = fileURLToPath(new URL(`../${place}`, import.meta.url));
  const licence = place.endsWith('.ts') ? LICENCE_HEADER : '';
  const wanted = await prettier.format(licence + content, {
    ...(await prettier.resolveConfig(file)),
    filepath: file,
  });
  if (!process.argv.includes('--check')) {
    await writeFile(file, wanted);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== wanted) {
    console.error(
      `${place} does not say what it is made from; run: yarn generate`,
    );
    process.exitCode = 1;
  }
}
