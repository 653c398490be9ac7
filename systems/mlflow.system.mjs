// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Facts equal what MLflow's own client lists, asked for one by one and all at
// once; trouble is told in words that hold no address.
import assert from 'node:assert/strict';
import { createServer, request as ask } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import path from 'node:path';
import { test } from 'node:test';
import { freePort } from '../e2e/lib/net.mjs';
import {
  factsOf,
  folderFor,
  knowledgeOf,
  linesOf,
  MANY as MODELS,
  EACH as VERSIONS,
  problemsOf,
  python,
  pythonProgram,
  source,
  start,
  twoCertificates,
  untrustedServer,
  withoutPython as skip,
} from './lib.mjs';

const { MlflowClient } = source('mlflow', 'MlflowClient.ts');
const { MlflowSource } = source('mlflow', 'MlflowSource.ts');

const serverArgs = (folder, port) => [
  'server',
  ...['--backend-store-uri', `sqlite:///${folder}/mlflow.db`],
  ...['--artifacts-destination', path.join(folder, 'artifacts')],
  ...['--host', '127.0.0.1', '--port', `${port}`, '--workers', '1'],
];

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

/** What was known stays, with the reason, and comes back without a restart. */
async function staysKnown(t, port) {
  const certificates = await twoCertificates(t);
  if (!certificates) return t.diagnostic('No openssl');
  const { good, bad } = certificates;
  const server = createTlsServer(good, (request, response) => {
    const { method, url, headers } = request;
    request.pipe(
      ask({ host: '127.0.0.1', port, method, path: url, headers }, answer => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const known = await knowledgeOf(t, 'model-000');
  const asked = sourceAt(`https://127.0.0.1:${server.address().port}`);
  const change = certificate => {
    server.setSecureContext(certificate);
    server.closeAllConnections();
  };

  const first = await known.after(asked);
  assert.equal(first.fact.versions, VERSIONS);
  assert.equal(first.problem, null);
  change(bad);
  assert.deepEqual(await known.after(asked), {
    ...first,
    problem: "The certificate of MLflow 'main' is not trusted",
  });
  change(good);
  const again = await known.after(asked);
  assert.equal(again.problem, null);
  assert.deepEqual(again.fact, first.fact);
  assert.ok(again.observedAt > first.observedAt);
}

test(
  'models, versions, aliases, runs and inputs of a real MLflow',
  { skip },
  async t => {
    const folder = folderFor(t);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = await start(t, {
      command: pythonProgram('mlflow'),
      args: serverArgs(folder, port),
      // Its workers for jobs take longer to start than all the rest.
      env: { MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' },
      ready: `${url}/health`,
    });
    const listed = (
      await linesOf(python, [
        path.join(import.meta.dirname, 'fill_mlflow.py'),
        `sqlite:///${folder}/mlflow.db`,
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

    await t.test('stay known while the certificate is bad', () =>
      staysKnown(t, port),
    );

    await server.stop();
    assert.deepEqual(await problemsOf(sourceAt(url), ['model-000']), {
      'model-000': "MLflow 'main' cannot be reached",
    });
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
  assert.deepEqual(await problemsOf(sourceAt(url), ['a']), {
    a: "MLflow 'main' refuses the credentials (403)",
  });
  answers.push(busy, busy, busy, busy);
  assert.deepEqual(await problemsOf(sourceAt(url), ['a']), {
    a: "MLflow 'main' answered with 429",
  });
  answers.push({ status: 200, body: '{"registered_model": 7}' });
  assert.deepEqual(await problemsOf(sourceAt(url), ['a']), {
    a: "MLflow 'main' gave an answer of another shape",
  });
});

test('a certificate nobody trusts is said to be one', async t => {
  const url = await untrustedServer(t);
  if (!url) return t.skip('No openssl');
  assert.deepEqual(await problemsOf(sourceAt(url), ['a']), {
    a: "The certificate of MLflow 'main' is not trusted",
  });
});
