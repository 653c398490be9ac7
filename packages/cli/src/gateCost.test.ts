// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { performance } from 'node:perf_hooks';
import { startFakeBackend } from './__testUtils__/fakeBackend';
import { createProgram } from './program';

jest.setTimeout(60_000);

/** What a check may cost above what the backend takes, in milliseconds. */
const MOST = 300;

it('costs next to nothing above the requests it makes', async () => {
  let asking = 0;
  const gate = {
    gate: { id: 'ready', phase: 'training', name: 'Ready', require: {} },
    status: 'GO',
    met: true,
    requirements: [],
    requests: [],
  };
  const backend = await startFakeBackend(({ path }) =>
    path.endsWith('/gates')
      ? { json: { items: [gate], at: '2026-11-29T10:00:00.000Z', may: {} } }
      : { json: { reviews: [{ lens: { id: 'aws-ml-lens' } }] } },
  );
  const written = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation(() => true);
  const realFetch = globalThis.fetch;
  // The time of the requests alone is taken where they are made.
  globalThis.fetch = async (...args) => {
    const started = performance.now();
    try {
      return await realFetch(...args);
    } finally {
      asking += performance.now() - started;
    }
  };
  const above: number[] = [];
  try {
    for (let run = 0; run < 9; run++) {
      asking = 0;
      const started = performance.now();
      await createProgram().parseAsync([
        'node',
        'ml-lens',
        'gate',
        'check',
        'fraud',
        '--gate',
        'ready',
        '--url',
        backend.url,
      ]);
      above.push(performance.now() - started - asking);
    }
  } finally {
    globalThis.fetch = realFetch;
    written.mockRestore();
    await backend.close();
  }
  const median = above.sort((a, b) => a - b)[Math.floor(above.length / 2)];
  process.stdout.write(
    `gate check: ${median.toFixed(1)} ms above the requests\n`,
  );
  expect(median).toBeLessThan(MOST);
});
