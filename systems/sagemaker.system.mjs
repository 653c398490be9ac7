// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Facts equal what boto3 lists of moto's SageMaker, asked for by the real SDK, one
// by one and all at once. Monitoring, which moto does not have, is answered in
// front of it in the shapes of AWS.
import assert from 'node:assert/strict';
import { createServer, request as ask } from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { freePort } from '../e2e/lib/net.mjs';
import {
  factsOf,
  EACH as PACKAGES,
  linesOf,
  MANY as GROUPS,
  problemsOf,
  python,
  pythonProgram,
  source,
  start,
  untrustedServer,
  withoutPython as skip,
} from './lib.mjs';

const { SageMakerAccount } = source('sagemaker', 'SageMakerAccount.ts');
const { SageMakerSource } = source('sagemaker', 'SageMakerSource.ts');

const sourceAt = endpoint =>
  new SageMakerSource({
    accounts: [
      new SageMakerAccount({
        id: 'main',
        region: 'eu-central-1',
        endpoint,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      }),
    ],
    frequency: { minutes: 10 },
  });

/** Answers what `own` knows, and passes on the rest; counts both. */
async function inFrontOf(t, { port, own }) {
  const calls = [];
  const server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1];
    calls.push(operation);
    if (own[operation]) {
      request.resume();
      response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(own[operation]));
      return;
    }
    const { method, url, headers } = request;
    request.pipe(
      ask({ host: '127.0.0.1', port, method, path: url, headers }, answer => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      }).on('error', () => response.destroy()),
    );
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, calls };
}

test(
  'groups, packages, approval, cards, endpoints and variants of moto',
  { skip },
  async t => {
    const port = await freePort();
    const moto = await start(t, {
      command: pythonProgram('moto_server'),
      args: ['-H', '127.0.0.1', '-p', `${port}`],
      ready: `http://127.0.0.1:${port}/moto-api/`,
    });
    const listed = (
      await linesOf(python, [
        path.join(import.meta.dirname, 'fill_sagemaker.py'),
        `http://127.0.0.1:${port}`,
        `${GROUPS}`,
        `${PACKAGES}`,
      ])
    ).map(line => JSON.parse(line));
    assert.equal(listed.length, GROUPS);

    const at = Date.now() / 1000 - 3600;
    const execution = {
      MonitoringScheduleName: 'drift',
      MonitoringExecutionStatus: 'CompletedWithViolations',
      ScheduledTime: at,
      CreationTime: at,
      LastModifiedTime: at,
    };
    const { url, calls } = await inFrontOf(t, {
      port,
      own: {
        ListMonitoringSchedules: {
          MonitoringScheduleSummaries: [
            {
              MonitoringScheduleName: 'drift',
              EndpointName: 'group-000-endpoint',
              MonitoringScheduleStatus: 'Scheduled',
              CreationTime: at,
              LastModifiedTime: at,
            },
          ],
        },
        ListMonitoringExecutions: { MonitoringExecutionSummaries: [execution] },
      },
    });
    const own = sourceAt(url);
    for (const asked of [listed.slice(0, 4), listed]) {
      const facts = await factsOf(own, [
        ...asked.map(({ name }) => name),
        'gone',
      ]);
      assert.equal(facts.has('gone'), false);
      for (const group of asked) {
        const fact = facts.get(group.name);
        assert.deepEqual(
          {
            name: group.name,
            versions: fact.versions,
            version: fact.latest.version,
            approval: fact.latest.approval,
            createdAt: Date.parse(fact.latest.createdAt),
            card: fact.card.present,
            served: (fact.served ?? [])
              .map(({ endpoint, variant, version }) => [
                endpoint,
                variant,
                version,
              ])
              .sort(),
          },
          // The protocol has whole milliseconds, or fewer.
          { ...group, createdAt: Date.parse(fact.latest.createdAt) },
        );
        assert.ok(
          Math.abs(Date.parse(fact.latest.createdAt) - group.createdAt) <= 1,
        );
      }
      assert.deepEqual(facts.get('group-000').alarms, {
        rules: 1,
        firing: 1,
        silent: 0,
      });
      assert.equal(facts.get('group-000').served[0].share, 0.75);
    }

    // Known from now on: the listings are all there is to ask.
    calls.length = 0;
    await factsOf(
      own,
      listed.map(({ name }) => name),
    );
    const listings = calls.filter(call => call.startsWith('List')).length;
    const least =
      GROUPS / 100 + (GROUPS * PACKAGES) / 100 + GROUPS / 2 / 100 + 1 + 2;
    assert.ok(listings <= Math.ceil(least * 1.2), `${listings} of ${least}`);
    assert.deepEqual(
      [...new Set(calls.filter(call => !call.startsWith('List')))],
      [],
    );

    await moto.stop();
    assert.deepEqual(await problemsOf(sourceAt(url), ['group-000']), {
      'group-000': "SageMaker 'main' cannot be reached",
    });
  },
);

test('a certificate nobody trusts is said to be one', async t => {
  const url = await untrustedServer(t);
  if (!url) return t.skip('No openssl');
  assert.deepEqual(await problemsOf(sourceAt(url), ['a']), {
    a: "The certificate of SageMaker 'main' is not trusted",
  });
});
