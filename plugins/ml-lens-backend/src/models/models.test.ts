// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type {
  MlLensModelFact,
  MlLensModelProblem,
  MlLensModelSource,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { testDatabases } from '../__testUtils__/databases';
import { accessOf, caller } from '../__testUtils__/reviewFixtures';
import { componentOf } from '../__testUtils__/startMlLens';
import { syncOn } from '../__testUtils__/syncOn';
import { ModelCollector } from './ModelCollector';
import { ModelCounts } from './ModelCounts';
import { ModelReader } from './ModelReader';
import { ModelService } from './ModelService';
import { ModelStore } from './ModelStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const AT = '2026-06-01T00:00:00.000Z';
const MLFLOW = 'mlflow.org/registered-model';

const service = (name: string, models: string, owner = 'group:default/risk') =>
  componentOf(name, { owner, annotations: { [MLFLOW]: models } });

const factOf = (name: string): MlLensModelFact => ({
  name,
  url: `https://mlflow.example.com/#/models/${name}`,
  latest: { version: '3', stage: 'champion', createdAt: AT },
  versions: 3,
  card: { present: true },
  hasInputs: false,
});

async function start(knex: Parameters<typeof syncOn>[0]) {
  const { syncWith } = await syncOn(knex);
  const models = new ModelStore(knex);
  const told: string[][] = [];
  const reader = new ModelReader(models);
  const counts = new ModelCounts({ knex, models: reader });
  const shown: string[] = [];
  const collector = new ModelCollector({
    changes: { changed: reviewId => shown.push(reviewId) },
    counts,
    clock: () => AT,
    logger: mockServices.logger.mock(),
    models,
    versions: {
      take: async (workloadId, { name, version }) => {
        told.push([workloadId, name, version]);
      },
    },
  });
  const asked: string[][] = [];
  const collect = async (
    answer: (
      name: string,
    ) => MlLensModelFact | MlLensModelProblem | undefined | Error,
  ) => {
    const source: MlLensModelSource = {
      id: 'mlflow',
      title: 'MLflow',
      async *read({ names }) {
        asked.push([...names]);
        for (const name of names) {
          const said = answer(name);
          if (said instanceof Error) {
            throw said;
          }
          if (said) {
            yield said;
          }
        }
      },
    };
    await collector.run(source, new AbortController().signal);
  };
  const api = new ModelService({
    access: { ...accessOf(), mayDecideLinks: async () => true },
    models: reader,
    counts,
  });
  const of = async (workload: string) =>
    (await api.models(workload, caller)).items;
  return { syncWith, collect, asked, told, shown, api, of };
}

