// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The packages as they would be published, served as a registry would.
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { answers, freePort } from '../../lib/net.mjs';
import { cache, exec, root, serve, stop, work } from './work.mjs';

const tools = path.join(cache, 'tools');
const packages = path.join(work, 'packages');

export const tool = name => path.join(tools, 'node_modules/.bin', name);

/** Installs what makes and feeds the portals, where it is not there yet. */
export async function installTools() {
  const source = path.join(import.meta.dirname, '../tools');
  const stamp = path.join(tools, 'node_modules/.stamp');
  const wanted = readFileSync(path.join(source, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  cpSync(source, tools, { recursive: true });
  await exec('npm', ['ci'], { cwd: tools });
  writeFileSync(stamp, wanted);
}

/** Manifests of what is published: every workspace that is not private. */
export function publishable() {
  return globSync(['packages/*/package.json', 'plugins/*/package.json'], {
    cwd: root,
  })
    .map(file => path.join(root, file))
    .map(file => ({
      folder: path.dirname(file),
      manifest: JSON.parse(readFileSync(file, 'utf8')),
    }))
    .filter(({ manifest }) => !manifest.private)
    .sort((a, b) => a.manifest.name.localeCompare(b.manifest.name));
}

const fileOf = ({ name }) => `${name.replace(/\W+/g, '-').slice(1)}.tgz`;

/** Where a package was packed to. */
export const tarballOf = manifest => path.join(packages, fileOf(manifest));

/** Builds and packs what is published, where that has not been done. */
export async function packAll() {
  if (existsSync(packages)) return;
  await exec('yarn', ['tsc'], { cwd: root });
  const parts = path.join(work, 'packing');
  mkdirSync(parts, { recursive: true });
  for (const { folder, manifest } of publishable()) {
    await exec('yarn', ['build'], { cwd: folder });
    await exec('yarn', ['pack', '--out', path.join(parts, fileOf(manifest))], {
      cwd: folder,
    });
  }
  cpSync(parts, packages, { recursive: true });
  rmSync(parts, { recursive: true });
}

/** What an earlier run has downloaded under the same names. */
function forgetOwnPackages() {
  const own = globSync(['cache/@ml-lens-*', 'metadata/npm/*/127.0.0.1'], {
    cwd: path.join(cache, 'yarn'),
  });
  for (const name of own) {
    rmSync(path.join(cache, 'yarn', name), { recursive: true });
  }
}

/**
 * Serves the tarballs. Only them: everything else comes from where the machine
 * usually gets it.
 *
 * @returns address of the registry, and `stop`
 */
export async function startRegistry() {
  forgetOwnPackages();
  const folder = path.join(work, 'registry');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = path.join(folder, 'config.yaml');
  const rule = { access: '$all', publish: '$all', unpublish: '$all' };
  writeFileSync(
    config,
    JSON.stringify({
      storage: path.join(folder, 'storage'),
      uplinks: {},
      packages: { '**': rule },
      web: { enable: false },
      log: { type: 'stdout', level: 'warn' },
    }),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const npmrc = path.join(folder, 'npmrc');
  // npm wants a token where anybody may publish, too.
  writeFileSync(
    npmrc,
    `registry=${url}/\n//127.0.0.1:${port}/:_authToken=any\n`,
  );

  const { child } = await serve(
    'verdaccio',
    tool('verdaccio'),
    ['--config', config, '--listen', `127.0.0.1:${port}`],
    { cwd: folder, isReady: () => answers(`${url}/-/ping`) },
  );
  try {
    for (const file of globSync('*.tgz', { cwd: packages })) {
      await exec('npm', ['publish', path.join(packages, file)], {
        env: { NPM_CONFIG_USERCONFIG: npmrc, YARN_NPM_REGISTRY_SERVER: '' },
      });
    }
  } catch (error) {
    stop(child);
    throw error;
  }
  return { url, stop: () => stop(child) };
}
