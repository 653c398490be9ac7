// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import type { LensQuestion } from '@ml-lens/lens-model';
import {
  BASE,
  CHANGES,
  READS,
  refusals,
  REVIEW,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { proposed } from '../__testUtils__/proposalFixtures';

jest.setTimeout(120_000);

const PROPOSALS = `${REVIEW}/proposals`;
const goal = () =>
  proposed({ questionId: 'bg_goal', selectedChoices: ['BG01'] });

/** A proposal for every question, of so many agents that there are `count`. */
async function proposalsFor(
  { call }: Awaited<ReturnType<typeof startReviewBackend>>,
  count: number,
) {
  const { body } = await call('get', `${BASE}/lenses/aws-ml-lens`, 'mika');
  const questions: LensQuestion[] = body.pillars.flatMap(
    (pillar: { questions: LensQuestion[] }) => pillar.questions,
  );
  return Array.from({ length: count }, (_, index) => {
    const { id, choices } = questions[index % questions.length];
    return proposed({
      questionId: id,
      selectedChoices: [choices[0].id],
      agent: { name: `agent ${Math.floor(index / questions.length)}` },
      notes: 'n'.repeat(1000),
    });
  });
}

describe('proposal routes', () => {
  it('take, show, decide and undo', async () => {
    const { call, audited } = await startReviewBackend();
    audited.length = 0;
    const sent = await call('post', PROPOSALS, 'mika', {
      proposals: [goal()],
      // Who proposes is never what a request says.
      proposedBy: 'user:default/ada',
    }).expect(201);
    const { items, created } = mlLensRoutes.proposeAnswers.response.parse(
      sent.body,
    );
    expect(created).toBe(1);
    expect(items[0].proposedBy).toBe('user:default/mika');

    const listed = await call('get', `${PROPOSALS}?status=OPEN`, 'lena');
    expect(
      mlLensRoutes.listProposals.response.parse(listed.body).items,
    ).toEqual(items);
    const tab = await call(
      'get',
      `${BASE}/entities/component/default/fraud/review`,
      'lena',
    ).expect(200);
    expect(tab.body.openProposals).toBe(1);
    const rows = await call('get', `${BASE}/scorecards/by-query`, 'lena');
    expect(rows.body.items[0].openProposals).toBe(1);

    const url = `${PROPOSALS}/${items[0].id}`;
    const accepted = await call('put', url, 'mika', {
      revision: 0,
      decision: 'ACCEPT',
    }).expect(200);
    const decided = mlLensRoutes.decideProposal.response.parse(accepted.body);
    expect(decided.answer.updatedBy).toBe('user:default/mika');
    const late = await call('put', url, 'mika', {
      revision: 0,
      decision: 'REJECT',
    }).expect(409);
    expect(late.body).toMatchObject({
      error: { name: 'ConflictError' },
      base: null,
      proposal: { status: 'ACCEPTED' },
      current: { revision: 1 },
      attempted: { decision: 'REJECT' },
    });
    await call('post', `${url}/undo`, 'mika', { revision: 1 }).expect(200);
    const agents = await call('get', `${BASE}/proposals/agents`, 'lena');
    expect(
      mlLensRoutes.getProposalAgents.response.parse(agents.body).items,
    ).toMatchObject([{ agent: 'reader', proposed: 1, open: 1 }]);

    await call('post', PROPOSALS, 'mika', {
      proposals: [{ ...goal(), basedOn: 7 }, {}],
    }).expect(400);
    expect(
      audited.map(({ eventId, outcome, meta }) => [
        eventId,
        meta.actionType,
        outcome,
      ]),
    ).toEqual([
      ['proposal-mutate', 'create', 'success'],
      ['proposal-mutate', 'accept', 'success'],
      ['proposal-mutate', 'reject', 'fail'],
      ['proposal-mutate', 'undo', 'success'],
      ['proposal-mutate', 'create', 'fail'],
    ]);
    expect(audited[0].meta).toMatchObject({ created: 1, agents: ['reader'] });
  });

  it('let in those who may', async () => {
    const doors = await startReviewBackend();
    const sent = await doors.call('post', PROPOSALS, 'mika', {
      proposals: [goal()],
    });
    const url = `${PROPOSALS}/${sent.body.items[0].id}`;
    expect(await refusals(doors, 'get', PROPOSALS)).toEqual(READS);
    for (const [method, at, body] of [
      ['post', PROPOSALS, { proposals: [goal()] }],
      ['put', url, { revision: 0, decision: 'REJECT' }],
      ['post', `${url}/undo`, { revision: 0 }],
    ] as const) {
      expect(await refusals(doors, method, at, body)).toEqual(CHANGES);
    }
    const { body } = await doors.call(
      'get',
      `${BASE}/proposals/agents`,
      'otto',
    );
    expect(body).toEqual({ items: [] });
  });

  it('say when there is room again', async () => {
    const { call } = await startReviewBackend({
      mlLens: { proposals: { perHour: 1 } },
    });
    await call('post', PROPOSALS, 'mika', { proposals: [goal()] }).expect(201);
    const more = await call('post', PROPOSALS, 'mika', {
      proposals: [goal()],
    }).expect(429);
    expect(more.body.error.name).toBe('TooManyRequestsError');
    expect(Number(more.headers['retry-after'])).toBeGreaterThan(3500);
  });

  it('take 105 at once within 2 seconds, and move no score', async () => {
    const backend = await startReviewBackend();
    const proposals = await proposalsFor(backend, 105);
    const before = await backend.call('get', REVIEW, 'mika').expect(200);
    const begun = performance.now();
    await backend.call('post', PROPOSALS, 'mika', { proposals }).expect(201);
    expect(performance.now() - begun).toBeLessThan(2_000);
    const after = await backend.call('get', REVIEW, 'mika').expect(200);
    expect(after.body.scorecard).toEqual(before.body.scorecard);
    expect(after.body.answers).toEqual(before.body.answers);
    const { body } = await backend.call('get', PROPOSALS, 'mika');
    expect(body.totalItems).toBe(105);
    const again = await backend.call('post', PROPOSALS, 'mika', { proposals });
    expect(again.body.created).toBe(0);
    await backend
      .call('post', PROPOSALS, 'mika', {
        proposals: await proposalsFor(backend, 201),
      })
      .expect(400);
  });
});
