// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  BASE,
  REVIEW,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';

type Call = Awaited<ReturnType<typeof startReviewBackend>>['call'];

async function inboxOf(call: Call, user: string, query = '') {
  const { body } = await call('get', `${BASE}/inbox${query}`, user).expect(200);
  return mlLensRoutes.getInbox.response.parse(body);
}

describe('the inbox', () => {
  it('asks those who may decide on a waiver, and tells who asked', async () => {
    const { call, answer } = await startReviewBackend();
    await answer('bg_goal', 'BG01');
    const { body: waiver } = await call('post', `${REVIEW}/waivers`, 'mika', {
      questionId: 'bg_goal',
      reason: 'Next month',
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }).expect(201);

    const [toDecide, ...more] = (await inboxOf(call, 'ada')).items;
    expect(more).toEqual([]);
    expect(toDecide).toMatchObject({
      kind: 'WAIVER_TO_DECIDE',
      workloadId: 'fraud',
      questionId: 'bg_goal',
      dueAt: waiver.expiresAt,
      since: waiver.requestedAt,
      reason: 'Next month',
      path: '/catalog/default/component/fraud/ml-lens?lens=aws-ml-lens&question=bg_goal',
    });
    for (const other of ['mika', 'lena', 'otto']) {
      expect((await inboxOf(call, other)).items).toEqual([]);
    }

    await call('post', `${REVIEW}/waivers/${waiver.id}/decision`, 'ada', {
      decision: 'APPROVE',
    }).expect(200);
    expect((await inboxOf(call, 'ada')).items).toEqual([]);
    const told = await inboxOf(call, 'mika');
    expect(told.items.map(({ kind }) => kind)).toEqual([
      'WAIVER_ENDING',
      'WAIVER_DECIDED',
    ]);

    const first = await inboxOf(call, 'mika', '?limit=1');
    expect(first).toMatchObject({ totalItems: 2, items: [told.items[0]] });
    const { nextCursor } = first.pageInfo;
    const second = await inboxOf(call, 'mika', `?limit=1&cursor=${nextCursor}`);
    expect(second.items).toEqual([told.items[1]]);
    expect((await inboxOf(call, 'mika', '?kind=WAIVER_DECIDED')).items).toEqual(
      [told.items[1]],
    );

    await call('post', `${REVIEW}/waivers/${waiver.id}/withdraw`, 'mika');
    expect((await inboxOf(call, 'mika')).items).toEqual([]);
  });

  it('says what is wrong', async () => {
    const { call } = await startReviewBackend();
    for (const query of ['kind=NOTHING', 'scope=all', 'cursor=x', 'limit=0']) {
      await call('get', `${BASE}/inbox?${query}`, 'mika').expect(400);
    }
  });
});
