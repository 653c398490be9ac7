// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The backend as a dynamic plugin, as Red Hat Developer Hub and others load it:
// exported by its command line into a portal that does not depend on it.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { worksFor } from './lib/api.mjs';
import { Portal } from './lib/portal.mjs';
import { startDeployed } from './lib/production.mjs';
import { withoutMlLens } from './lib/removed.mjs';
import { cache, exec, root } from './lib/work.mjs';

const CLI = '@red-hat-developer-hub/cli@1.9.1';
const SERVICE = '@backstage/backend-dynamic-feature-service';
const LOADER = 'dynamicPluginsFeatureLoader';
const plugin = path.join(root, 'plugins/ml-lens-backend');

/** Installs the command line of Red Hat Developer Hub (700 MB) once. */
async function installCli() {
  const folder = path.join(cache, 'rhdh');
  const command = path.join(folder, 'node_modules/.bin/rhdh-cli');
  if (!existsSync(command)) {
    mkdirSync(folder, { recursive: true });
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts'];
    await exec('npm', ['install', '--prefix', folder, ...flags, CLI], {
      cwd: folder,
    });
  }
  return command;
}

describe('a portal with dynamic plugins', () => {
  const portal = new Portal('current');
  let folder;
  let running;
  before(async () => {
    folder = await withoutMlLens();
  });
  after(() => {
    running?.stop();
    rmSync(path.join(plugin, 'dist-dynamic'), { recursive: true, force: true });
  });

  it('gets the exported backend', async () => {
    const cli = await installCli();
    // The packages named after the plugin are taken along without being told.
    const own = ['--embed-package', '@ml-lens/lens-model'];
    await exec(cli, ['plugin', 'export', '--clean', '--no-build', ...own], {
      cwd: plugin,
    });
    const plugins = path.join(folder, 'dynamic-plugins-root');
    rmSync(plugins, { recursive: true, force: true });
    cpSync(path.join(plugin, 'dist-dynamic'), path.join(plugins, 'ml-lens'), {
      recursive: true,
    });
  });

  it('is told to load what it finds', async () => {
    const index = 'packages/backend/src/index.ts';
    if (portal.read(index).includes(SERVICE)) return;
    await portal.type(`yarn --cwd packages/backend add ${SERVICE}`);
    portal.write(
      index,
      `import { ${LOADER} } from '${SERVICE}';\n${portal.read(index)}`,
    );
    portal.addToBackend(`backend.add(${LOADER}());`);
    await portal.type('yarn workspace backend build --skip-build-dependencies');
    await exec(
      'tar',
      ['xzf', portal.path('packages/backend/dist/bundle.tar.gz')],
      {
        cwd: folder,
      },
    );
  });

  it('stores an answer', async () => {
    running = await startDeployed(folder, 'dynamic', {
      config: { dynamicPlugins: { rootDirectory: 'dynamic-plugins-root' } },
    });
    await worksFor(running.url);
  });
});
