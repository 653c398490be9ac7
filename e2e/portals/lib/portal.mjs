// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A portal as somebody makes it who has never seen this repository.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments, parseDocument } from 'yaml';
import { answers, freePort } from '../../lib/net.mjs';
import { blocksOf, commandsOf } from '../../lib/docs.mjs';
import { tool } from './registry.mjs';
import { exec, serve, stop, work } from './work.mjs';

/** The component of the portal's example catalog that is linked to a workload. */
export const SERVICE = 'example-website';

/** What the README links it to. */
export const WORKLOAD = 'demand-forecasting';

export class Portal {
  constructor(name) {
    this.folder = path.join(work, name);
  }

  path(...names) {
    return path.join(this.folder, ...names);
  }

  exists(...names) {
    return existsSync(this.path(...names));
  }

  read(file) {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file, text) {
    writeFileSync(this.path(file), text);
  }

  /** Changes a YAML file and leaves its comments. */
  changeYaml(file, change) {
    const document = parseDocument(this.read(file));
    change(document);
    this.write(file, String(document));
  }

  changeJson(file, change) {
    const value = JSON.parse(this.read(file));
    change(value);
    this.write(file, `${JSON.stringify(value, null, 2)}\n`);
  }

  yarn(...args) {
    return exec('yarn', args, { cwd: this.folder });
  }

  /** Runs a command line of a document. */
  type(line) {
    return exec('sh', ['-c', line], {
      cwd: this.folder,
      // Yarn 4.13 breaks down ("onCancel handler was attached after the promise
      // settled") when it tries a request to a registry on this machine again.
      env: { YARN_HTTP_RETRY: '0' },
    });
  }

  /** Gives a line of `packages/backend/src/index.ts` its place. */
  addToBackend(text) {
    const file = 'packages/backend/src/index.ts';
    const code = this.read(file);
    if (!code.includes(text.trim())) {
      this.write(
        file,
        code.replace('backend.start()', `${text}\nbackend.start()`),
      );
    }
  }
}

/**
 * Makes a portal with `create-app`.
 *
 * @param more.args for `create-app`
 * @param more.adapt changes what it wrote, before it is installed
 */
export async function createPortal(name, more = {}) {
  const portal = new Portal(name);
  const ready = 'node_modules/.installed';
  if (!portal.exists()) {
    await exec(
      tool('backstage-create-app'),
      ['--skip-install', '--path', portal.folder, ...(more.args ?? [])],
      { env: { BACKSTAGE_APP_NAME: 'stranger' } },
    );
  }
  useRegistry(portal);
  if (portal.exists(ready)) return portal;
  portal.changeJson('package.json', manifest => {
    // Comes with its binaries, and Node.js 24.19 needs it.
    manifest.resolutions['better-sqlite3'] = '^13.0.3';
  });
  await more.adapt?.(portal);
  await portal.yarn('install');
  portal.write(ready, '');
  return portal;
}

/** The packages have just been published, and not where all others are. */
function useRegistry(portal) {
  const registry = process.env.ML_LENS_PORTALS_REGISTRY;
  portal.changeYaml('.yarnrc.yml', settings => {
    settings.setIn(['npmScopes', 'ml-lens', 'npmRegistryServer'], registry);
    settings.set('unsafeHttpWhitelist', [new URL(registry).hostname]);
    settings.set('npmPreapprovedPackages', ['@backstage/*', '@ml-lens/*']);
    // Compilers and downloads of binaries are not what is tried here.
    settings.set('enableScripts', false);
  });
}

/**
 * Takes features out of what `create-app` wrote.
 *
 * @param names of packages, without `@backstage/plugin-`, of the features, e.g.
 * `search`, which stands for `search-backend` and its modules too
 */
export function removeFeatures(portal, names) {
  const removed = dependency =>
    names.some(name =>
      new RegExp(`^@backstage/plugin-(?:.*-module-)?${name}(?:-|$)`).test(
        dependency,
      ),
    );
  for (const folder of ['packages/app', 'packages/backend']) {
    portal.changeJson(`${folder}/package.json`, manifest => {
      for (const name of Object.keys(manifest.dependencies)) {
        if (removed(name)) delete manifest.dependencies[name];
      }
    });
  }
  const keep = code =>
    code
      .replace(
        /backend\.add\(\s*import\('([^']+)'\),?\s*\);\n/g,
        (line, name) => (removed(name) ? '' : line),
      )
      .replace(/import \{[^}]*\} from '([^']+)';\n/g, (line, name) =>
        removed(name) ? '' : line,
      );
  const backend = 'packages/backend/src/index.ts';
  portal.write(backend, keep(portal.read(backend)));
  const sidebar = 'packages/app/src/modules/nav/Sidebar.tsx';
  const imported = portal.read(sidebar);
  let code = keep(imported);
  for (const [, element] of imported.matchAll(/import \{ (\w+) \} from/g)) {
    if (!code.includes(`{ ${element} }`)) {
      code = code.replace(new RegExp(`<${element} />`, 'g'), '<></>');
    }
  }
  portal.write(sidebar, code);
}

