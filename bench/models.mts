// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/*
 * What a run over the models of a large organisation takes: asking a registry
 * about all of them, keeping what it says, counting for lists, and turning it
 * into evidence of every review. On PostgreSQL; the registry is a server of its
 * own that answers at once, with the pages of MLflow.
 *
 *   node bench/models.mts                     20,000 workloads with 3 models each
 *   node bench/models.mts --workloads 500     fewer
 *
 * The result is written to bench/results/models.json.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.mts';
import { generate, LENSES } from './generate.mts';
import { memoryOf } from './portals.mts';
import { ReviewStore } from './sources.mts';

const require = createRequire(import.meta.url);
const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: '20000' },
    models: { type: 'string', default: '3' },
    registry: { type: 'string' },
  },
});

if (options.registry) {
  serveRegistry(Number(options.registry));
} else {
  await measure(Number(options.workloads), Number(options.models));
}

/** A registry with so many models of one version each, made by a run each. */
function serveRegistry(models: number): void {
  const nameOf = (index: number) => `model-${String(index).padStart(6, '0')}`;
  const page = (query: URLSearchParams, item: (index: number) => object) => {
    const from = Number(query.get('page_token') ?? 0);
    const to = Math.min(from + Number(query.get('max_results')), models);
    return {
      items: Array.from({ length: to - from }, (_, i) => item(from + i)),
      ...(to < models && { next_page_token: String(to) }),
    };
  };
  let calls = 0;
  const server = createServer((request, response) => {
    if (request.url === '/calls') {
      response.end(String(calls));
      return;
    }
    calls += 1;
    const { pathname, searchParams } = new URL(request.url!, 'http://x');
    let body = '';
    request.on('data', data => {
      body += data;
    });
    request.on('end', () => {
      const answer = (): object => {
        switch (pathname.split('/mlflow/')[1]) {
          case 'registered-models/search': {
            const { items, ...next } = page(searchParams, index => ({
              name: nameOf(index),
              description: index % 2 ? 'What it is for' : '',
            }));
            return { registered_models: items, ...next };
          }
          case 'model-versions/search': {
            const { items, ...next } = page(searchParams, index => ({
              name: nameOf(index),
              version: '1',
              creation_timestamp: 1_780_000_000_000 + index,
              run_id: `run-${index}`,
            }));
            return { model_versions: items, ...next };
          }
          case 'experiments/search':
            return { experiments: [{ experiment_id: '1' }] };
          default: {
            const { filter } = JSON.parse(body);
            return {
              runs: [...filter.matchAll(/'(run-\d+)'/g)].map(([, run_id]) => ({
                info: { run_id, end_time: 1_780_000_000_000, status: 'DONE' },
                inputs: { dataset_inputs: [{}] },
              })),
            };
          }
        }
      };
      response.end(JSON.stringify(answer()));
    });
  });
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(`${(server.address() as any).port}\n`),
  );
}

async function startRegistry(models: number) {
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      fileURLToPath(import.meta.url),
      '--registry',
      String(models),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [port] = await once(child.stdout, 'data');
  const url = `http://127.0.0.1:${String(port).trim()}`;
  return {
    url,
    calls: async () => Number(await (await fetch(`${url}/calls`)).text()),
    stop: () => child.kill(),
  };
}

