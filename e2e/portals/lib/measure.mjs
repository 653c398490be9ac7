// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What ML Lens adds to a portal.
import { globSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of the files in a folder, by package; links are not followed. */
export function sizeOf(modules) {
  const sizes = {};
  const add = (folder, name) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isSymbolicLink()) continue;
      if (entry.isDirectory()) add(file, name);
      else sizes[name] = (sizes[name] ?? 0) + lstatSync(file).size;
    }
  };
  for (const name of packageFolders(modules)) {
    add(path.join(modules, name), name);
  }
  return sizes;
}

const packageFolders = modules =>
  globSync(['*', '@*/*'], { cwd: modules }).filter(
    name =>
      !/^(@[^/]+|\..*)$/.test(name) &&
      lstatSync(path.join(modules, name)).isDirectory(),
  );

/**
 * What has grown, largest first.
 *
 * @returns total, and each package with its bytes
 */
export function growth(before, after) {
  const grown = Object.entries(after)
    .map(([name, bytes]) => ({ name, bytes: bytes - (before[name] ?? 0) }))
    .filter(({ bytes }) => bytes !== 0)
    .sort((a, b) => b.bytes - a.bytes);
  const total = grown.reduce((sum, { bytes }) => sum + bytes, 0);
  return { total, grown };
}

/** Versions and places of a package, wherever it is installed. */
export function copiesOf(portal, name) {
  const pattern = `{,packages/*/}{,node_modules/{*,@*/*}/}node_modules/${name}/package.json`;
  return globSync(pattern, { cwd: portal.folder }).map(file => {
    const { version } = JSON.parse(readFileSync(portal.path(file), 'utf8'));
    return `${version} in ${path.dirname(file)}`;
  });
}

/** Bytes, gzipped, of the scripts and styles that a page has loaded, each once. */
export async function loadedBy(openPage, url, visit) {
  const page = await openPage(url);
  const bodies = new Map();
  page.on('response', response => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) {
      bodies.set(response.url(), response.body());
    }
  });
  await visit(page);
  await page.waitForLoadState('networkidle');
  const texts = await Promise.all(bodies.values());
  await page.context().close();
  return texts.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
