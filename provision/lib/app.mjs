// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// The demo's app as it is in production: built once, kept between starts, made
// anew when what it is made of has changed, and served on the app's own port.

import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { fingerprint, isCurrent } from './fingerprint.mjs';
import { runInForeground } from './process.mjs';
import { PortalError, root, say } from './provision.mjs';

const backstageCli = path.join(
  root,
  'node_modules/@backstage/cli/bin/backstage-cli',
);
const appFolder = path.join(root, 'packages/app');
const stamp = path.join(root, '.cache/app-build');

/** Folders of all packages of this repository, by name. */
function workspaces() {
  return new Map(
    ['packages', 'plugins'].flatMap(group =>
      fs
        .readdirSync(path.join(root, group))
        .map(name => path.join(root, group, name))
        .filter(folder => fs.existsSync(path.join(folder, 'package.json')))
        .map(folder => [readManifest(folder).name, folder]),
    ),
  );
}

const readManifest = folder =>
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** The app's folder and those of this repository that end up in its bundle. */
function foldersOfApp() {
  const known = workspaces();
  const found = new Set([appFolder]);
  for (const folder of found) {
    for (const name of Object.keys(readManifest(folder).dependencies ?? {})) {
      if (known.has(name)) found.add(known.get(name));
    }
  }
  return [...found];
}

function sourcesOfApp() {
  const folders = foldersOfApp().flatMap(folder => [
    path.join(folder, 'src'),
    path.join(folder, 'public'),
  ]);
  const sources = folders
    .filter(folder => fs.existsSync(folder))
    .flatMap(folder =>
      fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map(entry => path.join(entry.parentPath ?? entry.path, entry.name)),
    );
  const settings = fs
    .readdirSync(root)
    .filter(name => /^app-config(\.local)?\.yaml$/.test(name));
  const manifests = foldersOfApp().flatMap(folder => [
    path.join(folder, 'package.json'),
    path.join(folder, 'config.d.ts'),
  ]);
  return [
    ...sources,
    ...manifests.filter(file => fs.existsSync(file)),
    ...['yarn.lock', ...settings].map(name => path.join(root, name)),
  ].sort();
}

/** Builds the app unless the build at hand is of the same sources. */
export async function buildApp(tools) {
  const wanted = fingerprint(sourcesOfApp());
  if (
    isCurrent(stamp, wanted) &&
    fs.existsSync(path.join(appFolder, 'dist/index.html'))
  ) {
    return;
  }
  say('Building the app (about a minute; the next start uses it again) …');
  fs.rmSync(stamp, { force: true });
  const code = await runInForeground(
    tools.node,
    [backstageCli, 'package', 'build'],
    { cwd: appFolder, env: { ...tools.env, NODE_ENV: 'production' } },
  );
  if (code !== 0) {
    throw new PortalError('The app could not be built, see the message above.');
  }
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, wanted);
}

/** Passes a request on to the backend, which serves the app's files. */
function passOn(backend, request, response) {
  const { hostname, port } = new URL(backend);
  const upstream = http.request(
    {
      hostname,
      port,
      method: request.method,
      path: request.url,
      headers: request.headers,
    },
    answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    },
  );
  upstream.on('error', () => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(503, { 'retry-after': '1' });
    response.end('The backend is not ready yet. Reload in a moment.\n');
  });
  request.pipe(upstream);
}

/** Resolves with whether something answers at a port. */
const isTaken = (port, host) =>
  new Promise(resolve => {
    const socket = net.connect({ port, host });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * Refuses to start where something else answers: it would be taken for the
 * portal.
 */
export async function assertPortsAreFree({ app, backend }) {
  for (const [what, url, setting] of [
    ['app', app, 'ML_LENS_APP_PORT'],
    ['backend', backend, 'ML_LENS_BACKEND_PORT'],
  ]) {
    const { hostname, port } = new URL(url);
    if (await isTaken(Number(port), hostname)) {
      throw new PortalError(
        `Port ${port} of the ${what} is in use. End what uses it, or choose another: ${setting}=${
          Number(port) + 10
        } npm start`,
      );
    }
  }
}

/**
 * Serves the app at its own address, the one of `yarn dev` and of the
 * configuration.
 *
 * @returns a function that stops it
 */
export async function serveApp({ app, backend }) {
  const server = http.createServer((request, response) =>
    passOn(backend, request, response),
  );
  const { hostname, port } = new URL(app);
  server.listen(Number(port), hostname);
  await once(server, 'listening');
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
