// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Gives this checkout its own Node.js 24, Yarn 4 and node_modules, so that the
// machine needs no more than Node.js 20 with npm. Everything stays inside the
// checkout, and a step that was cut off is simply repeated the next time.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, isCurrent } from './fingerprint.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const toolchain = path.join(root, '.toolchain');
const toolchainModules = path.join(toolchain, 'node_modules');
const toolchainBin = path.join(toolchainModules, '.bin');
const cache = path.join(root, '.cache');
const windows = process.platform === 'win32';

/** What Backstage runs on. */
const supportedNode = [22, 24];

export const say = text => process.stdout.write(`[ml-lens] ${text}\n`);

/** A failure the reader can act on: shown without a stack trace. */
export class PortalError extends Error {}

function workspaceManifests() {
  return ['packages', 'plugins'].flatMap(group =>
    fs
      .readdirSync(path.join(root, group), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => path.join(root, group, entry.name, 'package.json'))
      .filter(file => fs.existsSync(file))
      .sort(),
  );
}

// npm describes the script it runs in these variables. Passed on, they would
// make the tools below believe that they run inside that script's package.
function withoutScriptVariables(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^npm_(package|lifecycle|command|config_(local_prefix|prefix|user_agent)|execpath|node_execpath)/i.test(
          name,
        ),
    ),
  );
}

// Windows calls the variable Path; the copy of the environment is case-sensitive.
function prependPath(env, ...directories) {
  const name = Object.keys(env).find(k => k.toUpperCase() === 'PATH') ?? 'PATH';
  env[name] = [...directories, env[name]].filter(Boolean).join(path.delimiter);
}

/** Runs npm, the one that runs this script if there is one. */
function npm(args, options) {
  const cli = process.env.npm_execpath;
  const viaNode = cli && /npm-cli\.c?js$/.test(cli);
  return spawnSync(
    viaNode ? process.execPath : 'npm',
    viaNode ? [cli, ...args] : args,
    { encoding: 'utf8', shell: windows && !viaNode, ...options },
  );
}

function installToolchain() {
  const stamp = path.join(toolchainModules, '.ml-lens-stamp');
  const wanted = fingerprint([
    path.join(toolchain, 'package.json'),
    path.join(toolchain, 'package-lock.json'),
  ]);
  if (isCurrent(stamp, wanted)) {
    return;
  }
  say('Installing Node.js 24 and Yarn 4 into .toolchain (about 190 MB) …');
  const result = npm(
    ['ci', '--no-audit', '--no-fund', '--cache', path.join(cache, 'npm')],
    {
      cwd: toolchain,
      env: withoutScriptVariables(process.env),
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (result.status !== 0) {
    throw new PortalError(
      `npm could not install Node.js 24 and Yarn 4, see its message above. ${
        hasSpace() ? 'Is the package registry reachable?' : NO_SPACE
      }`,
    );
  }
  if (!fs.existsSync(path.join(toolchainBin, windows ? 'node.cmd' : 'node'))) {
    throw new PortalError(
      `There is no packaged Node.js 24 for ${process.platform} ${process.arch}. ` +
        'Install Node.js 24 and Yarn 4 yourself, then use `yarn install` and `yarn dev`.',
    );
  }
  fs.writeFileSync(stamp, wanted);
}

/** The path of the Node.js 24 binary itself, which on Windows is not what `.bin` holds. */
function toolchainNode() {
  if (!windows) {
    return path.join(toolchainBin, 'node');
  }
  return path.join(
    toolchainModules,
    `node-win-${process.arch}`,
    'bin/node.exe',
  );
}

function toolchainEnvironment() {
  const env = withoutScriptVariables(process.env);
  prependPath(
    env,
    path.dirname(toolchainNode()),
    toolchainBin,
    path.join(root, 'node_modules/.bin'),
  );
  return env;
}

// Yarn has its own setting for the registry. Where a company's npm is set up
// for a mirror, Yarn follows it.
export function followNpmRegistry(env) {
  if (env.YARN_NPM_REGISTRY_SERVER) {
    return;
  }
  const { status, stdout } = npm(['config', 'get', 'registry'], {
    cwd: toolchain,
    env: withoutScriptVariables(process.env),
  });
  const registry = status === 0 ? stdout.trim() : '';
  if (/^https:/.test(registry)) {
    env.YARN_NPM_REGISTRY_SERVER = registry.replace(/\/$/, '');
  }
}

const NO_SPACE =
  'The disk is full: about 3 GB are needed. Make room and start again; what is installed already is kept.';

function hasSpace() {
  const { bavail, bsize } = fs.statfsSync(root);
  return bavail * bsize > 50 * 1024 * 1024;
}

/** What to do about an install that failed. Exported for the tests. */
export function explainInstall(text, log) {
  if (/ENOSPC|no space left/i.test(text) || !hasSpace()) {
    return NO_SPACE;
  }
  const tail = text.trimEnd().split('\n').slice(-25).join('\n');
  const unreachable =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|RequestError/.test(
      text,
    );
  return [
    unreachable
      ? 'The package registry stopped answering while packages were installed. Is the network up? Start again when it is; what is installed already is kept.'
      : 'yarn install failed.',
    `The end of ${path.relative(root, log)}:`,
    tail,
  ].join('\n');
}

async function installPackages(tools) {
  const stamp = path.join(root, 'node_modules/.ml-lens-stamp');
  const wanted = fingerprint([
    path.join(root, 'package.json'),
    path.join(root, 'yarn.lock'),
    path.join(root, '.yarnrc.yml'),
    ...workspaceManifests(),
  ]);
  if (isCurrent(stamp, wanted)) {
    return;
  }
  say('Installing the packages of yarn.lock (one to three minutes) …');
  fs.rmSync(stamp, { force: true });
  fs.mkdirSync(cache, { recursive: true });
  const log = path.join(cache, 'yarn-install.log');
  const env = { ...tools.env };
  followNpmRegistry(env);

  const code = await new Promise((resolve, reject) => {
    const file = fs.createWriteStream(log);
    const child = spawn(
      tools.node,
      [
        path.join(toolchainModules, '@yarnpkg/cli-dist/bin/yarn.js'),
        'install',
        '--immutable',
      ],
      { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let rest = '';
    const onData = chunk => {
      file.write(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const step = /┌ (.* step)/.exec(line);
        if (step) say(`  ${step[1]} …`);
      }
    };
    child.stdout.setEncoding('utf8').on('data', onData);
    child.stderr.setEncoding('utf8').on('data', onData);
    child.on('error', reject);
    child.on('close', status => file.end(() => resolve(status)));
  });
  if (code !== 0) {
    throw new PortalError(explainInstall(fs.readFileSync(log, 'utf8'), log));
  }
  fs.writeFileSync(stamp, wanted);
}

function runsInYarnOnSupportedNode() {
  const major = Number(process.versions.node.split('.')[0]);
  return (
    supportedNode.includes(major) &&
    /^yarn\/[4-9]/.test(process.env.npm_config_user_agent ?? '')
  );
}

/**
 * Installs what is missing.
 *
 * @returns the Node.js binary to run the project with, and an environment in
 * which `node`, `yarn` and the project's commands are the right ones. Started
 * from Yarn 4 on Node.js 22 or 24, these are the ones already in use.
 */
export async function provision() {
  if (runsInYarnOnSupportedNode()) {
    const env = withoutScriptVariables(process.env);
    prependPath(env, path.join(root, 'node_modules/.bin'));
    return { node: process.execPath, env };
  }
  installToolchain();
  const tools = { node: toolchainNode(), env: toolchainEnvironment() };
  await installPackages(tools);
  return tools;
}
