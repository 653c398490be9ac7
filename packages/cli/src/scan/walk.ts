// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text file of a repository. */
export interface SourceFile {
  /** Below the folder that is scanned, with `/`. */
  path: string;
  text: string;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** What is never a team's own source. */
const PASSED_OVER = new Set([
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'env',
  '.tox',
  '.mypy_cache',
  '.pytest_cache',
  '__pycache__',
  'node_modules',
  'site-packages',
  'dist',
  'build',
  'target',
  'vendor',
  'third_party',
  '.terraform',
  '.dvc',
]);

/** Most files that are looked at; the rest is passed over, and said to be. */
const MAX_FILES = 100_000;

/** Largest file that is read; outputs make notebooks long. */
const MAX_BYTES = 1_000_000;
const MAX_NOTEBOOK_BYTES = 10_000_000;

/** What there is in a folder. */
export interface Walked {
  /** Those asked for, in the order of their paths, read one by one. */
  files: Iterable<SourceFile>;
  /** Files that were looked at, read or not. */
  seen: number;
  /** Whether there were more than are looked at. */
  isCut: boolean;
}

/**
 * Reads the text files of a folder that somebody asks for. Links are not
 * followed, so that nothing outside is read; what is too large, not text, not
 * UTF-8, or cannot be read is passed over. One file at a time and without
 * giving way: nothing else goes on in the process, and thousands of small files
 * are read several times as fast.
 *
 * @param wants - whether a file with this path is to be read
 */
export function walk(root: string, wants: (path: string) => boolean): Walked {
  const wanted: string[] = [];
  let seen = 0;
  const folders = [''];
  for (
    let folder = folders.pop();
    folder !== undefined && seen <= MAX_FILES;
    folder = folders.pop()
  ) {
    for (const entry of entriesOf(path.join(root, folder))) {
      const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name)) folders.push(below);
      } else if (entry.isFile()) {
        seen += 1;
        if (wants(below)) wanted.push(below);
      }
    }
  }
  wanted.sort();
  return { files: read(root, wanted), seen, isCut: seen > MAX_FILES };
}

function* read(root: string, paths: readonly string[]): Generator<SourceFile> {
  for (const below of paths) {
    const text = textOf(path.join(root, below));
    if (text !== undefined) yield { path: below, text };
  }
}

/** Nothing for a folder that may not be read, or is gone. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Undefined for what is no text, or cannot be read. */
function textOf(file: string): string | undefined {
  const most = file.endsWith('.ipynb') ? MAX_NOTEBOOK_BYTES : MAX_BYTES;
  try {
    const { size } = lstatSync(file);
    const bytes = size <= most ? readFileSync(file) : undefined;
    return bytes && !bytes.includes(0) ? UTF8.decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}
