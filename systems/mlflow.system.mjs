// Facts equal what MLflow's own client lists, asked for one by one and all at
// once; trouble is told in words that hold no address.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { freePort } from '../e2e/lib/net.mjs';
import { factsOf, folderFor, linesOf, source, start } from './lib.mjs';

const { MlflowClient } = source('mlflow', 'MlflowClient.ts');
const { MlflowSource } = source('mlflow', 'MlflowSource.ts');

const python = process.env.SYSTEMS_PYTHON;
const skip = python ? false : 'No Python environment with MLflow can be made';
const [MODELS, VERSIONS] = [24, 5];

const sourceAt = baseUrl =>
  new MlflowSource({
    clients: [
      new MlflowClient({
        id: 'main',
        baseUrl,
        webUrl: 'https://mlflow.example.com',
        headers: {},
      }),
    ],
    frequency: { minutes: 10 },
  });

test(
  'models, versions, aliases, runs and inputs of a real MLflow',
  { skip },
  async t => {
    const folder = folderFor(t);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = await start(t, {
      command: path.join(path.dirname(python), 'mlflow'),
      args: [
        'server',
        '--backend-store-uri',
        `sqlite:///${folder}/mlflow.db`,
        '--artifacts-destination',
        path.join(folder, 'artifacts'),
        '--host',
        '127.0.0.1',
        '--port',
        `${port}`,
        '--workers',
        '1',
      ],
      ready: `${url}/health`,
    });
    const listed = (
      await linesOf(python, [
        path.join(import.meta.dirname, 'fill_mlflow.py'),
        url,
        `${MODELS}`,
        `${VERSIONS}`,
      ])
    )
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(line));
    assert.equal(listed.length, MODELS);

    const few = listed.slice(0, 4);
    for (const asked of [few, listed]) {
      const names = [
        ...asked.map(({ name }) => name),
        'main/model-000',
        'gone',
      ];
      const facts = await factsOf(sourceAt(url), names);
      assert.equal(facts.has('gone'), false);
      assert.equal(facts.get('main/model-000').versions, VERSIONS);
      for (const model of asked) {
        const { latest, lastTrainedAt, hasInputs, versions, card } =
          facts.get(model.name) ?? facts.get(`main/${model.name}`);
        assert.deepEqual(
          {
            name: model.name,
            described: card.present,
            versions,
            version: latest.version,
            createdAt: Date.parse(latest.createdAt),
            aliases: latest.stage?.split(', ') ?? [],
            endedAt: Date.parse(lastTrainedAt),
            hasInputs,
          },
          model,
        );
      }
    }

    await server.stop();
    await assert.rejects(
      factsOf(sourceAt(url), ['model-000']),
      new Error("MLflow 'main' cannot be reached"),
    );
  },
);

test('a server that is busy, cuts off, and refuses', async t => {
  const answers = [];
  const fake = createServer((request, response) => {
    const { status, body = '', headers } = answers.shift() ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  await new Promise(resolve => {
    fake.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => fake.close());
  const url = `http://127.0.0.1:${fake.address().port}`;
  const busy = { status: 429, headers: { 'retry-after': '0' } };
  const model = {
    status: 200,
    body: JSON.stringify({ registered_model: { name: 'a' } }),
  };
  const empty = { status: 200, body: '{}' };

  answers.push(
    busy,
    { status: 503 },
    model,
    { status: 200, body: '{"mod' },
    empty,
  );
  const facts = await factsOf(sourceAt(url), ['a']);
  assert.equal(facts.get('a').versions, 0);

  answers.push({ status: 403, body: 'secret' });
  await assert.rejects(
    factsOf(sourceAt(url), ['a']),
    new Error("MLflow 'main' refuses the credentials (403)"),
  );
  answers.push(busy, busy, busy, busy);
  await assert.rejects(
    factsOf(sourceAt(url), ['a']),
    new Error("MLflow 'main' answered with 429"),
  );
  answers.push({ status: 200, body: '{"registered_model": 7}' });
  await assert.rejects(
    factsOf(sourceAt(url), ['a']),
    new Error("MLflow 'main' gave an answer of another shape"),
  );
});
