// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { startFakeBackend, type Reply } from './__testUtils__/fakeBackend';
import { runCli } from './__testUtils__/runCli';

jest.setTimeout(60_000);

const reported = {
  source: 'mlflow',
  name: 'ranker',
  version: '7',
  at: '2026-11-24T08:00:00.000Z',
  known: false,
  toConfirm: [
    { lens: 'aws-ml-lens', questionIds: ['mt_quality', 'me_business'] },
  ],
};

describe('ml-lens model-version post', () => {
  let answer: () => Reply;
  let backend: Awaited<ReturnType<typeof startFakeBackend>>;

  beforeEach(async () => {
    answer = () => ({ json: reported });
    backend = await startFakeBackend(() => answer());
  });
  afterEach(() => backend.close());

  const run = (...args: string[]) =>
    runCli(['model-version', 'post', ...args], {
      env: { ML_LENS_URL: backend.url, ML_LENS_TOKEN: 'secret' },
    });
  const REQUIRED = [
    ...['--workload', 'fraud', '--source', 'mlflow'],
    ...['--name', 'ranker', '--model-version', '7'],
  ];

  it('says what is to be confirmed', async () => {
    const { code, stdout } = await run(...REQUIRED);
    expect(stdout).toBe(
      'Reported ranker 7: 2 answers to confirm\n  aws-ml-lens: mt_quality, me_business\n',
    );
    expect(code).toBe(0);
    const [request] = backend.received;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/api/ml-lens/workloads/fraud/model-versions',
      token: 'secret',
    });
    expect(JSON.parse(request.body)).toEqual({
      source: 'mlflow',
      name: 'ranker',
      version: '7',
    });
  });

  it('says that a version is known, and what is missing', async () => {
    answer = () => ({ json: { ...reported, known: true, toConfirm: [] } });
    expect((await run(...REQUIRED)).stdout).toBe(
      'ranker 7 was reported before; nothing changed\n',
    );
    const missing = await run('--workload', 'fraud');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('--source <name>');
  });
});
