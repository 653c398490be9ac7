// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Classes of the frontend: those that are used are there, and the other way round.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

const folder = path.resolve(import.meta.dirname, '../plugins/ml-lens/src');
const IMPORT = /import (\w+) from '(\.[^']+\.module\.css)'/g;

/** By style sheet, the classes its files name; null where one is computed. */
const used = new Map();
for (const file of globSync('**/*.{ts,tsx}', { cwd: folder })) {
  const source = readFileSync(path.join(folder, file), 'utf8');
  for (const [, name, place] of source.matchAll(IMPORT)) {
    const sheet = path.join(path.dirname(file), place);
    const known = used.get(sheet) ?? { names: new Set(), computed: false };
    used.set(sheet, known);
    for (const [, one] of source
      .replaceAll(IMPORT, '')
      .matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) {
      known.names.add(one);
    }
    known.computed ||= source.includes(`${name}[`);
  }
}

for (const sheet of globSync('**/*.module.css', { cwd: folder })) {
  test(sheet, () => {
    const css = readFileSync(path.join(folder, sheet), 'utf8')
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/url\([^)]*\)|\d\.\d|@layer [^{]*/g, '');
    const there = new Set(
      [...css.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name]) => name),
    );
    const { names, computed } = used.get(sheet) ?? { names: new Set() };
    assert.deepEqual(
      [...names].filter(name => !there.has(name)),
      [],
      'used, but not there',
    );
    if (!computed) {
      assert.deepEqual(
        [...there].filter(name => !names.has(name) && !/^bui-|^Mui/.test(name)),
        [],
        'there, but not used',
      );
    }
  });
}
