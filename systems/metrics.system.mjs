// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A real Prometheus scrapes a backend that the SDK of OpenTelemetry is loaded
// into, as operators do it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { createSite, startBackend, until } from '../faults/lib/backend.mjs';
import { freePort } from '../e2e/lib/net.mjs';
import { folderFor, startPrometheus } from './lib.mjs';

const skip =
  spawnSync('prometheus', ['--version'], { stdio: 'ignore' }).status === 0
    ? false
    : 'No Prometheus (Debian: apt-get install prometheus)';

test('Prometheus reads the figures of the backend', { skip }, async t => {
  const folder = folderFor(t);
  const [exporterPort, port] = [await freePort(), await freePort()];
  const site = createSite({ workloads: 3 });
  t.after(() => site.remove());
  const backend = await startBackend(site, {
    env: {
      NODE_OPTIONS: `--require ${path.join(
        import.meta.dirname,
        'telemetry.cjs',
      )}`,
      TELEMETRY_PORT: String(exporterPort),
    },
  });
  t.after(() => backend.kill());

  const url = await startPrometheus(t, {
    folder,
    port,
    config: {
      global: { scrape_interval: '1s' },
      scrape_configs: [
        {
          job_name: 'portal',
          static_configs: [{ targets: [`127.0.0.1:${exporterPort}`] }],
        },
      ],
    },
  });
  const valueOf = async query => {
    const response = await fetch(
      `${url}/api/v1/query?${new URLSearchParams({ query })}`,
    );
    const { data } = await response.json();
    return data.result.length > 0 ? Number(data.result[0].value[1]) : undefined;
  };

  const isValue = (query, expected) =>
    until(`${query} is ${expected}`, async () =>
      (await valueOf(query)) === expected ? true : undefined,
    );
  await isValue('ml_lens_workloads', 3);
  const [id] = site.ids;
  const review = `/workloads/${id}/reviews/${site.lens}`;
  const { answers } = await backend.get(review);
  const [questionId] = Object.keys(answers);
  const answered = await backend.ask(`${review}/answers/${questionId}`, {
    method: 'PUT',
    body: { revision: 0, selectedChoices: [`${questionId}_no`] },
  });
  assert.equal(answered.status, 200, answered.text);
  await isValue('sum(ml_lens_reviews)', 1);
  await isValue('sum(ml_lens_high_risks)', 1);
  await isValue('min(up)', 1);
});
