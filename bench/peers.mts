// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * Measures pages of ML Lens beside what plugins of others, and the catalog, are
 * asked for the same entities: in the same run, by another process over HTTP,
 * each in a whole backend with the same PostgreSQL.
 *
 *   yarn bench:peers                    20,000 entities
 *   yarn bench:peers --workloads 300 --samples 30
 *
 * The others are installed in .cache/peers; what cannot be is told, with why.
 * Results are written to bench/results/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.mts';
import { conditions, rounded, time, type Timing } from './measure.mts';
import { makeOrganisation, readFirst, tasksDone } from './organisation.mts';
import { installPeers, startPeers } from './peers/start.mts';
import { startPortal } from './portals.mts';
import { LENS } from './routes.mts';
import { noteOrgChange } from './sources.mts';

const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: '20000' },
    samples: { type: 'string', default: '30' },
  },
});
const workloads = Number(options.workloads);
const samples = Number(options.samples);
const say = (text: string) => process.stdout.write(`${text}\n`);

/** What others are asked for where ML Lens is asked for `page`. */
interface Asked {
  page: 'tab' | 'list' | 'summary' | 'summary of own';
  plugin: string;
  name: string;
  path: string;
  body?: object;
}

function askedOf(workload: string, own: string[]): Asked[] {
  const checks = ['title', 'description', 'tags'];
  const some = own.slice(0, 20);
  const refOf = (name: string) => ({
    kind: 'component',
    namespace: 'default',
    name,
  });
  return [
    {
      page: 'tab',
      plugin: 'tech-insights',
      name: 'latest facts of an entity',
      path: `/tech-insights/facts/latest?entity=component:default/${workload}&ids[]=entityMetadataFactRetriever`,
    },
    {
      page: 'tab',
      plugin: 'tech-insights',
      name: 'three checks of an entity',
      path: `/tech-insights/checks/run/default/component/${workload}`,
      body: { checks },
    },
    {
      page: 'tab',
      plugin: 'scorecard',
      name: 'the metric of an entity',
      path: `/scorecard/metrics/catalog/component/default/${workload}`,
    },
    {
      page: 'tab',
      plugin: 'catalog',
      name: 'an entity',
      path: `/catalog/entities/by-name/component/default/${workload}`,
    },
    {
      page: 'list',
      plugin: 'tech-insights',
      name: 'three checks of 20 entities',
      path: '/tech-insights/checks/run',
      body: { checks, entities: some.map(refOf) },
    },
    {
      page: 'list',
      plugin: 'scorecard',
      name: '20 entities by their metric',
      path: '/scorecard/metrics/bench.score/catalog/aggregations/entities?page=1&pageSize=20&sortBy=metricValue&sortOrder=asc',
    },
    {
      page: 'list',
      plugin: 'catalog',
      name: '20 entities by query',
      path: '/catalog/entities/by-query?filter=kind=component&orderField=metadata.name,asc&limit=20',
    },
    {
      page: 'summary of own',
      plugin: 'tech-insights',
      name: `three checks of ${own.length} entities`,
      path: '/tech-insights/checks/run',
      body: { checks, entities: own.map(refOf) },
    },
    {
      page: 'summary of own',
      plugin: 'scorecard',
      name: `the metric over ${own.length} own entities`,
      path: '/scorecard/aggregations/bench.score',
    },
    {
      page: 'summary',
      plugin: 'catalog',
      name: 'facets of owners',
      path: '/catalog/entity-facets?facet=spec.owner&filter=kind=component',
    },
  ];
}

const cpuOf = ({ backendCpu, databaseCpu }: Timing) => backendCpu + databaseCpu;

/** Measured once for nothing: code that ran a few times only is slow. */
const timeWarm: typeof time = async (...args) => {
  await time(...args);
  return await time(...args);
};

const { installed, missing } = installPeers();
for (const [plugin, why] of Object.entries(missing)) {
  say(`${plugin} cannot be installed: ${why}`);
}
const database = await openDatabase();
const stops: (() => unknown)[] = [];
try {
  const made = await makeOrganisation(database, {
    workloads,
    answers: 24,
    say,
  });
  const portal = await startPortal({
    connection: database.connection,
    teams: made.teams,
    memberOf: made.memberOf,
  });
  stops.push(portal.stop);
  const headers = await portal.headersOf('all');
  await readFirst(portal.base, headers);
  await tasksDone(database);
  const peers = await startPeers({
    database: database.connection,
    installed,
    workloads: made.owners,
    memberOf: made.memberOf,
    say,
  });
  stops.push(peers.stop);
  await database.knex.raw('vacuum analyze');

  const own = made.owners
    .filter(({ owner_ref: owner }) => made.memberOf.includes(owner))
    .map(({ workload_id: id }) => id);
  const teams = made.memberOf.map(team => `owner=${team}`).join('&');
  const pages = {
    tab: `/workloads/${made.samples[0]}/reviews/${LENS}`,
    list: `/scorecards/by-query?lens=${LENS}&sort=-score`,
    summary: `/scorecards/summary?lens=${LENS}`,
    'summary of own': `/scorecards/summary?lens=${LENS}&${teams}`,
  };
  const ours = new Map<string, { changed: Timing; unchanged: Timing }>();
  for (const [page, path] of Object.entries(pages)) {
    const ask = (before?: () => Promise<unknown>) =>
      timeWarm(`${portal.base}/api/ml-lens${path}`, headers, {
        samples,
        processes: { backend: portal.pid, database: database.pid },
        before,
      });
    // What noting the change costs counts as ours.
    const changed = await ask(() =>
      database.knex.transaction((tx: any) =>
        noteOrgChange(tx, [own[Math.floor(Math.random() * own.length)]]),
      ),
    );
    ours.set(page, { changed, unchanged: await ask() });
  }
  const results = [];
  for (const { page, plugin, name, path, body } of askedOf(
    made.samples[0],
    own,
  )) {
    if (plugin !== 'catalog' && !installed.includes(plugin)) {
      continue;
    }
    const theirs = await timeWarm(peers.base + path, peers.headers, {
      samples,
      processes: { backend: peers.pid, database: database.pid },
      ...(body && {
        init: () => ({
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }),
    });
    const { changed, unchanged } = ours.get(page)!;
    const ratio = Math.round((100 * cpuOf(changed)) / cpuOf(theirs)) / 100;
    results.push({ page, plugin, name, ratio, changed, unchanged, theirs });
  }
  results.sort((one, other) => other.ratio - one.ratio);
  for (const {
    page,
    plugin,
    name,
    ratio,
    changed,
    unchanged,
    theirs,
  } of results) {
    say(
      `${String(ratio).padStart(6)} × ${page.padEnd(15)} ${rounded(
        cpuOf(changed),
      )} ms of the processor after a change (unchanged ${rounded(
        cpuOf(unchanged),
      )}, median ${changed.median}) beside ${plugin}, ${name}: ${rounded(
        cpuOf(theirs),
      )} (median ${theirs.median})`,
    );
  }
  if (workloads >= 1000) {
    const folder = new URL('results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const file = new URL('peers.json', folder);
    const result = {
      ...conditions(database.version),
      workloads,
      owned: own.length,
      installed,
      missing,
      results,
    };
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
    say(`written to ${fileURLToPath(file)}`);
  }
} finally {
  for (const stop of stops) {
    await stop();
  }
  await database.close();
}
