import { opendir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A text file of a repository. */
export interface SourceFile {
  /** Below the folder that is scanned, with `/`. */
  path: string;
  text: string;
}

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

/** Files read at a time. */
const CONCURRENT = 48;

/** What became of a folder. */
export interface Walked {
  files: SourceFile[];
  /** Files that were looked at, read or not. */
  seen: number;
  /** Whether there were more than are looked at. */
  isCut: boolean;
}

/**
 * Reads the text files of a folder that somebody asks for, in the order of
 * their paths. Links are not followed, so that nothing outside is read; what is
 * too large, not text, not UTF-8, or cannot be read is passed over.
 *
 * @param wants - whether a file with this path is to be read
 */
export async function walk(
  root: string,
  wants: (path: string) => boolean,
): Promise<Walked> {
  const wanted: string[] = [];
  let seen = 0;
  const folders = [''];
  for (
    let folder = folders.pop();
    folder !== undefined;
    folder = folders.pop()
  ) {
    for (const entry of await entriesOf(path.join(root, folder))) {
      const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name)) folders.push(below);
      } else if (entry.isFile()) {
        seen += 1;
        if (wants(below)) wanted.push(below);
      }
    }
    if (seen > MAX_FILES) break;
  }
  wanted.sort();
  const files: SourceFile[] = [];
  for (let start = 0; start < wanted.length; start += CONCURRENT) {
    const texts = await Promise.all(
      wanted
        .slice(start, start + CONCURRENT)
        .map(async below => [below, await textOf(root, below)] as const),
    );
    for (const [below, text] of texts) {
      if (text !== undefined) files.push({ path: below, text });
    }
  }
  return { files, seen, isCut: seen > MAX_FILES };
}

async function entriesOf(folder: string) {
  const entries = [];
  try {
    for await (const entry of await opendir(folder)) {
      entries.push(entry);
    }
  } catch {
    // May not be read, or is gone: what is there all the same counts.
  }
  return entries;
}

/** Undefined for what is no text, or cannot be read. */
async function textOf(
  root: string,
  below: string,
): Promise<string | undefined> {
  const file = path.join(root, below);
  const most = below.endsWith('.ipynb') ? MAX_NOTEBOOK_BYTES : MAX_BYTES;
  try {
    if ((await stat(file)).size > most) return undefined;
    const bytes = await readFile(file);
    if (bytes.includes(0)) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
