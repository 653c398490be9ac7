// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What the documents name is there: other documents and their headings,
// settings, permissions, routes, annotations and problems of lens files.

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const DOCUMENTS = globSync([
  '*.md',
  'docs/**/*.md',
  'examples/*.md',
  'packages/*/README.md',
  'plugins/*/README.md',
  'skills/**/*.md',
]);
const read = file => readFileSync(file, 'utf8');
const texts = new Map(DOCUMENTS.map(file => [file, read(file)]));
const BLOCKS = /^ *```[\s\S]*?^ *```/gm;
const CODE = /`[^`\n]*`/g;

/** Where a page of this repository is from the outside. */
const OURS =
  /^https:\/\/(?:github\.com|raw\.githubusercontent\.com)\/ml-lens\/ml-lens\/(?:(?:blob|tree)\/)?main\//;

/** The anchor GitHub makes of a heading. */
const anchorOf = heading =>
  heading
    .trim()
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const anchorsOf = file =>
  [
    ...read(file)
      .replace(BLOCKS, '')
      .matchAll(/^#+ (.*)$/gm),
  ].map(([, text]) => anchorOf(text));

/** Everything a pattern finds in any document, with where it was found. */
function named(pattern, textOf = text => text) {
  return [...texts].flatMap(([file, text]) =>
    [...textOf(text).matchAll(pattern)].map(([, ...groups]) => [
      file,
      ...groups,
    ]),
  );
}

/** Fails with all that is not there; finding nothing at all would prove nothing. */
function allThere(found, isThere) {
  assert.ok(found.length > 0);
  assert.deepEqual(
    found.filter(one => !isThere(...one)),
    [],
  );
}

test('links lead to files and headings', () => {
  const links = named(/\]\(([^)\s]+)\)/g, text =>
    text.replace(BLOCKS, '').replace(CODE, ''),
  ).filter(([, target]) => OURS.test(target) || !/^[a-z]+:/.test(target));
  allThere(links, (from, target) => {
    const [to, anchor] = target.replace(OURS, '').split('#');
    const beside = OURS.test(target) ? '' : path.dirname(from);
    const file = to ? path.join(beside, to) : from;
    return (
      existsSync(file) &&
      (!anchor || !file.endsWith('.md') || anchorsOf(file).includes(anchor))
    );
  });
});

describe('what documents name', () => {
  test('settings', () => {
    const declared = globSync('plugins/*/config.d.ts').map(read).join('\n');
    allThere(named(/`mlLens\.([\w.]+)/g), (_, key) =>
      key
        .split('.')
        .every(part => new RegExp(`\\b${part}\\??:`).test(declared)),
    );
  });

  test('permissions', () => {
    const declared = read('plugins/ml-lens-common/src/permissions.ts');
    allThere(
      named(/`(ml-lens\.[a-z]+\.[a-z]+)`/g).filter(
        ([, name]) => !name.endsWith('.changed'),
      ),
      (_, name) => declared.includes(`'${name}'`),
    );
  });

  test('topics and actions', () => {
    const declared = globSync(
      'plugins/ml-lens-backend/src/{actions,events,inbox,notifications,reviews,waivers}/*.ts',
    )
      .filter(file => !file.endsWith('.test.ts'))
      .map(read)
      .join('\n');
    allThere(named(/`ml-lens\.([a-z]+-[a-z]+)`/g), (_, name) =>
      new RegExp(`['.]${name}'`).test(declared),
    );
  });

  test('routes', () => {
    const { paths } = JSON.parse(read('plugins/ml-lens-backend/openapi.json'));
    const bare = route => route.replace(/\{[^}]*\}/g, '{}');
    const routes = Object.entries(paths).flatMap(([route, methods]) =>
      Object.keys(methods).map(one => `${one.toUpperCase()} ${bare(route)}`),
    );
    allThere(
      named(/`(GET|POST|PUT|DELETE) ([/…][^\s`?]*)/g).filter(
        ([, , route]) => !route.startsWith('/api/'),
      ),
      (_, method, route) =>
        route.startsWith('…')
          ? routes.some(
              one =>
                one.startsWith(`${method} `) &&
                one.endsWith(bare(route.slice(1))),
            )
          : routes.includes(`${method} ${bare(route)}`),
    );
  });

  test('annotations', () => {
    const declared =
      read('plugins/ml-lens-common/src/annotations.ts') +
      // The demo's own.
      globSync('plugins/ml-lens-demo-backend/src/**/*.ts').map(read).join('\n');
    allThere(named(/`(ml-lens\.io\/[\w-]+)/g), (_, name) =>
      declared.includes(`'${name}'`),
    );
  });
});

describe('explained is', () => {
  /** Names in a source file, and the document that explains them all. */
  const explained = (source, pattern, document, words) => {
    const names = [...read(source).matchAll(pattern)].map(([, name]) => [name]);
    allThere(names, name => texts.get(document).includes(words(name)));
  };

  test('every problem of a lens file', () =>
    explained(
      'packages/lens-model/src/lens/problems.ts',
      /^ {2}'([A-Z_0-9]+)',$/gm,
      'docs/lens-authoring.md',
      code => `| \`${code}\``,
    ));

  test('every topic of notifications', () =>
    explained(
      'plugins/ml-lens-backend/src/notifications/newsTopics.ts',
      /^ {2}'([a-z-]+)',$/gm,
      'docs/operations.md',
      topic => `\`ml-lens.${topic}\``,
    ));

  test('every action', () =>
    explained(
      'plugins/ml-lens-backend/src/actions/definitions.ts',
      /^ {4}name: '([a-z-]+)',$/gm,
      'docs/agents.md',
      action => `| \`${action}\``,
    ));

  test('every permission', () => {
    for (const document of [
      'docs/permissions.md',
      'plugins/ml-lens-backend/README.md',
    ]) {
      explained(
        'plugins/ml-lens-common/src/permissions.ts',
        /name: '(ml-lens\.[a-z.]+)'/g,
        document,
        permission => `| \`${permission}\``,
      );
    }
  });

  test('every scheduled task', () => {
    const tasks = globSync('plugins/ml-lens-backend/src/**/*.ts')
      .filter(file => !file.includes('.test.'))
      .flatMap(file => [
        ...read(file).matchAll(
          /scheduleTask\(\{[^}]*?\bid: (?:'([\w-]+)'|`([\w-]+)\$)/g,
        ),
      ])
      .map(([, whole, beginning]) => [whole ?? `${beginning}<`]);
    allThere(tasks, task =>
      texts.get('docs/operations.md').includes(`| \`${task}`),
    );
  });
});
