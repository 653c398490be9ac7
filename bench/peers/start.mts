// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Installs plugins of others that measure entities, in .cache/peers and with
 * packages of their own, and starts a backend with them.
 */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cpuOf, freePort, started } from '../portals.mts';

const own = fileURLToPath(new URL('.', import.meta.url));
const folder = path.join(own, '../../.cache/peers');

/** What is installed beside the catalog, by the id of its plugin. */
export const PEERS: Record<string, string[]> = {
  'tech-insights': [
    '@backstage-community/plugin-tech-insights-backend@3.1.0',
    '@backstage-community/plugin-tech-insights-backend-module-jsonfc@0.10.0',
  ],
  scorecard: [
    '@red-hat-developer-hub/backstage-plugin-scorecard-backend@2.8.1',
    '@red-hat-developer-hub/backstage-plugin-scorecard-node@2.8.1',
  ],
};

function npm(...args: string[]): string | undefined {
  const { status, stderr } = spawnSync(
    'npm',
    [...args, '--no-audit', '--no-fund', '--no-package-lock'],
    { cwd: folder, encoding: 'utf8' },
  );
  return status === 0 ? undefined : stderr.trim().slice(-500);
}

const isThere = (spec: string) => {
  const [, name, version] = /^(.+)@(.+)$/.exec(spec)!;
  const file = path.join(folder, 'node_modules', name, 'package.json');
  return (
    existsSync(file) &&
    JSON.parse(readFileSync(file, 'utf8')).version === version
  );
};

/**
 * Installs what is not there yet.
 *
 * @returns the plugins there are, and why others are not
 * @throws Error where not even the catalog can be installed
 */
export function installPeers(): {
  installed: string[];
  missing: Record<string, string>;
} {
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(own, 'backend.mjs'), path.join(folder, 'backend.mjs'));
  const manifest = readFileSync(path.join(own, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest);
  const catalog = '@backstage/plugin-catalog-backend';
  if (!isThere(`${catalog}@${dependencies[catalog]}`)) {
    writeFileSync(path.join(folder, 'package.json'), manifest);
    const failure = npm('install');
    if (failure) {
      throw new Error(`the catalog cannot be installed: ${failure}`);
    }
  }
  const installed: string[] = [];
  const missing: Record<string, string> = {};
  for (const [plugin, specs] of Object.entries(PEERS)) {
    const failure = specs.every(isThere)
      ? undefined
      : npm('install', '--save-exact', ...specs);
    if (failure) {
      missing[plugin] = failure;
    } else {
      installed.push(plugin);
    }
  }
  return { installed, missing };
}

export interface Peers {
  base: string;
  pid: number;
  headers: Record<string, string>;
  stop(): void;
}

/**
 * Starts a backend with some entities, and waits until all of them are in the
 * catalog and have been measured.
 *
 * @param options.workloads - with their owners; each becomes a component
 * @param options.memberOf - the teams of whoever asks
 */
export async function startPeers(options: {
  database: string;
  installed: string[];
  workloads: { workload_id: string; owner_ref: string }[];
  memberOf: string[];
  say: (text: string) => void;
}): Promise<Peers> {
  const { database, installed, workloads, memberOf, say } = options;
  const port = await freePort();
  const nameOf = (ref: string) => ref.slice(ref.indexOf('/') + 1);
  const teams = [...new Set(workloads.map(row => nameOf(row.owner_ref)))];
  const settings = path.join(folder, 'settings.json');
  writeFileSync(
    settings,
    JSON.stringify({
      port,
      database,
      installed,
      memberOf,
      entities: [
        ...teams.map(team => ['Group', team, { type: 'team', children: [] }]),
        ['User', 'member', { memberOf: memberOf.map(nameOf) }],
        ...workloads.map(row => [
          'Component',
          row.workload_id,
          {
            type: 'service',
            lifecycle: 'production',
            owner: row.owner_ref,
          },
        ]),
      ],
    }),
  );
  const child = fork(path.join(folder, 'backend.mjs'), [settings], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: ['--no-warnings', '--no-node-snapshot'],
    stdio: [
      'ignore',
      process.env.BENCH_LOG ? 'inherit' : 'ignore',
      'inherit',
      'ipc',
    ],
  });
  await started(child);
  const base = `http://127.0.0.1:${port}/api`;
  try {
    const response = await fetch(`${base}/auth/guest/refresh`);
    const { backstageIdentity } = (await response.json()) as any;
    const headers = { authorization: `Bearer ${backstageIdentity.token}` };
    await untilThere(base, headers, workloads.length, say);
    await untilQuiet(child.pid!);
    for (const [plugin, task] of [
      ['tech-insights', 'entityMetadataFactRetriever'],
      ['scorecard', 'bench.score'],
    ]) {
      if (installed.includes(plugin)) {
        await runTask(`${base}/${plugin}`, task, headers);
      }
    }
    await untilQuiet(child.pid!);
    return {
      base,
      pid: child.pid!,
      headers,
      stop: () => child.kill('SIGKILL'),
    };
  } catch (error) {
    child.kill('SIGKILL');
    await once(child, 'exit');
    throw error;
  }
}

async function untilThere(
  base: string,
  headers: Record<string, string>,
  count: number,
  say: (text: string) => void,
): Promise<void> {
  const began = performance.now();
  for (;;) {
    const response = await fetch(
      `${base}/catalog/entities/by-query?filter=kind=component,relations.ownedBy&limit=1`,
      { headers },
    );
    const { totalItems } = (await response.json()) as any;
    if (totalItems >= count) {
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`the catalog has ${totalItems} components after ${seconds} s`);
      return;
    }
    await setTimeout(5000);
  }
}

/** Until a process takes less than a twentieth of a processor for ten seconds. */
async function untilQuiet(pid: number): Promise<void> {
  const span = 10_000;
  for (;;) {
    const before = cpuOf(pid);
    await setTimeout(span);
    if (cpuOf(pid) - before < span / 20) {
      return;
    }
  }
}

/** Runs a scheduled task of a plugin now, to its end. */
async function runTask(
  plugin: string,
  task: string,
  headers: Record<string, string>,
): Promise<void> {
  const tasks = `${plugin}/.backstage/scheduler/v1/tasks`;
  const started = await fetch(`${tasks}/${task}/trigger`, {
    method: 'POST',
    headers,
  });
  if (!started.ok) {
    throw new Error(`${task}: ${started.status} ${await started.text()}`);
  }
  for (;;) {
    await setTimeout(3000);
    const response = await fetch(tasks, { headers });
    const { tasks: all } = (await response.json()) as any;
    const state = all.find(({ taskId }: any) => taskId === task).taskState;
    if (state?.lastRunEndedAt && state.status !== 'running') {
      return;
    }
  }
}
