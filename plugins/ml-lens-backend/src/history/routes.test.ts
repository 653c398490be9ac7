// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { AuthorizeResult } from '@backstage/plugin-permission-common';

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  ALLOW,
  as,
  componentOf,
  DENY,
  startMlLens,
  type TestPolicy,
} from '../__testUtils__/startMlLens';

jest.setTimeout(60_000);

const BASE = '/api/ml-lens';
const REVIEW = `${BASE}/workloads/fraud/reviews/aws-ml-lens`;

/** Only `petra` manages. */
const policy: TestPolicy = (permission, who) =>
  permission.name === 'ml-lens.lens.manage' && who !== 'petra' ? DENY : ALLOW;

const AWS = {
  WorkloadId: '4f1c2a9be07d4f6b8c35d1e2a7b90c44',
  LensAlias: 'arn:aws:wellarchitected:eu-west-1:111122223333:lens/ml',
};

/** Two outputs of `get-answer`, as a loop in a shell prints them. */
function printed(...answers: object[]): string {
  return answers
    .map(Answer => `${JSON.stringify({ ...AWS, Answer }, null, 4)}\n`)
    .join('');
}

const goal = {
  QuestionId: 'bg_goal',
  PillarId: 'security',
  QuestionTitle: 'How do you define the goal?',
  SelectedChoices: ['BG01', 'BG02'],
  ChoiceAnswers: [
    { ChoiceId: 'BG01', Status: 'SELECTED', Reason: 'NONE' },
    {
      ChoiceId: 'BG08',
      Status: 'NOT_APPLICABLE',
      Reason: 'OUT_OF_SCOPE',
      Notes: 'One market only',
    },
  ],
  IsApplicable: true,
  Risk: 'MEDIUM',
  Notes: 'Losses down by a fifth',
  Reason: 'NONE',
};
const outcome = {
  QuestionId: 'pf_outcome',
  SelectedChoices: ['PF01', 'PF03'],
  ChoiceAnswers: [],
  IsApplicable: true,
  Risk: 'HIGH',
};

describe('history routes with answers of the AWS tool', () => {
  async function start(annotations: Record<string, string> = {}) {
    const backend = await startMlLens({
      policy,
      entities: [componentOf('fraud', { title: 'Fraud', annotations })],
    });
    await backend.api
      .get(`${BASE}/entities/component/default/fraud/review`)
      .set(as('mika'))
      .expect(200);
    return {
      ...backend,
      review: async () =>
        (await backend.api.get(REVIEW).set(as('mika')).expect(200)).body,
      send: (
        body: string,
        query: object = { workload: 'fraud', lens: 'aws-ml-lens' },
        who = 'petra',
      ) =>
        backend.api
          .post(`${BASE}/history/import`)
          .query({ format: 'aws', ...query })
          .set(as(who))
          .send(body),
    };
  }

  it('store them for the caller, and say where the risk is another', async () => {
    const { send, review, audited } = await start();
    await send(printed(goal), undefined, 'mika').expect(403);
    const { status, body } = await send(printed(goal, outcome));
    expect(status).toBe(201);
    expect(mlLensRoutes.importHistory.response.parse(body)).toEqual({
      events: 2,
      workloads: 1,
      reviews: 1,
      warnings: [
        'Question "pf_outcome": the risk is HIGH in the AWS tool, but MEDIUM by the rules of the lens here',
      ],
    });
    expect((await review()).answers.bg_goal).toMatchObject({
      revision: 1,
      selectedChoices: ['BG01', 'BG02'],
      notApplicableChoices: [
        { choiceId: 'BG08', reason: 'OUT_OF_SCOPE', notes: 'One market only' },
      ],
      notApplicable: null,
      notes: 'Losses down by a fifth',
      risk: 'MEDIUM',
      updatedBy: 'user:default/petra',
    });
    expect(
      audited.filter(({ eventId }) => eventId === 'history-mutate'),
    ).toEqual([
      expect.objectContaining({ outcome: 'fail' }),
      expect.objectContaining({
        outcome: 'success',
        meta: {
          actionType: 'import',
          format: 'aws',
          workloadId: 'fraud',
          lensId: 'aws-ml-lens',
          events: 2,
          workloads: 1,
          reviews: 1,
        },
      }),
    ]);
  });

  it('change nothing when they are imported once more, and are refused when there are none', async () => {
    const { send, review } = await start();
    await send(printed(goal, outcome)).expect(201);
    const before = await review();
    const { body } = await send(printed(goal, outcome)).expect(201);
    expect(body).toMatchObject({ events: 0, workloads: 0, reviews: 0 });
    expect(body.warnings).toHaveLength(1);
    expect({ ...(await review()), at: before.at }).toEqual(before);
    expect((await send('')).body.error.message).toBe(
      'Invalid body: there is nothing in it to import',
    );
  });

  it('store them at a given instant, never in the future', async () => {
    const { send, review } = await start();
    const into = { workload: 'fraud', lens: 'aws-ml-lens' };
    const late = await send(printed(goal), {
      ...into,
      at: '2999-01-01T00:00:00Z',
    });
    expect(late.status).toBe(400);
    expect(late.body.error.message).toContain('at: is in the future');
    const at = '2026-01-05T10:00:00+01:00';
    await send(printed(goal), { ...into, at }).expect(201);
    expect((await review()).answers.bg_goal.updatedAt).toBe(
      '2026-01-05T09:00:00.000Z',
    );
    const earlier = await send(printed(goal), {
      ...into,
      at: '2026-01-04T00:00:00Z',
    });
    expect(earlier.status).toBe(400);
    expect(earlier.body.problems).toMatchObject([
      { line: 1, code: 'BEFORE_EXISTING' },
    ]);
  });

  it('are refused where they are of another workload than the linked one', async () => {
    const linkTo = (id: string) => ({
      'aws.amazon.com/wellarchitected-workload-arn': `arn:aws:wellarchitected:eu-west-1:111122223333:workload/${id}`,
    });
    const other = await start(linkTo('0f1e2d3c4b5a69788796a5b4c3d2e1f0'));
    const { status, body } = await other.send(printed(goal));
    expect(status).toBe(400);
    expect(body.problems).toEqual([
      {
        line: 1,
        code: 'OTHER_WORKLOAD',
        message: expect.stringMatching(
          /is 4f1c2a9be07d4f6b8c35d1e2a7b90c44, but the workload 'fraud' is linked to 0f1e2d3c4b5a69788796a5b4c3d2e1f0/,
        ),
      },
    ]);
    expect((await other.review()).answers.bg_goal.revision).toBe(0);

    const same = await start(linkTo(AWS.WorkloadId));
    expect((await same.send(printed(goal))).status).toBe(201);
  });

  it('name every bad document and store nothing', async () => {
    const { send, review } = await start();
    const { status, body } = await send(
      printed(
        goal,
        { ...outcome, QuestionId: 'nothing' },
        { ...outcome, SelectedChoices: ['PF01', 'BG01'] },
        { SelectedChoices: [] },
      ),
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: {
        name: 'InputError',
        message: expect.stringMatching(
          /^Nothing was imported: 3 documents cannot be used, the first is document 2: question: .*"nothing"/,
        ),
      },
      problems: [
        { line: 2, code: 'UNKNOWN_QUESTION' },
        { line: 3, code: 'INVALID_ANSWER' },
        { line: 4, code: 'MISSING_FIELD' },
      ],
    });
    expect((await review()).answers.bg_goal?.revision ?? 0).toBe(0);
  });

  it.each<[string, object, RegExp]>([
    [
      'workload and lens left out',
      {},
      /workload: is required with format=aws; lens: is required with format=aws/,
    ],
    [
      'a workload that cannot be one',
      { workload: 'Card_Fraud', lens: 'aws-ml-lens' },
      /workload: must be a workload id/,
    ],
    [
      'a workload for lines that name theirs',
      { format: 'ml-lens', workload: 'fraud' },
      /workload: goes with format=aws only/,
    ],
    ['a format there is not', { format: 'csv' }, /format: /],
  ])('refuse %s', async (_, query, message) => {
    const { send } = await start();
    const { status, body } = await send(printed(goal), query);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });
});

