// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Puts the licence header on top of every source file that is tracked, in place
// of what was there of a licence: `node scripts/write-licence.mjs`. ESLint tells
// where it is missing; its own fix would take the first comment away, whatever
// it says.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { LICENCE_HEADER, LICENSED } from './licence.cjs';

/** What stood there before. */
const FORMER =
  /^\/\*\n \* Copyright 2026 The ML Lens Authors\n(?: \*.*\n)*? \*\/\n+/;

const files = execFileSync('git', ['ls-files', '-z', ...LICENSED], {
  encoding: 'utf8',
})
  .split('\0')
  .filter(Boolean);

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const [, shebang = '', rest] = /^(#!.*\n)?\n*([^]*)$/.exec(text);
  if (!rest.startsWith(LICENCE_HEADER)) {
    writeFileSync(file, shebang + LICENCE_HEADER + rest.replace(FORMER, ''));
  }
}
