// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Every source file says under which licence it is. ESLint says so of packages;
// this looks at what stands outside of them, too.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { LICENCE_HEADER, LICENSED } from './licence.cjs';

test('every source file has the licence header', () => {
  const files = execFileSync('git', ['ls-files', ...LICENSED], {
    encoding: 'utf8',
  });
  const bare = files
    .trim()
    .split('\n')
    .filter(file => {
      const text = readFileSync(file, 'utf8').replace(/^#!.*\n/, '');
      return !text.startsWith(LICENCE_HEADER);
    });
  assert.deepEqual(bare, [], 'see scripts/write-licence.mjs');
});
