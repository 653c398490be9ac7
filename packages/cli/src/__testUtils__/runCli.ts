// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const BIN = path.resolve(__dirname, '../../bin/ml-lens');

export const FIXTURES = path.resolve(__dirname, '../__fixtures__');

/** How a run of the command line ended. */
export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `ml-lens` as people do: as a process of its own. */
export async function runCli(
  args: string[],
  options: { env?: Record<string, string>; input?: string } = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: FIXTURES,
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...options.env },
  });
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.on('close', resolve)),
  ]);
  return { code, stdout, stderr };
}
