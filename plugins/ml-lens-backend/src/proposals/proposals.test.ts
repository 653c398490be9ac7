// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { testDatabases } from '../__testUtils__/databases';
import {
  citation,
  proposalsOn,
  proposed,
} from '../__testUtils__/proposalFixtures';
import {
  accessOf,
  caller,
  projectionsOf,
} from '../__testUtils__/reviewFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { rebuild } from '../reviews/projection/rebuild';
import { AgentRecord } from './AgentRecord';

jest.setTimeout(120_000);

const databases = testDatabases();
const lena = mockCredentials.user('user:default/lena');
const GOAL = { ...KEY, questionId: 'goal' };

describe.each(databases.ids)('deciding on proposals on %s', id => {
  const setUp = async (options?: Parameters<typeof proposalsOn>[1]) => {
    const knex = await databases.create(id);
    return await proposalsOn(knex, options);
  };

  it('move no score until a person decides', async () => {
    const { knex, propose, decide, review } = await setUp();
    const before = await projectionsOf(knex);
    const [proposal] = await propose(proposed());
    expect(await projectionsOf(knex)).toEqual(before);
    expect(proposal).toMatchObject({
      status: 'OPEN',
      questionId: 'goal',
      selectedChoices: ['goal_a'],
      notes: null,
      agent: { name: 'reader', version: '1.2', model: 'some-model' },
      citations: [citation],
      proposedBy: 'user:default/mei',
      lensVersion: '1',
    });

    const decided = await decide(
      proposal.id,
      { revision: 0, decision: 'ACCEPT', reason: 'Read it' },
      lena,
    );
    expect(decided.proposal).toMatchObject({
      status: 'ACCEPTED',
      decidedBy: 'user:default/lena',
      reason: 'Read it',
    });
    const { answers, scorecard } = await review();
    expect(answers.goal).toEqual(decided.answer);
    expect(answers.goal).toMatchObject({
      revision: 1,
      selectedChoices: ['goal_a'],
      updatedBy: 'user:default/lena',
      proposal: { id: proposal.id, agent: 'reader' },
    });
    expect(scorecard).toEqual(decided.scorecard);
    expect(scorecard.counts.MEDIUM).toBe(1);
  });

  it('are named wherever an answer that rests on one is told of', async () => {
    const { knex, propose, decide, service, exporter, diff, store, lenses } =
      await setUp();
    const start = new Date(Date.now() - 1000).toISOString();
    const [proposal] = await propose(proposed());
    await decide(proposal.id, { revision: 0, decision: 'ACCEPT' });
    const mark = { id: proposal.id, agent: 'reader' };

    const { items } = await service.history(KEY, { limit: 10 });
    expect(items[0]).toMatchObject({
      type: 'ANSWERED',
      by: 'user:default/mei',
      source: 'USER',
      proposal: mark,
    });
    expect((await diff(start)).questions[0].after).toMatchObject({
      proposal: mark,
    });
    const lines = [];
    for await (const line of await exporter.export(KEY.workloadId)) {
      lines.push(JSON.parse(line));
    }
    expect(lines).toEqual([
      expect.objectContaining({ type: 'answer', proposal: mark }),
    ]);
    const past = await service.review(KEY, new Date().toISOString());
    expect(past.answers.goal.proposal).toEqual(mark);

    const before = await projectionsOf(knex);
    await rebuild({ store, lenses }, `${KEY.workloadId}/${KEY.lensId}`);
    expect(await projectionsOf(knex)).toEqual(before);
  });

  it('can be changed and rejected', async () => {
    const { propose, decide, review } = await setUp();
    const [goal, data] = await propose(
      proposed({ notes: 'From the card' }),
      proposed({ questionId: 'data' }),
    );
    await expect(
      decide(goal.id, { revision: 0, decision: 'CHANGE' }),
    ).rejects.toThrow(InputError);
    await expect(
      decide(goal.id, {
        revision: 0,
        decision: 'ACCEPT',
        answer: { selectedChoices: [] },
      }),
    ).rejects.toThrow(InputError);
    await expect(
      decide(goal.id, {
        revision: 0,
        decision: 'CHANGE',
        answer: { selectedChoices: ['goal_a', 'goal_no'] },
      }),
    ).rejects.toThrow('selectedChoices.1');
    const changed = await decide(goal.id, {
      revision: 0,
      decision: 'CHANGE',
      answer: { selectedChoices: ['goal_b'] },
    });
    expect(changed.proposal.status).toBe('CHANGED');
    expect(changed.answer).toMatchObject({
      selectedChoices: ['goal_b'],
      notes: '',
      proposal: { id: goal.id },
    });
    const rejected = await decide(data.id, { revision: 0, decision: 'REJECT' });
    expect(rejected.proposal.status).toBe('REJECTED');
    expect(rejected.answer.revision).toBe(0);
    expect((await review()).answers.data.revision).toBe(0);
  });

  it('decided twice at once are decided once', async () => {
    const { propose, decide, service } = await setUp();
    const [proposal] = await propose(proposed());
    const results = await Promise.allSettled(
      (['ACCEPT', 'REJECT'] as const).map(decision =>
        decide(proposal.id, { revision: 0, decision }),
      ),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([
      {
        status: 'rejected',
        reason: expect.objectContaining({ statusCode: 409 }),
      },
    ]);
    const { totalItems } = await service.history(KEY, { limit: 10 });
    expect(totalItems).toBe(results[0].status === 'fulfilled' ? 1 : 0);
  });

  it('show three versions where the answer changed', async () => {
    const { answer, propose, decide, editor, statuses } = await setUp();
    await answer('goal', 'goal_b');
    const [proposal] = await propose(proposed({ basedOn: 1 }));
    await answer('goal', 'goal_a', 'goal_b');
    expect(await statuses()).toEqual({ [proposal.id]: 'SUPERSEDED' });
    for (const revision of [1, 2]) {
      const error = await decide(proposal.id, {
        revision,
        decision: 'ACCEPT',
      }).catch(e => e);
      expect(error).toMatchObject({ statusCode: 409, name: 'ConflictError' });
      expect(error.body).toMatchObject({
        base: { selectedChoices: ['goal_b'] },
        proposal: { id: proposal.id, selectedChoices: ['goal_a'] },
        current: { revision: 2, selectedChoices: ['goal_a', 'goal_b'] },
        attempted: { decision: 'ACCEPT', revision },
      });
    }

    const late = await propose(proposed({ basedOn: 1 })).catch(e => e);
    expect(late).toMatchObject({ statusCode: 409 });
    expect(late.body).toMatchObject({
      problems: [{ pointer: '/proposals/0/basedOn', code: 'STALE' }],
      conflicts: [
        {
          index: 0,
          questionId: 'goal',
          base: { selectedChoices: ['goal_b'] },
          proposal: { selectedChoices: ['goal_a'] },
          current: { revision: 2 },
        },
      ],
    });
    // An answer that says the same moves nothing, and ends no proposal.
    const [open] = await propose(proposed({ basedOn: 2 }));
    await editor.putAnswer(
      GOAL,
      { revision: 2, selectedChoices: ['goal_b', 'goal_a'] },
      caller,
    );
    expect(await statuses()).toMatchObject({ [open.id]: 'OPEN' });
  });

  it('can be undone while nothing else has happened', async () => {
    const { answer, propose, decide, undoDecision, review, statuses, service } =
      await setUp();
    await answer('goal', 'goal_b');
    const [proposal] = await propose(proposed({ basedOn: 1 }));
    await expect(undoDecision(proposal.id, 1)).rejects.toMatchObject({
      statusCode: 409,
    });
    await decide(proposal.id, { revision: 1, decision: 'ACCEPT' });
    const undone = await undoDecision(proposal.id, 2);
    expect(undone.proposal).toMatchObject({
      status: 'OPEN',
      basedOn: 3,
      decidedBy: null,
    });
    const { goal } = (await review()).answers;
    expect(goal).toMatchObject({ revision: 3, selectedChoices: ['goal_b'] });
    expect(goal).not.toHaveProperty('proposal');
    const { items } = await service.history(KEY, { limit: 1 });
    expect(items).toMatchObject([{ source: 'UNDO', by: 'user:default/mei' }]);

    await decide(proposal.id, { revision: 3, decision: 'REJECT' });
    expect((await undoDecision(proposal.id, 3)).answer.revision).toBe(3);
    await decide(proposal.id, { revision: 3, decision: 'ACCEPT' });
    await answer('goal', 'goal_a', 'goal_b');
    await expect(undoDecision(proposal.id, 5)).rejects.toMatchObject({
      statusCode: 409,
    });
    expect(await statuses()).toEqual({ [proposal.id]: 'ACCEPTED' });
  });

  it('tell how often those of an agent were changed or rejected', async () => {
    const { knex, clock, propose, decide } = await setUp();
    const sent = await propose(
      proposed(),
      proposed({ questionId: 'data' }),
      proposed({ questionId: 'label' }),
      proposed({ questionId: 'drift' }),
      proposed({ questionId: 'drift', agent: { name: 'other' } }),
    );
    await decide(sent[0].id, { revision: 0, decision: 'ACCEPT' });
    await decide(sent[1].id, {
      revision: 0,
      decision: 'CHANGE',
      answer: { selectedChoices: ['data_b'] },
    });
    await decide(sent[2].id, { revision: 0, decision: 'REJECT' });
    const record = new AgentRecord({ knex, clock, access: accessOf() });
    const none = {
      open: 0,
      accepted: 0,
      changed: 0,
      rejected: 0,
      superseded: 0,
      expired: 0,
    };
    expect(await record.list({ lens: 'phased' }, caller)).toEqual([
      {
        ...none,
        agent: 'reader',
        proposed: 4,
        open: 1,
        accepted: 1,
        changed: 1,
        rejected: 1,
        overruled: 2 / 3,
      },
      { ...none, agent: 'other', proposed: 1, open: 1, overruled: null },
    ]);
    expect(await record.list({ lens: 'none' }, caller)).toEqual([]);
    const blind = new AgentRecord({
      knex,
      clock,
      access: accessOf({
        listFilter: async () => ({
          apply: query => query.whereRaw('1 = 0'),
          test: async () => () => false,
        }),
      }),
    });
    expect(await blind.list({}, caller)).toEqual([]);
  });
});
