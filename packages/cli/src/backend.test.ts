// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runCli } from './__testUtils__/runCli';
import {
  type Received,
  type Reply,
  startFakeBackend,
} from './__testUtils__/fakeBackend';

jest.setTimeout(60_000);

const imported = {
  lensId: 'model-care',
  version: '1.0',
  status: 'DRAFT',
  counts: { pillars: 1, questions: 1, choices: 2 },
  warnings: [],
};

const counts = {
  UNANSWERED: 1,
  HIGH: 2,
  MEDIUM: 3,
  NONE: 4,
  NOT_APPLICABLE: 5,
};

function row(workloadId: string, more: object = {}) {
  return {
    workloadId,
    entityRef: `component:default/${workloadId}`,
    title: workloadId,
    owner: 'group:default/payments',
    system: null,
    domain: null,
    lifecycle: 'production',
    tags: ['ml', 'fraud'],
    orphaned: false,
    lens: { id: 'aws-ml-lens', version: '2020-04' },
    score: 61,
    coverage: 0.75,
    level: 'Defined',
    counts,
    pillars: { security: 50 },
    phases: {
      training: {
        status: 'AT_RISK',
        score: null,
        targetDate: null,
        late: false,
      },
    },
    updatedAt: '2026-11-02T09:00:00.000Z',
    ...more,
  };
}