describe.each(databases.ids)('models on %s', id => {
  it('asks once about every model, and shows what is there and what is not', async () => {
    const { syncWith, collect, asked, of } = await start(
      await databases.create(id),
    );
    await syncWith(
      service('fraud', 'credit, fraud-net ,credit'),
      service('scoring', 'credit,gone'),
    );
    expect(await of('fraud')).toMatchObject([
      { name: 'credit', found: null, observedAt: null, stale: false },
      { name: 'fraud-net', found: null, observedAt: null, stale: false },
    ]);
    await collect(name => (name === 'gone' ? undefined : factOf(name)));
    expect(asked).toEqual([['credit', 'fraud-net', 'gone']]);
    const [credit] = await of('fraud');
    expect(credit).toEqual({
      source: 'mlflow',
      state: 'OWN',
      found: true,
      ...factOf('credit'),
      changes: [{ kind: 'VERSION', at: AT, text: '3' }],
      observedAt: AT,
      stale: false,
    });
    // What is missing comes first.
    expect(await of('scoring')).toMatchObject([
      { name: 'gone', found: false, latest: null },
      { name: 'credit', found: true },
    ]);
  });

  it('keeps what was said last when a system cannot be asked', async () => {
    const { syncWith, collect, of } = await start(await databases.create(id));
    await syncWith(service('fraud', 'a,b,c'));
    await collect(factOf);
    await collect(name =>
      name === 'b' ? new Error('It does not answer in time') : factOf(name),
    );
    expect(
      (await of('fraud')).map(({ name, found, stale, problem }) => [
        name,
        found,
        stale,
        problem,
      ]),
    ).toEqual([
      ['b', true, true, 'It does not answer in time'],
      ['c', true, true, 'It does not answer in time'],
      ['a', true, false, undefined],
    ]);
    await collect(factOf);
    expect((await of('fraud')).every(({ stale }) => !stale)).toBe(true);
  });

  it('goes on after a model that could not be asked about', async () => {
    const { syncWith, collect, of } = await start(await databases.create(id));
    await syncWith(service('fraud', 'a,b,c'));
    await collect(factOf);
    const problem = 'One of two servers cannot be reached';
    await collect(name => (name === 'b' ? { name, problem } : factOf(name)));
    expect(await of('fraud')).toMatchObject([
      { name: 'b', found: true, stale: true, problem },
      { name: 'a', stale: false },
      { name: 'c', stale: false },
    ]);
  });

  it('shows nobody the model of another team until that team allows it', async () => {
    const { syncWith, collect, api, of } = await start(
      await databases.create(id),
    );
    const own = service('fraud', 'credit');
    const thief = service('thief', 'credit', 'group:default/other');
    await syncWith(own);
    await syncWith(own, thief);
    await collect(factOf);
    const nothing = {
      source: 'mlflow',
      name: 'credit',
      found: null,
      latest: null,
      observedAt: null,
      stale: false,
    };
    expect(await of('thief')).toEqual([{ ...nothing, state: 'PENDING' }]);
    expect(await of('fraud')).toMatchObject([{ state: 'OWN', found: true }]);
    expect((await api.models('fraud', caller)).claims).toMatchObject([
      { workloadId: 'thief', owner: 'group:default/other', state: 'PENDING' },
    ]);

    const decision = { source: 'mlflow', name: 'credit' } as const;
    await expect(
      api.decide(
        'thief',
        { ...decision, workloadId: 'thief', state: 'ALLOWED' },
        caller,
      ),
    ).rejects.toThrow("'thief' has no model 'credit' to decide on");
    await api.decide(
      'fraud',
      { ...decision, workloadId: 'thief', state: 'REFUSED' },
      caller,
    );
    expect(await of('thief')).toEqual([{ ...nothing, state: 'REFUSED' }]);
    await api.decide(
      'fraud',
      { ...decision, workloadId: 'thief', state: 'ALLOWED' },
      caller,
    );
    expect(await of('thief')).toMatchObject([{ state: 'OWN', found: true }]);

    // The owner of the workload is another one now: nothing was decided of it.
    await syncWith(own, service('thief', 'credit', 'group:default/third'));
    expect(await of('thief')).toMatchObject([{ found: null }]);
  });

  it('tells those whose model it is of a version that is new, once', async () => {
    const { syncWith, collect, told, shown } = await start(
      await databases.create(id),
    );
    await syncWith(service('fraud', 'a,b'));
    await syncWith(
      service('fraud', 'a,b'),
      service('scoring', 'a'),
      service('thief', 'a', 'group:default/other'),
    );
    const at = (version: string) => (name: string) => ({
      ...factOf(name),
      latest: { version: name === 'a' ? version : '1', createdAt: AT },
    });
    await collect(at('3'));
    await collect(at('3'));
    expect(told).toEqual([]);
    // Nobody has seen it otherwise.
    expect(shown).toEqual([]);
    await collect(() => undefined);
    await collect(at('3'));
    await collect(at('4'));
    await collect(at('4'));
    expect(told).toEqual([
      ['fraud', 'a', '4'],
      ['scoring', 'a', '4'],
    ]);
    // Open tabs read it again, once, and nobody's whose model it is not.
    const workloads = shown.map(reviewId => reviewId.split('/')[0]);
    expect(workloads).toEqual(['fraud', 'scoring']);
  });

  it('finds the claims of a workload by their indexes', async () => {
    const knex = await databases.create(id);
    const { of } = await start(knex);
    const asked: { sql: string; bindings: string[] }[] = [];
    knex.on('query', statement => asked.push(statement));
    await of('fraud');
    const claims = asked.find(({ sql }) => sql.includes('model_claims'))!;
    if (id !== 'SQLITE_3') {
      // A small table is read whole unless that is made dear.
      await knex.raw('set enable_seqscan = off');
    }
    const plan = JSON.stringify(
      await knex.raw(
        id === 'SQLITE_3'
          ? `explain query plan ${claims.sql}`
          : `explain ${claims.sql.replace(/\$\d+/g, '?')}`,
        claims.bindings,
      ),
    );
    expect(plan).toContain('model_claims_workload_id_idx');
    expect(plan).not.toMatch(/Seq Scan on model_claims|SCAN (own|c)\b/);
  });

  it('counts for lists what a workload may show, and notes what changed', async () => {
    const knex = await databases.create(id);
    const { syncWith, collect, api } = await start(knex);
    const own = service('fraud', 'a,b,gone');
    await syncWith(own);
    await syncWith(own, service('thief', 'a', 'group:default/other'));
    const said = (name: string) =>
      name === 'gone'
        ? undefined
        : {
            ...factOf(name),
            card: { present: name === 'a' },
            alarms: { rules: 1, firing: 0, silent: name === 'a' ? 1 : 0 },
            latest: { version: '1', createdAt: AT, approval: 'Rejected' },
          };
    await collect(said);
    const counts = {
      workload_id: 'fraud',
      models: 3,
      no_card: 1,
      not_approved: 2,
      silent: 1,
      firing: 0,
      missing: 1,
    };
    const stored = () => knex('model_counts').orderBy('workload_id');
    expect(await stored()).toEqual([counts]);
    // Nothing has changed: nobody has to read anything again.
    const noted = await knex('workload_changes').count({ count: '*' });
    await collect(said);
    expect(await knex('workload_changes').count({ count: '*' })).toEqual(noted);
    await api.decide(
      'fraud',
      { source: 'mlflow', name: 'a', workloadId: 'thief', state: 'ALLOWED' },
      caller,
    );
    expect(await stored()).toMatchObject([
      counts,
      { workload_id: 'thief', models: 1, silent: 1 },
    ]);
    await syncWith(service('fraud', ''));
    await collect(said);
    expect(await stored()).toMatchObject([{ workload_id: 'thief' }]);
  });

  it('keeps what became of a model, once, for as long as anybody names it', async () => {
    const knex = await databases.create(id);
    const { syncWith, collect, of } = await start(knex);
    await syncWith(service('fraud', 'a'));
    const said = (version: string, approval: string) => () => ({
      ...factOf('a'),
      latest: { version, approval, createdAt: '2026-05-01T00:00:00.000Z' },
    });
    await collect(said('1', 'PendingManualApproval'));
    await collect(said('1', 'Approved'));
    await collect(said('1', 'Approved'));
    const [{ changes }] = await of('fraud');
    expect(changes).toEqual([
      { kind: 'APPROVAL', at: AT, text: 'Approved' },
      { kind: 'VERSION', at: '2026-05-01T00:00:00.000Z', text: '1' },
    ]);
    await syncWith(service('fraud', 'b'));
    await collect(() => undefined);
    expect(await knex('model_changes').select()).toEqual([]);
  });

  it('forgets what nobody names any more, and leaves out what cannot be', async () => {
    const knex = await databases.create(id);
    const { syncWith, collect, of } = await start(knex);
    await syncWith(service('fraud', 'a,b'));
    await collect(name =>
      name === 'a' ? factOf(name) : { name, url: 'data:text/html,boo' },
    );
    expect(await of('fraud')).toMatchObject([
      { name: 'b', found: null, stale: true },
      { name: 'a', found: true, stale: false },
    ]);
    await syncWith(service('fraud', 'b'));
    await collect(factOf);
    expect(await knex('model_facts').pluck('model_name')).toEqual(['b']);
  });
});
