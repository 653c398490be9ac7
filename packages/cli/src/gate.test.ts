// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Reply, startFakeBackend } from './__testUtils__/fakeBackend';
import { inNode } from './__testUtils__/inNode';
import { runCli } from './__testUtils__/runCli';

jest.setTimeout(60_000);

const requirement = {
  kind: 'NO_HIGH',
  met: false,
  needed: 0,
  found: 1,
  questionIds: ['mt_quality'],
};
const request = {
  number: 1,
  status: 'GO',
  comment: '',
  requestedAt: '2026-11-24T08:00:00.000Z',
  requestedBy: 'user:default/mika',
  decidedAt: '2026-11-25T08:00:00.000Z',
  decidedBy: 'user:default/lea',
  decisionComment: null,
  conditions: [],
  basis: null,
};
const gate = {
  id: 'ready',
  phase: 'training',
  name: 'Model "A" & <B>',
  require: { noHigh: true },
};
const stateOf = (status: string | null) => ({
  gate,
  status,
  met: false,
  requirements: [
    requirement,
    {
      kind: 'PRACTICE',
      met: true,
      needed: 1,
      found: 1,
      questionIds: ['q'],
      choiceId: 'P1',
    },
  ],
  requests: status === null ? [] : [{ ...request, status }],
});

describe('ml-lens gate check', () => {
  let gates: object[];
  let reply: (path: string) => Reply;
  let backend: Awaited<ReturnType<typeof startFakeBackend>>;

  beforeEach(async () => {
    gates = [stateOf('GO')];
    reply = path =>
      path.endsWith('/gates')
        ? { json: { items: gates, at: request.decidedAt, may: {} } }
        : { json: { reviews: [{ lens: { id: 'aws-ml-lens' } }] } };
    backend = await startFakeBackend(({ path }) => reply(path));
  });
  afterEach(() => backend.close());

  const check = (...args: string[]) =>
    runCli(['gate', 'check', 'fraud', '--gate', 'ready', ...args], {
      env: { ML_LENS_URL: backend.url, ML_LENS_TOKEN: 'secret' },
    });

  it.each([
    ['GO', 0],
    ['GO_WITH_CONDITIONS', 0],
    ['NO_GO', 1],
    ['OPEN', 1],
    ['WITHDRAWN', 1],
    [null, 1],
  ])('ends by the latest decision: %s', async (status, expected) => {
    gates = [stateOf(status)];
    const { code, stdout, stderr } = await check();
    expect(stderr).toBe('');
    expect(code).toBe(expected);
    expect(stdout).toContain('not met  1 question at high risk: mt_quality');
    expect(stdout).toContain('practice P1 is in place');
  });

  it('asks no more than the two questions it needs', async () => {
    await check();
    expect(backend.received.map(({ path }) => path)).toEqual([
      '/api/ml-lens/workloads/fraud',
      '/api/ml-lens/workloads/fraud/reviews/aws-ml-lens/gates',
    ]);
    await check('--lens', 'aws-ml-lens');
    expect(backend.received).toHaveLength(3);
  });

  it('is read by a parser of JUnit reports', async () => {
    const suiteOf = async () => {
      const { stdout } = await check('--format', 'junit');
      const read = JSON.parse(inNode('readJunit.mjs', stdout));
      expect(read.testsuite).toHaveLength(1);
      return read.testsuite[0];
    };
    gates = [stateOf('NO_GO')];
    expect(await suiteOf()).toMatchObject({
      name: 'Gate ready of fraud',
      tests: 3,
      failures: 2,
      testcase: [
        {
          name: 'decision',
          failure: [{ message: expect.stringContaining('NO_GO') }],
        },
        {
          name: 'NO_HIGH',
          failure: [{ message: '1 question at high risk: mt_quality' }],
        },
        { name: 'PRACTICE P1' },
      ],
    });
    gates = [stateOf('GO')];
    const passed = await suiteOf();
    expect(passed).toMatchObject({ failures: 0, skipped: 1 });
    expect(passed.testcase[1].skipped[0].message).toContain('high risk');
  });

  it("annotates pull requests as GitHub's own toolkit does", async () => {
    const name = 'Ready: 100%, "A" & <B>';
    gates = [{ ...stateOf('GO'), gate: { ...gate, name } }];
    const { stdout } = await check('--format', 'github');
    const annotations = [
      ['notice', 'fraud: GO by user:default/lea at 2026-11-25T08:00:00.000Z'],
      ['warning', 'Not met: 1 question at high risk: mt_quality'],
    ];
    expect(stdout).toBe(
      inNode(
        'annotate.mjs',
        JSON.stringify({ annotations, title: `Gate ${name}` }),
      ),
    );
  });

  it('speaks JSON', async () => {
    const json = await check('--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      workload: 'fraud',
      lens: 'aws-ml-lens',
      go: true,
      gate: { id: 'ready' },
    });
  });

  it('tells a wrong command from what it cannot know', async () => {
    const usage = await runCli(['gate', 'check', 'fraud']);
    expect(usage.code).toBe(2);
    gates = [];
    const unknown = await check();
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('no gate "ready"');

    reply = () => ({
      status: 404,
      json: {
        error: { name: 'NotFoundError', message: 'There is no workload' },
      },
    });
    const missing = await check();
    expect(missing.code).toBe(3);
    expect(missing.stderr).toContain('There is no workload');
    const unreachable = await runCli(
      ['gate', 'check', 'fraud', '--gate', 'ready'],
      { env: { ML_LENS_URL: 'http://127.0.0.1:1' } },
    );
    expect(unreachable.code).toBe(3);
  });
});
