// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A real Prometheus whose rule fires, and an Alertmanager that silences it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { until } from '../faults/lib/backend.mjs';
import { freePort } from '../e2e/lib/net.mjs';
import { factsOf, folderFor, source, start, startPrometheus } from './lib.mjs';

const { PrometheusSource } = source('prometheus', 'PrometheusSource.ts');

const has = command =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
const skip =
  has('prometheus') && has('prometheus-alertmanager')
    ? false
    : 'No Prometheus (Debian: apt-get install prometheus prometheus-alertmanager)';

test(
  'alarms that fire, that are silenced, that are over, and jobs without data',
  { skip },
  async t => {
    const folder = folderFor(t);
    let drift = 0.9;
    const exporter = createServer((request, response) =>
      response.end(`drift_score ${drift}\n`),
    );
    await new Promise(resolve => {
      exporter.listen(0, '127.0.0.1', resolve);
    });
    t.after(() => exporter.close());
    const [port, alertPort, nobody] = [
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const file = (name, content) => {
      writeFileSync(path.join(folder, name), JSON.stringify(content));
      return path.join(folder, name);
    };
    // YAML understands JSON.
    const rules = file('rules.yml', {
      groups: [
        {
          name: 'models',
          interval: '1s',
          rules: [
            { alert: 'Drift', expr: 'drift_score{job="fraud"} > 0.5' },
            { alert: 'Fast', expr: 'drift_score{job="fraud"} > 10' },
            { alert: 'Quiet', expr: 'latency{job="dead"} > 1' },
          ],
        },
      ],
    });
    const config = {
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: [rules],
      alerting: {
        alertmanagers: [
          { static_configs: [{ targets: [`127.0.0.1:${alertPort}`] }] },
        ],
      },
      scrape_configs: [
        ['fraud', exporter.address().port],
        ['calm', exporter.address().port],
        ['dead', nobody],
      ].map(([job, at]) => ({
        job_name: job,
        static_configs: [{ targets: [`127.0.0.1:${at}`] }],
      })),
    };
    const alertmanagerUrl = `http://127.0.0.1:${alertPort}`;
    await start(t, {
      command: 'prometheus-alertmanager',
      args: [
        `--config.file=${file('alertmanager.yml', {
          route: { receiver: 'none', group_wait: '1s' },
          receivers: [{ name: 'none' }],
        })}`,
        `--storage.path=${folder}/alertmanager`,
        `--web.listen-address=127.0.0.1:${alertPort}`,
        '--cluster.listen-address=',
      ],
      ready: `${alertmanagerUrl}/-/ready`,
    });
    const baseUrl = await startPrometheus(t, { folder, port, config });
    const ask = async alertmanager => {
      const asked = new PrometheusSource({
        frequency: { minutes: 2 },
        baseUrl,
        webUrl: baseUrl,
        alertmanagerUrl: alertmanager,
        headers: {},
      });
      const facts = await factsOf(asked, ['fraud', 'calm', 'dead', 'gone']);
      return Object.fromEntries(
        [...facts].map(([job, { alarms }]) => [job, alarms]),
      );
    };
    const firing = {
      fraud: { rules: 2, firing: 1, silent: 0 },
      calm: { rules: 0, firing: 0, silent: 0 },
      dead: { rules: 1, firing: 0, silent: 1 },
    };
    for (const alertmanager of [undefined, alertmanagerUrl]) {
      await until('the alarm fires', async () => {
        const { fraud, calm, dead } = await ask(alertmanager);
        return fraud?.firing === 1 && calm && dead;
      });
      assert.deepEqual(await ask(alertmanager), firing);
    }

    const silenced = await fetch(`${alertmanagerUrl}/api/v2/silences`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        matchers: [
          { name: 'job', value: 'fraud', isRegex: false, isEqual: true },
        ],
        startsAt: new Date().toISOString(),
        endsAt: new Date(Date.now() + 600_000).toISOString(),
        createdBy: 'test',
        comment: 'known',
      }),
    });
    assert.equal(silenced.status, 200);
    const since = Date.now();
    await until('the alarm is silenced', async () => {
      const { fraud } = await ask(alertmanagerUrl);
      return fraud.firing === 0;
    });
    assert.deepEqual(await ask(undefined), firing);

    // It fires on, some moments into the silence, and not only before it.
    await until('the alarm fires while it is silenced', async () => {
      const query = 'timestamp(ALERTS{alertstate="firing",job="fraud"})';
      const response = await fetch(
        `${baseUrl}/api/v1/query?query=${encodeURIComponent(query)}`,
      );
      const { data } = await response.json();
      return data.result.some(
        ({ value }) => Number(value[1]) * 1000 > since + 2_000,
      );
    });

    // Over before anybody asks again.
    drift = 0.1;
    await until('the alarm ends', async () => {
      const { fraud } = await ask(undefined);
      return fraud.firing === 0;
    });
    const { fraud, calm } = await ask(undefined);
    const { lastFiredAt, ...alarms } = fraud;
    assert.deepEqual(alarms, { rules: 2, firing: 0, silent: 0 });
    const ago = Date.now() - Date.parse(lastFiredAt);
    assert.ok(ago > 0 && ago < 60_000, `last fired ${lastFiredAt}`);
    assert.deepEqual(calm, firing.calm);
    assert.deepEqual((await ask(undefined)).fraud, fraud);
    // What was silenced did not fire.
    assert.deepEqual((await ask(alertmanagerUrl)).fraud, alarms);
  },
);
