// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What is in the tarballs is what installers, bundlers and TypeScript expect.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { publishable, tarballOf } from './lib/registry.mjs';
import { exec, root, work } from './lib/work.mjs';

// How the Backstage CLI builds every plugin of this ecosystem: ESM that only
// bundlers read, and CommonJS with a default export, which its backend knows.
const BUILT_BY_BACKSTAGE = [
  'unexpected-module-syntax',
  'cjs-only-exports-default',
];

/** The marker by which Backstage's feature discovery knows a plugin. */
const isMarker = ({ code, path: where }) =>
  code === 'EXPORTS_VALUE_INVALID' && where.at(-1) === 'backstage';

for (const { manifest } of publishable()) {
  describe(manifest.name, () => {
    const tarball = tarballOf(manifest);
    const folder = path.join(work, 'unpacked', path.basename(tarball, '.tgz'));
    const unpack = () => {
      if (existsSync(folder)) return path.join(folder, 'package');
      mkdirSync(folder, { recursive: true });
      execFileSync('tar', ['xzf', tarball, '-C', folder]);
      return path.join(folder, 'package');
    };

    it('has no errors of publint', async () => {
      const bytes = readFileSync(tarball);
      const { messages, pkg } = await publint({
        level: 'error',
        pack: { tarball: new Uint8Array(bytes).buffer },
      });
      assert.deepEqual(
        messages
          .filter(message => !isMarker(message))
          .map(message => formatMessage(message, pkg)),
        [],
      );
    });

    it('has types that resolve everywhere', async () => {
      await exec(path.join(root, 'node_modules/.bin/attw'), [
        tarball,
        '--ignore-rules',
        ...BUILT_BY_BACKSTAGE,
      ]);
    });

    it('carries the licence, its address and a readme that leads on', () => {
      const content = unpack();
      const read = name => readFileSync(path.join(content, name), 'utf8');
      assert.equal(
        read('LICENSE'),
        readFileSync(path.join(root, 'LICENSE'), 'utf8'),
      );
      const packed = JSON.parse(read('package.json'));
      for (const key of ['repository', 'homepage', 'bugs', 'engines']) {
        assert.ok(packed[key], `${key} is missing`);
      }
      assert.doesNotMatch(JSON.stringify(packed), /workspace:|src\/index/);
      assert.deepEqual(
        [
          ...read('README.md').matchAll(/\]\((?!https?:|#|mailto:)[^)]+\)/g),
        ].map(([link]) => link),
        [],
      );
    });
  });
}
