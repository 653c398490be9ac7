// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { testDatabases } from '../__testUtils__/databases';
import {
  citation,
  nextVersion,
  proposalsOn,
  proposed,
} from '../__testUtils__/proposalFixtures';
import { caller } from '../__testUtils__/reviewFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { countsOf } from '../reviews/counted';

jest.setTimeout(120_000);

const databases = testDatabases();
const lena = mockCredentials.user('user:default/lena');
const SCRIPT = ['javascript', 'alert(1)'].join(':');

describe.each(databases.ids)('taking proposals on %s', id => {
  const setUp = async (options?: Parameters<typeof proposalsOn>[1]) => {
    const knex = await databases.create(id);
    return await proposalsOn(knex, options);
  };

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
                { url: SCRIPT, quote: 'x' },
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

  it('expire when nobody decides, at the moment and for good', async () => {
    let now = '2026-05-01T00:00:00.000Z';
    const { knex, propose, decide, expiry, list } = await setUp({
      clock: () => now,
      expireAfter: { days: 2 },
    });
    const [proposal] = await propose(proposed());
    expect(proposal.expiresAt).toBe('2026-05-03T00:00:00.000Z');
    const open = { status: ['OPEN' as const], limit: 10 };
    const reviewId = `${KEY.workloadId}/${KEY.lensId}`;
    expect((await list.list(KEY, open)).totalItems).toBe(1);
    expect(await countsOf(knex, 'openProposals', [reviewId], now)).toEqual(
      new Map([[reviewId, 1]]),
    );
    now = '2026-05-03T00:00:00.000Z';
    expect((await list.list(KEY, open)).totalItems).toBe(0);
    expect(await countsOf(knex, 'openProposals', [reviewId], now)).toEqual(
      new Map(),
    );
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
});