async function measure(workloads: number, models: number) {
  const backend = '../plugins/ml-lens-backend/src';
  const node = (file: string) => require(`${backend}/${file}`);
  const mlflow = '../plugins/ml-lens-backend-module-mlflow/src';
  const { MlflowClient } = require(`${mlflow}/MlflowClient`);
  const { MlflowSource } = require(`${mlflow}/MlflowSource`);
  const { ModelStore } = node('models/ModelStore');
  const { ModelReader } = node('models/ModelReader');
  const { ModelCounts } = node('models/ModelCounts');
  const { ModelCollector } = node('models/ModelCollector');
  const { ModelEvidence } = node('models/ModelEvidence');
  const { MODEL_RULES } = node('models/rules');
  const { EvidenceCollector } = node('evidence/EvidenceCollector');
  const { EvidenceStore } = node('evidence/EvidenceStore');

  const say = (text: string) => process.stdout.write(`${text}\n`);
  const total = workloads * models;
  const database = await openDatabase();
  const { knex } = database;
  const registry = await startRegistry(total);
  try {
    const made = await generate(knex, { workloads, answers: 4, say });
    const ids: string[] = await knex('workloads')
      .orderBy('workload_id')
      .pluck('workload_id');
    await knex.raw(
      `insert into model_claims (source, model_name, workload_id, since)
       select 'mlflow', 'model-' || lpad(((n - 1) * ? + m - 1)::text, 6, '0'), workload_id, '2026-01-01T00:00:00.000Z'
       from (select workload_id, row_number() over (order by workload_id) as n from workloads) w, generate_series(1, ?) m`,
      [models, models],
    );
    await knex.raw(
      `insert into workload_entities (entity_ref, workload_id, facts, facts_hash, link_state, sync_id)
       select primary_entity_ref, workload_id, '{}', '', 'JOINED', '' from workloads`,
    );
    await knex.raw('vacuum analyze');
    say(`${ids.length} workloads, ${made.reviews} reviews, ${total} models`);

    const logger: any = { warn: say, debug() {}, info() {}, error: say };
    logger.child = () => logger;
    const clock = () => new Date().toISOString();
    const store = new ModelStore(knex);
    const reader = new ModelReader(store);
    const collector = new ModelCollector({
      clock,
      logger,
      models: store,
      counts: new ModelCounts({ knex, models: reader }),
      versions: { take: async () => {} },
      changes: { changed() {} },
    });
    const source = new MlflowSource({
      clients: [
        new MlflowClient({
          id: 'main',
          baseUrl: registry.url,
          webUrl: registry.url,
          headers: {},
        }),
      ],
      frequency: { minutes: 10 },
    });
    const [built, copied] = ['aws-ml-lens', 'aws-ml-lens-2025'];
    const provider = new ModelEvidence({
      models: reader,
      rules: Object.fromEntries(
        LENSES.map(id => [id, MODEL_RULES[id === built ? built : copied]]),
      ),
    });
    const evidence = new EvidenceCollector({
      clock,
      knex,
      logger,
      evidence: new EvidenceStore(knex),
      reviews: new ReviewStore(knex),
      lenses: made.lenses,
      catalog: {
        getEntitiesByRefs: async ({ entityRefs }: any) => ({
          items: entityRefs.map((ref: string) => ({
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: ref.split('/')[1], namespace: 'default' },
          })),
        }),
      },
      auth: { getOwnServiceCredentials: async () => ({}) },
      changes: { changed() {} },
    });
    const signal = new AbortController().signal;
    const results: Record<string, object> = {};
    const step = async (name: string, run: () => Promise<unknown>) => {
      globalThis.gc?.();
      const [before, callsBefore] = [
        memoryOf(process.pid),
        await registry.calls(),
      ];
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, memoryOf(process.pid));
      }, 100);
      const [started, used] = [performance.now(), process.cpuUsage()];
      await run();
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const { user, system } = process.cpuUsage(used);
      clearInterval(watch);
      most = Math.max(most, memoryOf(process.pid));
      results[name] = {
        seconds,
        cpuSeconds: Math.round((user + system) / 100_000) / 10,
        megabytes: most - before,
        megabytesInAll: most,
        calls: (await registry.calls()) - callsBefore,
      };
      say(`${name}: ${JSON.stringify(results[name])}`);
    };
    await step('first', () => collector.run(source, signal));
    await step('again', () => collector.run(source, signal));
    await step('evidence', () => evidence.run(provider, signal));
    await step('evidenceAgain', () => evidence.run(provider, signal));
    const [{ pieces }] = await knex('reported_evidence').count({ pieces: '*' });
    const [{ counted }] = await knex('model_counts').count({ counted: '*' });
    const result = {
      workloads,
      models: total,
      reviews: made.reviews,
      pieces: Number(pieces),
      counted: Number(counted),
      database: database.version,
      node: process.version,
      cores: os.cpus().length,
      ...results,
    };
    const folder = new URL('results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      new URL('models.json', folder),
      `${JSON.stringify(result, null, 2)}\n`,
    );
    say(JSON.stringify(result, null, 2));
  } finally {
    registry.stop();
    await database.close();
  }
}
