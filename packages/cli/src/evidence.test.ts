// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { runCli } from './__testUtils__/runCli';
import {
  type Received,
  type Reply,
  startFakeBackend,
} from './__testUtils__/fakeBackend';

jest.setTimeout(60_000);

const posted = {
  id: 'e-1',
  questionId: 'bg_goal',
  choiceId: 'BG01',
  source: 'CI',
  provider: 'external:ci',
  verdict: 'CONTRADICTS',
  title: 'Goal is not written down',
  url: null,
  note: null,
  observedAt: '2026-11-24T08:00:00.000Z',
  expiresAt: null,
  stale: false,
  contradictsAnswer: true,
  suggestsChoice: false,
};

describe('ml-lens evidence post', () => {
  let answer: (request: Received) => Reply;
  let backend: Awaited<ReturnType<typeof startFakeBackend>>;

  beforeEach(async () => {
    answer = () => ({ status: 201, json: posted });
    backend = await startFakeBackend(request => answer(request));
  });
  afterEach(() => backend.close());

  const run = (...args: string[]) =>
    runCli(['evidence', 'post', ...args], {
      env: { ML_LENS_URL: backend.url, ML_LENS_TOKEN: 'secret' },
    });
  const REQUIRED = [
    ...['--workload', 'fraud', '--lens', 'aws-ml-lens'],
    ...['--question', 'bg_goal', '--title', 'Goal is not written down'],
    ...['--key', 'build-17'],
  ];

  it('reports what a pipeline knows', async () => {
    const { code, stdout, stderr } = await run(
      ...REQUIRED,
      ...['--choice', 'BG01', '--verdict', 'CONTRADICTS'],
      ...['--link', 'https://ci.example.com/17'],
      ...['--expires', '2026-12-24T00:00:00Z'],
    );
    expect(stderr).toBe('');
    expect(stdout).toBe(
      'Reported e-1 (CONTRADICTS BG01); the answer says otherwise\n',
    );
    expect(code).toBe(0);
    const [request] = backend.received;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/api/ml-lens/workloads/fraud/reviews/aws-ml-lens/evidence',
      token: 'secret',
    });
    expect(JSON.parse(request.body)).toEqual({
      questionId: 'bg_goal',
      choiceId: 'BG01',
      verdict: 'CONTRADICTS',
      title: 'Goal is not written down',
      url: 'https://ci.example.com/17',
      idempotencyKey: 'build-17',
      expiresAt: '2026-12-24T00:00:00Z',
    });
  });

  it('says what is missing, and what the backend refused', async () => {
    const missing = await run('--workload', 'fraud');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('--lens <id>');
    const wrong = await run(...REQUIRED, '--verdict', 'MAYBE');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('SUPPORTS, CONTRADICTS, INFO');
    expect(backend.received).toEqual([]);

    answer = () => ({
      status: 409,
      json: {
        error: { name: 'ConflictError', message: 'The key is taken' },
      },
    });
    const refused = await run(...REQUIRED);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('The key is taken');
  });
});
