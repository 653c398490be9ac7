// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The portal as it is deployed: the bundle of its backend, which serves the
// app, unpacked where nothing but production dependencies are installed.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { answers, freePort } from '../../lib/net.mjs';
import { exec, serve, stop, work } from './work.mjs';

/**
 * Builds, unpacks and installs a portal the way its Dockerfile does.
 *
 * @param options.install `false` runs it on the packages of the portal instead
 * @returns the folder it runs in
 */
export async function deploy(portal, name, { install = true } = {}) {
  const folder = path.join(work, name);
  const ready = path.join(folder, '.installed');
  if (existsSync(ready)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const run = line => exec('sh', ['-c', line], { cwd: folder });
  const from = portal.folder;
  await portal.yarn('build:backend');
  const dist = `${from}/packages/backend/dist`;
  await run(`cp -r ${from}/.yarn ${from}/.yarnrc.yml ${from}/backstage.json .`);
  await run(`cp ${from}/yarn.lock ${from}/package.json .`);
  await run(`tar xzf ${dist}/skeleton.tar.gz`);
  await run(
    install
      ? 'yarn workspaces focus --all --production'
      : `ln -s ${from}/node_modules node_modules`,
  );
  await run(`cp -r ${from}/examples ${from}/app-config*.yaml .`);
  await run(`tar xzf ${dist}/bundle.tar.gz`);
  writeFileSync(ready, '');
  return folder;
}

/** The guest is a member of the team that owns the example. */
export const OWNER = 'user:default/guest';

/**
 * Starts a deployed portal on a free port, with SQLite in memory unless the
 * configuration says otherwise.
 *
 * @param folder where it was unpacked
 * @param name of its log
 * @param options.config on top of the files that create-app wrote
 * @param options.guest entity ref of who a guest is
 * @param options.url where browsers find it, if not at its port
 * @param options.wrap command that the server is started through
 */
export async function startDeployed(folder, name, options = {}) {
  const port = options.port ?? (await freePort());
  const local = `http://127.0.0.1:${port}`;
  const url = options.url ?? `http://localhost:${port}`;
  const { config = {}, guest = OWNER, env, wrap = [] } = options;
  const base = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: `127.0.0.1:${port}`,
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    auth: {
      providers: {
        guest: {
          dangerouslyAllowOutsideDevelopment: true,
          userEntityRef: guest,
        },
      },
    },
  };
  const files = [base, config].map((value, index) => {
    const file = path.join(work, `${name}.${index}.yaml`);
    writeFileSync(file, stringify(value));
    return file;
  });
  const [command, ...args] = [
    ...wrap,
    process.execPath,
    'packages/backend',
    ...['app-config.yaml', 'app-config.production.yaml', ...files].flatMap(
      file => ['--config', file],
    ),
  ];
  const { child, log } = await serve(name, command, args, {
    cwd: folder,
    env: { NODE_ENV: 'production', ...env },
    isReady: () => answers(`${local}/.backstage/health/v1/readiness`),
  });
  return { url, local, log, stop: () => stop(child) };
}
