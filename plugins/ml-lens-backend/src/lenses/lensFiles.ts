// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  resolvePackagePath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { LENS_LIMITS } from '@ml-lens/lens-model';
import type { MlLensLensSource } from '@ml-lens/backstage-plugin-ml-lens-node';
import { glob, readFile, stat } from 'node:fs/promises';

/** A lens file as found; `error` when it cannot be read. */
export interface LensFile {
  target: string;
  text: string;
  error?: unknown;
}

const builtinGlob = resolvePackagePath(
  '@ml-lens/backstage-plugin-ml-lens-backend',
  'lenses',
  '*.yaml',
);

/** The lenses this package brings. */
export async function* builtinLensFiles(): AsyncGenerator<LensFile> {
  yield* localFiles(builtinGlob);
}

/** The lens files of one `mlLens.lenses` target: paths, globs or URLs. */
export async function* configuredLensFiles(
  target: string,
  urlReader: UrlReaderService,
): AsyncGenerator<LensFile> {
  const files = /^https?:\/\//i.test(target)
    ? remoteFiles(target, urlReader)
    : localFiles(target);
  let found = false;
  try {
    for await (const file of files) {
      found = true;
      yield file;
    }
  } catch (error) {
    yield { target, text: '', error };
    return;
  }
  if (!found) {
    yield { target, text: '', error: new Error('No file is found there') };
  }
}

/** Paths that match a path or glob, relative to the working directory. */
export async function localPaths(target: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob(target)) {
    if ((await stat(path)).isFile()) {
      paths.push(path);
    }
  }
  return paths.sort();
}

async function* localFiles(target: string): AsyncGenerator<LensFile> {
  for (const path of await localPaths(target)) {
    try {
      const { size } = await stat(path);
      if (size > LENS_LIMITS.documentBytes) {
        throw new Error(
          `The file has ${size} bytes; the format allows ${LENS_LIMITS.documentBytes}`,
        );
      }
      yield { target: path, text: await readFile(path, 'utf8') };
    } catch (error) {
      yield { target: path, text: '', error };
    }
  }
}

async function* remoteFiles(
  target: string,
  urlReader: UrlReaderService,
): AsyncGenerator<LensFile> {
  const { files } = await urlReader.search(target);
  for (const file of files) {
    try {
      const content = await file.content();
      yield { target: file.url, text: content.toString('utf8') };
    } catch (error) {
      yield { target: file.url, text: '', error };
    }
  }
}

/** Every lens file that is loaded at start, built-in ones first. */
export async function* allLensFiles(
  moduleLenses: readonly MlLensLensSource[],
  configTargets: readonly string[],
  urlReader: UrlReaderService,
): AsyncGenerator<LensFile & { origin: 'builtin' | 'config' }> {
  for await (const file of builtinLensFiles()) {
    yield { ...file, origin: 'builtin' };
  }
  for (const lens of moduleLenses) {
    yield { ...lens, origin: 'builtin' };
  }
  for (const target of configTargets) {
    for await (const file of configuredLensFiles(target, urlReader)) {
      yield { ...file, origin: 'config' };
    }
  }
}