describe('history routes for callers who do not manage', () => {
  it('refuse, and leave an audit event of it', async () => {
    const { api, audited } = await startMlLens({
      policy,
      entities: [componentOf('fraud')],
    });
    const refused = [
      await api.post(`${BASE}/history/import`).set(as('mika')).send('{}'),
      await api.post(`${BASE}/history/rebuild`).set(as('mika')),
      await api.get(`${BASE}/workloads/fraud/history/export`).set(as('mika')),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(refused[0].body.error.message).toBe('You may not manage lenses');
    expect(
      audited.map(event => [event.outcome, event.meta.actionType]),
    ).toEqual([
      ['fail', 'import'],
      ['fail', 'rebuild'],
      ['fail', 'export'],
    ]);
  });
});

describe('a rebuild', () => {
  it('goes through what the caller may see, from where it is told', async () => {
    const { api, audited } = await startMlLens({
      // Manages lenses, and sees what one group owns.
      policy: permission =>
        permission.name === 'ml-lens.review.read'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'ml-lens',
              resourceType: 'ml-lens-workload',
              conditions: {
                rule: 'IS_OWNER',
                resourceType: 'ml-lens-workload',
                params: { claims: ['group:default/supply-science'] },
              },
            }
          : ALLOW,
      entities: ['a', 'b', 'c'].map(name =>
        componentOf(name, {
          owner: `group:default/${
            name === 'b' ? 'somebody-else' : 'supply-science'
          }`,
        }),
      ),
    });
    for (const name of ['a', 'b', 'c']) {
      await api
        .get(`${BASE}/entities/component/default/${name}/review`)
        .set(as('root'));
    }
    const rebuilt = async (query: Record<string, string>) => {
      const { text } = await api
        .post(`${BASE}/history/rebuild`)
        .query(query)
        .set(as('root'))
        .buffer(true)
        .parse((res, done) => {
          res.setEncoding('utf8');
          let body = '';
          res.on('data', part => (body += part));
          res.on('end', () => done(null, body));
        })
        .expect(200)
        .then(({ body }) => ({ text: body as string }));
      return text
        .split('\n')
        .filter(Boolean)
        .map(line =>
          mlLensRoutes.rebuildProjections.lines.parse(JSON.parse(line)),
        );
    };
    const line = (name: string) => ({
      review: `${name}/aws-ml-lens`,
      differed: false,
    });
    expect(await rebuilt({})).toEqual([line('a'), line('c')]);
    expect(await rebuilt({ after: 'a/aws-ml-lens' })).toEqual([line('c')]);
    expect(await rebuilt({ workload: 'a' })).toEqual([line('a')]);
    expect(await rebuilt({ workload: 'b' })).toEqual([]);
    expect(audited.at(-4)!.meta).toMatchObject({
      actionType: 'rebuild',
      reviews: 2,
      differed: 0,
      failed: 0,
    });
  });
});
