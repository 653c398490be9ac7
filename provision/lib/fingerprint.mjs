// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Whether something was made of the files as they are now.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A text that changes with the machine's kind, the files' names and their content. */
export function fingerprint(files) {
  const hash = createHash('sha256');
  hash.update(`${process.platform}-${process.arch}\n`);
  for (const file of files) {
    hash.update(`${path.relative(root, file)}\n`);
    hash.update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

export const isCurrent = (stamp, value) =>
  fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === value;
