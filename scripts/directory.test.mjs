// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The entry for Backstage's plugin directory, by the rules of its
// "Adding a Plugin to the Directory".

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

const entry = parse(fs.readFileSync('docs/directory/ml-lens.yaml', 'utf8'));
const manifest = JSON.parse(
  fs.readFileSync('plugins/ml-lens/package.json', 'utf8'),
);

test('the entry has what the directory asks for', () => {
  for (const key of ['title', 'author', 'category', 'description']) {
    assert.ok(entry[key], key);
  }
  assert.ok(entry.description.length <= 170, 'at most 170 characters');
  for (const key of ['authorUrl', 'documentation', 'iconUrl']) {
    assert.equal(new URL(entry[key]).protocol, 'https:');
  }
  assert.match(entry.addedDate, /^\d{4}-\d\d-\d\d$/);
});

test('the package named is public, links back, and shows a picture', () => {
  assert.equal(entry.npmPackageName, manifest.name);
  assert.equal(manifest.publishConfig.access, 'public');
  assert.match(manifest.repository.url, /^git\+https:/);
  const readme = fs.readFileSync('plugins/ml-lens/README.md', 'utf8');
  assert.match(readme, /!\[[^\]]+\]\(https:/);
  assert.match(readme, /ml-lens-backend/);
});
