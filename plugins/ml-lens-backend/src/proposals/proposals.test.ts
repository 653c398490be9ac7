/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { mockCredentials } from '@backstage/backend-test-utils';
import { InputError, NotFoundError } from '@backstage/errors';
import { testDatabases } from '../__testUtils__/databases';
import {
  citation,
  nextVersion,
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

describe.each(databases.ids)('proposals on %s', id => {
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

  it('take the place of older ones of the same agent', async () => {
    const { propose, intake, statuses, list } = await setUp();
    const [first] = await propose(proposed());
    const [other] = await propose(proposed({ agent: { name: 'other' } }));
    const { items } = await intake.propose(
      KEY,
      { proposals: [proposed()] },
      lena,
    );
    const [second] = await propose(proposed());
    expect(await statuses()).toEqual({
      [first.id]: 'SUPERSEDED',
      [other.id]: 'OPEN',
      // Somebody else's, whatever the agent calls itself.
      [items[0].id]: 'OPEN',
      [second.id]: 'OPEN',
    });
    const page = await list.list(KEY, { status: ['SUPERSEDED'], limit: 10 });
    expect(page.items).toMatchObject([
      { id: first.id, supersededBy: second.id },
    ]);
  });

  it('end when the review moves to another version of its lens', async () => {
    const { propose, answer, publish, upgrade, statuses, review } =
      await setUp();
    await answer('data', 'data_a');
    const [proposal] = await propose(proposed());
    publish(nextVersion());
    await upgrade('2');
    expect(await statuses()).toEqual({ [proposal.id]: 'SUPERSEDED' });
    expect((await review()).lens.version).toBe('2');
  });

  it('count once by their key', async () => {
    const { intake, propose, answer, statuses } = await setUp();
    const one = proposed();
    const call = (...proposals: unknown[]) =>
      intake.propose(KEY, { proposals }, caller);
    const sent = await call(one, one);
    expect(sent.created).toBe(1);
    expect(sent.items[0].id).toBe(sent.items[1].id);
    const again = await call(one, proposed({ questionId: 'data' }));
    expect(again).toMatchObject({
      created: 1,
      items: [{ id: sent.items[0].id }, { questionId: 'data' }],
    });
    // Also after the answer has moved on.
    await answer('goal', 'goal_b');
    expect(await call(one)).toMatchObject({
      created: 0,
      items: [{ id: sent.items[0].id, status: 'SUPERSEDED' }],
    });
    await expect(
      propose({ ...one, selectedChoices: ['goal_b'] }),
    ).rejects.toMatchObject({
      statusCode: 409,
      body: {
        problems: [{ pointer: '/proposals/0/key', code: 'KEY_TAKEN' }],
      },
    });
    expect(Object.keys(await statuses())).toHaveLength(2);
  });

  it('are taken all or none, and every bad one is named', async () => {
    const { intake, answer, statuses } = await setUp();
    await answer('drift', 'drift_a');
    const twice = proposed({ questionId: 'label', key: 'twice' });
    const error = await intake
      .propose(
        KEY,
        {
          proposals: [
            proposed(),
            { ...proposed(), agent: { name: '' }, confidence: 2 },
            proposed({ questionId: 'none' }),
            proposed({
              questionId: 'data',
              selectedChoices: ['data_x', 'data_no', 'data_a'],
              citations: [{ ...citation, choiceId: 'goal_a' }],
            }),
            twice,
            { ...twice, selectedChoices: ['label_b'] },
            proposed({ questionId: 'drift' }),
            proposed({
              questionId: 'data',
              citations: [
                { url: 'javascript:alert(1)', quote: 'x' },
                { ...citation, path: '../../etc/passwd' },
                { ...citation, repo: '../x' },
                { ...citation, lines: '9-3' },
                { ...citation, commit: 'main' },
                { ...citation, quote: 'x'.repeat(1001) },
                { ...citation, url: 'https://a.example' } as never,
              ],
            }),
            proposed({ key: 'again' }),
          ],
        },
        caller,
      )
      .catch(e => e);
    expect(error).toMatchObject({
      statusCode: 400,
      name: 'InputError',
      message: 'Nothing was stored: 7 of 9 proposals cannot be taken',
    });
    expect(
      error.body.problems.map(
        ({ pointer, code }: { pointer: string; code: string }) =>
          `${pointer} ${code}`,
      ),
    ).toEqual([
      '/proposals/1/agent/name INVALID',
      '/proposals/1/confidence INVALID',
      '/proposals/2/questionId UNKNOWN_QUESTION',
      '/proposals/3/selectedChoices/0 INVALID_ANSWER',
      '/proposals/3/selectedChoices/1 INVALID_ANSWER',
      '/proposals/3/citations/0/choiceId UNKNOWN_CHOICE',
      '/proposals/5/key DUPLICATE_KEY',
      '/proposals/6/basedOn STALE',
      '/proposals/7/citations/0/url INVALID',
      '/proposals/7/citations/1/path INVALID',
      '/proposals/7/citations/2/repo INVALID',
      '/proposals/7/citations/3/lines INVALID',
      '/proposals/7/citations/4/commit INVALID',
      '/proposals/7/citations/5/quote INVALID',
      '/proposals/7/citations/6 INVALID',
      '/proposals/8/questionId DUPLICATE_QUESTION',
    ]);
    expect(error.body.conflicts).toMatchObject([{ index: 6 }]);
    expect(await statuses()).toEqual({});
    await expect(intake.propose(KEY, {}, caller)).rejects.toThrow(
      'proposals: Invalid input',
    );
    await expect(
      intake.propose(
        { ...KEY, lensId: 'other' },
        { proposals: [proposed()] },
        caller,
      ),
    ).rejects.toThrow(NotFoundError);
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

  it('expire when nobody decides, at the moment and for good', async () => {
    let now = '2026-05-01T00:00:00.000Z';
    const { propose, decide, expiry, list, proposals } = await setUp({
      clock: () => now,
      expireAfter: { days: 2 },
    });
    const [proposal] = await propose(proposed());
    expect(proposal.expiresAt).toBe('2026-05-03T00:00:00.000Z');
    const open = { status: ['OPEN' as const], limit: 10 };
    const reviewId = `${KEY.workloadId}/${KEY.lensId}`;
    expect((await list.list(KEY, open)).totalItems).toBe(1);
    expect(await proposals.openCounts([reviewId], now)).toEqual(
      new Map([[reviewId, 1]]),
    );
    now = '2026-05-03T00:00:00.000Z';
    expect((await list.list(KEY, open)).totalItems).toBe(0);
    expect(await proposals.openCounts([reviewId], now)).toEqual(new Map());
    const expired = await list.list(KEY, { status: ['EXPIRED'], limit: 10 });
    expect(expired.items).toMatchObject([
      { status: 'EXPIRED', endedAt: proposal.expiresAt },
    ]);
    await expect(
      decide(proposal.id, { revision: 0, decision: 'ACCEPT' }),
    ).rejects.toMatchObject({ statusCode: 409 });
    expect(await expiry.run()).toBe(1);
    expect(await expiry.run()).toBe(0);
    expect(
      (await list.list(KEY, { status: ['EXPIRED'], limit: 10 })).items,
    ).toEqual(expired.items);
  });

  it('are limited by the hour, for each who proposes', async () => {
    let now = '2026-05-01T00:00:00.000Z';
    const { propose, intake, statuses } = await setUp({
      clock: () => now,
      perHour: 3,
    });
    await propose(proposed());
    now = '2026-05-01T00:30:00.000Z';
    await propose(proposed({ questionId: 'data' }));
    const two = [
      proposed({ questionId: 'label' }),
      proposed({ questionId: 'drift' }),
    ];
    await expect(propose(...two)).rejects.toMatchObject({
      statusCode: 429,
      retryAfterSeconds: 1800,
    });
    expect(Object.keys(await statuses())).toHaveLength(2);
    await intake.propose(KEY, { proposals: two }, lena);
    now = '2026-05-01T01:00:00.000Z';
    await propose(...two);
    expect(Object.keys(await statuses())).toHaveLength(6);
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
