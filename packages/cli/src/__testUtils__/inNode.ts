// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * What a module of this folder prints, of those that only Node.js itself can
 * load.
 *
 * @param input - it finds it in its environment, as INPUT
 */
export function inNode(module: string, input: string): string {
  return execFileSync(process.execPath, [path.join(__dirname, module)], {
    encoding: 'utf8',
    // Without what the tests were started with; GitHub's own, too.
    env: { INPUT: input, PATH: process.env.PATH },
  });
}
