// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { CliError } from './errors';

/** The file name that stands for standard input. */
const STDIN = '-';

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'reading it is not allowed',
};

/**
 * Reads a file, or standard input for `-`.
 *
 * @throws CliError that names the file and the reason
 */
export async function readInput(file: string): Promise<Buffer> {
  if (file === STDIN) return await buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new CliError(`${file} cannot be read: ${REASONS[code] ?? message}`);
  }
}

/** How a file is named in output: as people and code hosts know it. */
export function displayName(file: string): string {
  if (file === STDIN) return '<stdin>';
  const relative = path.relative(process.cwd(), path.resolve(file));
  const shown = relative.startsWith('..') ? file : relative;
  return shown.split(path.sep).join('/');
}

/**
 * Writes to a file, or to standard output without one.
 *
 * @throws CliError that names the file and the reason
 */
export async function writeOutput(
  content: string | Iterable<string> | ReadableStream | null,
  file: string | undefined,
): Promise<void> {
  const source =
    content instanceof ReadableStream
      ? Readable.fromWeb(content as Parameters<typeof Readable.fromWeb>[0])
      : Readable.from(typeof content === 'string' ? [content] : content ?? []);
  if (file === undefined) {
    await pipeline(source, process.stdout, { end: false });
    return;
  }
  try {
    await pipeline(source, createWriteStream(file));
  } catch (error) {
    throw new CliError(
      `${file} cannot be written: ${(error as Error).message}`,
    );
  }
  process.stderr.write(`Wrote ${file}\n`);
}
