// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What every page of a portal loads of the plugin, bundled as portals do it.
// `e2e/portals/run removal` measures the same on a whole portal, and takes minutes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { before } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { rspack } from '@rspack/core';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, '.cache/eager');

/** What portals load anyway, `react-aria` as a part of `@backstage/ui`. */
const OF_PORTALS =
  /^(react|react-dom|react-router-dom|react-aria|@backstage\/.+|@material-ui\/.+)(\/|$)/;

const compiler = rspack({
  mode: 'production',
  devtool: false,
  target: ['web', 'es2022'],
  context: root,
  // Portals find the plugin by what its package exports as the default, and
  // leave out the rest.
  entry: { plugin: './plugins/ml-lens/src/plugin.tsx' },
  output: {
    path: out,
    clean: true,
    filename: '[name].js',
    chunkFilename: '[id].js',
    library: { type: 'commonjs2' },
  },
  externals: [
    ({ request }, found) =>
      OF_PORTALS.test(request) ? found(null, request, 'commonjs') : found(),
  ],
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  experiments: { css: true },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      {
        test: /\.module\.css$/,
        type: 'css/module',
        parser: { namedExports: false },
      },
    ],
  },
  optimization: {
    chunkIds: 'named',
    splitChunks: { cacheGroups: { default: false, defaultVendors: false } },
  },
});

let chunks;
before(async () => {
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  assert.ok(!stats.hasErrors(), stats.toString({ all: false, errors: true }));
  ({ chunks } = stats.toJson({ all: false, chunks: true, ids: true }));
});

/** Kilobytes, gzipped, of a file of the bundle. */
const weightOf = file =>
  gzipSync(readFileSync(path.join(out, file))).length / 1000;

/** A test that the chunks that are meant weigh no more than some kilobytes. */
function weighs(what, most, isMeant) {
  test(`${what}: at most ${most} kB`, t => {
    const files = chunks.filter(isMeant).flatMap(chunk => chunk.files);
    assert.notEqual(files.length, 0);
    const weight = files.map(weightOf).reduce((sum, one) => sum + one, 0);
    t.diagnostic(`${weight.toFixed(1)} kB`);
    assert.ok(weight <= most, `${weight.toFixed(1)} kB`);
  });
}

weighs('what every page loads', 48, ({ initial }) => initial);
weighs("the filter of the catalog's list, beyond that", 12, ({ id }) =>
  /LevelFilter/.test(id),
);