describe('ml-lens against a backend', () => {
  let answer: (request: Received) => Reply;
  let backend: Awaited<ReturnType<typeof startFakeBackend>>;
  let folder: string;

  beforeEach(async () => {
    answer = () => ({ status: 404, json: {} });
    backend = await startFakeBackend(request => answer(request));
    folder = await mkdtemp(path.join(os.tmpdir(), 'ml-lens-cli-'));
  });
  afterEach(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });

  const run = (...args: string[]) =>
    runCli(args, {
      env: { ML_LENS_URL: backend.url, ML_LENS_TOKEN: 'secret' },
    });

  it('imports a lens under another version and publishes it', async () => {
    answer = ({ path: at }) => ({
      status: at.endsWith('/publish') ? 200 : 201,
      json: { ...imported, version: '2' },
    });
    const { code, stdout, stderr } = await run(
      ...['lens', 'import', 'good.yaml', '--lens-version', '2', '--publish'],
    );
    expect(stderr).toBe('');
    expect(stdout).toBe(
      'Imported model-care 2 as a draft: 1 pillar, 1 question, 2 choices, 0 warnings\nPublished model-care 2\n',
    );
    expect(code).toBe(0);
    expect(backend.received).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/api/ml-lens/lenses',
        query: { version: '2' },
        token: 'secret',
        body: expect.stringContaining('name: Model care'),
      }),
      expect.objectContaining({
        method: 'POST',
        path: '/api/ml-lens/lenses/model-care/versions/2/publish',
      }),
    ]);
  });

  it('lists the problems the backend finds, with their lines', async () => {
    answer = () => ({
      status: 400,
      json: {
        error: { name: 'InputError', message: 'The lens cannot be imported' },
        problems: [
          {
            pointer: '/name',
            code: 'TOO_LONG',
            message: '"name" is too long.',
            line: 3,
            column: 7,
          },
        ],
      },
    });
    const { code, stdout, stderr } = await run('lens', 'import', 'good.yaml');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'good.yaml\n   3:7  error    "name" is too long.  TOO_LONG\nThe backend refused good.yaml: 1 error\n',
    );
  });

  it('says what the backend says, without a stack trace', async () => {
    const message = 'Version 1.0 of the lens model-care is published';
    answer = () => ({
      status: 409,
      json: { error: { name: 'ConflictError', message } },
    });
    const { code, stderr } = await run('lens', 'publish', 'model-care', '1.0');
    expect(code).toBe(1);
    expect(stderr).toBe(`The backend refused (409): ${message}\n`);
  });

  it('asks for a token where it is needed', async () => {
    answer = () => ({
      status: 401,
      json: { error: { name: 'AuthenticationError', message: 'No token' } },
    });
    const { code, stderr } = await run('lens', 'export', 'model-care');
    expect(code).toBe(1);
    expect(stderr).toMatch(/--token or ML_LENS_TOKEN/);
  });

  it('exports a version to a file', async () => {
    answer = () => ({ text: '{"name":"Model care"}\n' });
    const file = path.join(folder, 'lens.json');
    const { code, stdout } = await run(
      ...['lens', 'export', 'model-care', '--version', '1.0'],
      ...['--format', 'aws', '-o', file],
    );
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(backend.received[0]).toMatchObject({
      path: '/api/ml-lens/lenses/model-care/export',
      query: { version: '1.0', format: 'aws' },
    });
    expect(await readFile(file, 'utf8')).toBe('{"name":"Model care"}\n');
  });

  it('imports and exports history', async () => {
    answer = ({ method }) =>
      method === 'POST'
        ? { status: 201, json: { events: 2, workloads: 1, reviews: 1 } }
        : { text: '{"type":"answer"}\n' };
    const { stdout } = await run('history', 'import', 'good.yaml');
    expect(stdout).toBe('Imported 2 events of 1 workload and 1 review\n');
    const exported = await run('history', 'export', 'fraud-detection');
    expect(exported.stdout).toBe('{"type":"answer"}\n');
    expect(backend.received[1].path).toBe(
      '/api/ml-lens/workloads/fraud-detection/history/export',
    );
  });

  it('imports answers of the AWS tool, and says what differs', async () => {
    answer = () => ({
      status: 201,
      json: { events: 1, workloads: 1, reviews: 1, warnings: ['Risk: HIGH'] },
    });
    const { code, stdout, stderr } = await run(
      ...['history', 'import', 'good.yaml', '--format', 'aws'],
      ...['--workload', 'fraud', '--lens', 'model-care'],
    );
    expect(code).toBe(0);
    expect(stdout).toBe('Imported 1 event of 1 workload and 1 review\n');
    expect(stderr).toBe('Warning: Risk: HIGH\n');
    expect(backend.received[0].query).toEqual({
      format: 'aws',
      workload: 'fraud',
      lens: 'model-care',
    });
  });

  it('exports every page of the scorecards as CSV', async () => {
    answer = ({ query }) => ({
      json: query.cursor
        ? {
            items: [
              row('b', { title: '=1+1\u001b[31m', pillars: { cost: null } }),
            ],
            totalItems: 2,
            pageInfo: {},
          }
        : {
            items: [row('a')],
            totalItems: 2,
            pageInfo: { nextCursor: 'next' },
          },
    });
    const { code, stdout } = await run(
      ...['scorecards', 'export', '--lens', 'aws-ml-lens', '--sort', '-score'],
    );
    expect(code).toBe(0);
    expect(backend.received.map(({ query }) => query)).toEqual([
      { lens: 'aws-ml-lens', sort: '-score', limit: '100' },
      { lens: 'aws-ml-lens', sort: '-score', limit: '100', cursor: 'next' },
    ]);
    const [head, first, second] = stdout.trim().split('\n');
    expect(head).toBe(
      'workload,title,entity,owner,system,domain,lifecycle,tags,lens,lens_version,score,coverage,level,high,medium,none,unanswered,not_applicable,updated_at,pillar:security,pillar:cost,phase:training,phase:training:status',
    );
    expect(first).toBe(
      'a,a,component:default/a,group:default/payments,,,production,ml fraud,aws-ml-lens,2020-04,61,0.75,Defined,2,3,4,1,5,2026-11-02T09:00:00.000Z,50,,,AT_RISK',
    );
    // No spreadsheet runs what somebody called a workload.
    expect(second).toContain(",'=1+1⟨U+001B⟩[31m,");
  });

  it('exports the scorecards as JSON', async () => {
    answer = () => ({
      json: { items: [row('a')], totalItems: 1, pageInfo: {} },
    });
    const { stdout } = await run('scorecards', 'export', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual([row('a')]);
  });

  it('says when no backend answers', async () => {
    const { code, stderr } = await runCli([
      ...['lens', 'publish', 'model-care', '1.0', '--url', backend.url],
      ...['--url', 'http://127.0.0.1:9'],
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The backend cannot be reached: /);
    const bad = await runCli(['lens', 'export', 'x', '--url', 'localhost']);
    expect(bad.stderr).toMatch(/"localhost" is no address of a backend/);
  });
});
