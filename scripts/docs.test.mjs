// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What the documents tell people to paste and to type can be used. What has to
// run in a portal runs in `e2e/` and `e2e/portals/`; this looks at the rest.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { loadConfigSchema } from '@backstage/config-loader';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import ts from 'typescript';
import { parseDocument } from 'yaml';
import { blocksOf, commandsOf } from '../e2e/lib/docs.mjs';

const run = promisify(execFile);

const DOCUMENTS = globSync([
  '*.md',
  'docs/*.md',
  'plugins/*/README.md',
  'packages/*/README.md',
]);

const found = DOCUMENTS.flatMap(file => {
  const some = /^ *```/m.test(readFileSync(file, 'utf8'));
  return some ? blocksOf(file).map(block => ({ ...block, from: file })) : [];
});
const inLanguage = (...names) =>
  found.filter(({ language }) => names.includes(language));

/** Settings that only have to be there so that a value may name them. */
const SECRETS = /\$\{\w+\}/g;

describe('YAML and JSON in the documents', async () => {
  const schema = await loadConfigSchema({ dependencies: ['app', 'backend'] });
  const isSettings = value =>
    ['mlLens', 'backend', 'app', 'auth'].some(key => key in Object(value));

  for (const { from, text, language } of inLanguage('yaml', 'json')) {
    const [first] = text.split('\n').filter(line => !line.startsWith('#'));
    test(`${from}: ${first}`, async () => {
      const document = parseDocument(text.replace(SECRETS, 'a-secret'));
      assert.deepEqual(document.errors, []);
      const value = document.toJS();
      if (language === 'yaml' && isSettings(value)) {
        const defaults = {
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
        };
        schema.process([
          { context: 'defaults', data: defaults },
          { context: from, data: value },
        ]);
      }
      if (value?.kind === 'Template') {
        assert.equal(await templateEntityV1beta3Validator.check(value), true);
      }
    });
  }
});

describe('TypeScript in the documents', () => {
  const reported = new Map(
    globSync('plugins/*/report*.api.md').map(file => {
      const [, folder, entry] = /plugins\/(.+)\/report-?(.*)\.api/.exec(file);
      const { name } = JSON.parse(
        readFileSync(`plugins/${folder}/package.json`, 'utf8'),
      );
      return [entry ? `${name}/${entry}` : name, readFileSync(file, 'utf8')];
    }),
  );

  for (const { from, text, language } of inLanguage('ts', 'tsx')) {
    test(`${from}: ${text.split('\n').find(Boolean)}`, () => {
      const fileName = `block.${language}`;
      const { diagnostics } = ts.transpileModule(text, {
        fileName,
        reportDiagnostics: true,
        compilerOptions: { jsx: ts.JsxEmit.ReactJSX, target: 'ES2022' },
      });
      assert.deepEqual(
        diagnostics.map(({ messageText }) => messageText),
        [],
      );
      for (const statement of ts.createSourceFile(fileName, text, 'ES2022')
        .statements) {
        const names = statement.importClause?.namedBindings?.elements ?? [];
        const api = reported.get(statement.moduleSpecifier?.text);
        for (const { name } of api ? names : []) {
          assert.match(api, new RegExp(`^export .*\\b${name.text}\\b`, 'm'));
        }
      }
    });
  }
});

describe('commands in the documents', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = found.flatMap(block => commandsOf([block]));
  const inline = DOCUMENTS.flatMap(file => [
    ...readFileSync(file, 'utf8').matchAll(/`(ml-lens [a-z][^`\n]*)`/g),
  ]).map(([, command]) => command);

  const ours = new Set(
    [...commands, ...inline].flatMap(command => {
      const told =
        /(?:^|yarn |npx --yes |npx )(?:ml-lens|@ml-lens\/cli) ([a-z]+) ([a-z]+)(.*)/.exec(
          command,
        );
      return told
        ? [told[1], told[2], ...(told[3].match(/ --[a-z-]+/g) ?? [])].join(' ')
        : [];
    }),
  );

  test('there are some', () => {
    assert.ok(ours.size >= 5, [...ours].join('; '));
  });

  for (const line of ours) {
    test(`ml-lens ${line}`, async () => {
      const [group, name, ...options] = line.split(/ +/);
      const { stdout } = await run(process.execPath, [
        'packages/cli/bin/ml-lens',
        group,
        name,
        '--help',
      ]);
      assert.match(stdout, new RegExp(`^Usage: ml-lens ${group} ${name} `));
      for (const option of options) {
        assert.ok(stdout.includes(option), `${option} is not in\n${stdout}`);
      }
    });
  }

  test('scripts of this repository are there', () => {
    const missing = [...commands, ...inline]
      .map(command => /^(?:yarn|npm run) ([a-z][\w:-]*)/.exec(command)?.[1])
      .filter(Boolean)
      .filter(
        name =>
          !(name in scripts) &&
          !['why', 'workspace', 'install', 'backstage-cli'].includes(name),
      );
    assert.deepEqual(missing, []);
  });

  test('packages to add are there', () => {
    const names = new Set(
      globSync(['plugins/*/package.json', 'packages/*/package.json']).map(
        file => JSON.parse(readFileSync(file, 'utf8')).name,
      ),
    );
    const added = commands
      .flatMap(command => command.match(/@ml-lens\/[\w-]+/g) ?? [])
      .filter(name => !names.has(name));
    assert.deepEqual(added, []);
  });
});

describe('files that CONTRIBUTING names', async () => {
  const { stdout } = await run('git', ['ls-files']);
  const tracked = stdout.split('\n').map(file => `/${file}`);
  const named = new Set(
    [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/`([\w./<>-]+)`/g)]
      .map(([, text]) => text)
      .filter(text => /\.(tsx?|m[jt]s|[cm]?js|json|yaml|md)$|\w\/$/.test(text))
      .filter(text => !/^\.|^node_modules|\.local\./.test(text)),
  );

  test('there are some', () => assert.ok(named.size > 20, `${named.size}`));

  for (const text of named) {
    // `<feature>` stands for the name of any.
    const pattern = `/${text}`.split(/<\w+>/).map(RegExp.escape).join('[^/]+');
    const place = new RegExp(text.endsWith('/') ? pattern : `${pattern}$`);
    test(text, () => assert.ok(tracked.some(file => place.test(file))));
  }
});
