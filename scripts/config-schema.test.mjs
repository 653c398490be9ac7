// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Each package declares the settings it reads, so that a portal with only one of
// them has what that one needs, and `config:check` names what cannot be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfigSchema } from '@backstage/config-loader';

const load = folder =>
  loadConfigSchema({
    dependencies: [],
    packagePaths: [`${folder}/package.json`],
  });

// With what Backstage itself asks for.
const configuration = mlLens => [
  {
    context: 'test',
    data: {
      app: { baseUrl: 'http://localhost' },
      backend: {
        baseUrl: 'http://localhost',
        database: { client: 'better-sqlite3', connection: ':memory:' },
        listen: ':7007',
      },
      notifications: {
        processors: {
          email: {
            transportConfig: { transport: 'stream' },
            sender: 'portal@example.com',
          },
        },
      },
      mlLens,
    },
  },
];

const visibleInBrowser = (schema, mlLens) =>
  schema.process(configuration(mlLens), { visibility: ['frontend'] })[0].data
    .mlLens;

test('the frontend alone sees every setting that it reads', async () => {
  const settings = {
    defaultLenses: ['acme', 'aws-ml-lens'],
    levels: [{ name: 'Bronze', from: 0, noHigh: true }],
    improvements: {
      issueUrlTemplate: 'https://tracker.example.com/new?title={title}',
      scaffolderTemplate: 'template:default/improvement',
    },
  };
  assert.deepEqual(
    visibleInBrowser(await load('plugins/ml-lens'), settings),
    settings,
  );
});

test('the backend alone gives the browser nothing', async () => {
  const schema = await load('plugins/ml-lens-backend');
  assert.equal(
    visibleInBrowser(schema, {
      defaultLenses: ['acme'],
      lenses: [{ target: './secret' }],
    }),
    undefined,
  );
});

for (const [what, mlLens] of [
  ['defaultLenses', { defaultLenses: [] }],
  ['defaultLenses/0', { defaultLenses: [''] }],
  ['levels', { levels: [] }],
  ['levels/0/name', { levels: [{ name: '', from: 0 }] }],
  ['levels/0/from', { levels: [{ name: 'A', from: 101 }] }],
  ['lenses/0/target', { lenses: [{ target: '' }] }],
  ['history/maxImportMegabytes', { history: { maxImportMegabytes: 0 } }],
  ['notifications/language', { notifications: { language: 'fr' } }],
]) {
  test(`a value that would stop the start is named: ${what}`, async () => {
    const schema = await load('plugins/ml-lens-backend');
    assert.throws(
      () => schema.process(configuration(mlLens)),
      error => error.message.includes(`/mlLens/${what}`),
    );
  });
}