/**
 * Adds ML Lens with the README in hand.
 *
 * @returns the commands that were typed and the blocks that were pasted
 */
export async function addMlLens(portal) {
  const blocks = blocksOf('README.md', 'Add it to your portal');
  const commands = commandsOf(blocks).filter(line => line.startsWith('yarn '));
  const installing = commands.filter(line => / add /.test(line));
  for (const command of installing) await portal.type(command);
  const pasted = blocks.filter(block => block.file);
  for (const { text } of pasted) portal.addToBackend(text);
  return { commands, pasted };
}

/** Pastes the README's annotation into the example catalog. */
export function linkService(portal) {
  const [{ text }] = blocksOf('README.md', 'Link a service');
  const { annotations } = parseDocument(text).toJS().metadata;
  const file = 'examples/entities.yaml';
  const entities = parseAllDocuments(portal.read(file));
  const service = entities.find(
    entity => entity.getIn(['metadata', 'name']) === SERVICE,
  );
  service.setIn(['metadata', 'annotations'], annotations);
  portal.write(file, entities.map(String).join(''));
}

/** Pastes a block of configuration; lists go on where there are some. */
export function configure(portal, text, file = 'app-config.yaml') {
  const merge = (document, value, keys) => {
    for (const [key, part] of Object.entries(value)) {
      const at = [...keys, key];
      if (Array.isArray(part) && document.hasIn(at)) {
        part.forEach(item => document.addIn(at, document.createNode(item)));
      } else if (part && typeof part === 'object' && document.hasIn(at)) {
        merge(document, part, at);
      } else {
        document.setIn(at, part);
      }
    }
  };
  portal.changeYaml(file, document =>
    merge(document, parseDocument(text).toJS(), []),
  );
}

/** Variables that move a portal to other ports. */
export function addressConfig({ appPort, backendPort }) {
  const app = `http://localhost:${appPort}`;
  const backend = `http://localhost:${backendPort}`;
  return {
    APP_CONFIG_app_baseUrl: JSON.stringify(app),
    APP_CONFIG_backend_baseUrl: JSON.stringify(backend),
    APP_CONFIG_backend_listen: JSON.stringify({
      host: '127.0.0.1',
      port: backendPort,
    }),
    APP_CONFIG_backend_cors_origin: JSON.stringify(app),
  };
}

/** `yarn start`, on free ports. */
export async function startDevelopment(portal, env = {}) {
  const [appPort, backendPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${appPort}`;
  const backendUrl = `http://localhost:${backendPort}`;
  const { child, log } = await serve(
    `${path.basename(portal.folder)} start`,
    'yarn',
    ['start'],
    {
      cwd: portal.folder,
      env: {
        BROWSER: 'none',
        ...addressConfig({ appPort, backendPort }),
        ...env,
      },
      isReady: async () =>
        (await answers(`${backendUrl}/.backstage/health/v1/readiness`)) &&
        (await answers(url)),
    },
  );
  return { url, backendUrl, log, stop: () => stop(child) };
}

/** Adds the policy of docs/permissions.md in place of the one that allows all. */
export async function addPolicy(portal) {
  const blocks = blocksOf('docs/permissions.md', 'A policy');
  for (const line of commandsOf(blocks)) await portal.type(line);
  for (const { file, text } of blocks.filter(block => block.file)) {
    if (portal.exists(file)) portal.addToBackend(text);
    else portal.write(file, text);
  }
  const index = 'packages/backend/src/index.ts';
  portal.write(
    index,
    portal
      .read(index)
      .replace(
        /backend\.add\(\s*import\('[^']+allow-all-policy'\),?\s*\);\n/,
        '',
      ),
  );
}

/** Pastes what the README says about Japanese. */
export function addJapanese(portal) {
  const block = blocksOf('README.md', 'Japanese').find(
    ({ language }) => language === 'yaml',
  );
  configure(portal, block.text);
}

/** A theme as a company brings it. */
export const THEME = { id: 'company', primary: 'rgb(122, 62, 0)' };

/** Gives the app that theme. */
export function addTheme(portal) {
  portal.write(
    'packages/app/src/modules/theme.tsx',
    `import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import {
  createUnifiedTheme,
  palettes,
  UnifiedThemeProvider,
} from '@backstage/theme';

const theme = createUnifiedTheme({
  palette: {
    ...palettes.light,
    primary: { main: '${THEME.primary}' },
  },
});

export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ThemeBlueprint.make({
      name: '${THEME.id}',
      params: {
        theme: {
          id: '${THEME.id}',
          title: 'Company',
          variant: 'light',
          Provider: ({ children }) => (
            <UnifiedThemeProvider theme={theme}>{children}</UnifiedThemeProvider>
          ),
        },
      },
    }),
  ],
});
`,
  );
  const app = 'packages/app/src/App.tsx';
  const code = portal
    .read(app)
    .replace('features: [', 'features: [themeModule, ');
  portal.write(app, `import { themeModule } from './modules/theme';\n${code}`);
}
