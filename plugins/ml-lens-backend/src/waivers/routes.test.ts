// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  BASE,
  CHANGES,
  startReviewBackend,
  READS,
  refusals,
  REVIEW,
} from '../__testUtils__/reviewBackend';

const WAIVERS = `${REVIEW}/waivers`;
const body = () => ({
  questionId: 'bg_goal',
  reason: '  The goal is written down next month ',
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
});

describe('waiver routes', () => {
  it('ask, grant, show and withdraw', async () => {
    const { call, answer, audited } = await startReviewBackend();
    await answer('bg_goal', 'BG01');
    audited.length = 0;

    const asked = await call('post', WAIVERS, 'mika', {
      ...body(),
      // Who asks and decides is never what a request says.
      requestedBy: 'user:default/lena',
      requested_by: 'user:default/lena',
      status: 'APPROVED',
    }).expect(201);
    const waiver = mlLensRoutes.requestWaiver.response.parse(asked.body);
    expect(waiver).toMatchObject({
      status: 'REQUESTED',
      reason: 'The goal is written down next month',
      requestedBy: 'user:default/mika',
    });
    const again = await call('post', WAIVERS, 'mika', body()).expect(409);
    expect(again.body.error).toMatchObject({ name: 'ConflictError' });

    const url = `${WAIVERS}/${waiver.id}`;
    const own = await call('post', `${url}/decision`, 'mika', {
      decision: 'APPROVE',
      decidedBy: 'user:default/ada',
    }).expect(403);
    expect(own.body.error.message).toContain('somebody else has to decide');
    await call('post', `${url}/decision`, 'lena', {
      decision: 'APPROVE',
    }).expect(403);
    const granted = await call('post', `${url}/decision`, 'ada', {
      decision: 'APPROVE',
      note: 'Fine until then',
    }).expect(200);
    expect(
      mlLensRoutes.decideWaiver.response.parse(granted.body),
    ).toMatchObject({ status: 'APPROVED', decidedBy: 'user:default/ada' });
    await call('post', `${url}/decision`, 'ada', {
      decision: 'REJECT',
    }).expect(409);

    const tab = await call(
      'get',
      `${BASE}/entities/component/default/fraud/review`,
      'lena',
    ).expect(200);
    const shown = mlLensRoutes.getEntityReview.response.parse(tab.body);
    expect(shown.waivers).toEqual([granted.body]);
    expect(shown.review?.answers.bg_goal.risk).not.toBe('NONE');
    expect(shown.liveTopic).toEqual(expect.any(String));

    const ended = await call('post', `${url}/withdraw`, 'mika').expect(200);
    expect(ended.body.status).toBe('WITHDRAWN');
    await call('post', `${url}/withdraw`, 'mika').expect(409);
    const listed = await call('get', WAIVERS, 'lena').expect(200);
    expect(mlLensRoutes.listWaivers.response.parse(listed.body).items).toEqual([
      ended.body,
    ]);

    expect(
      audited.map(({ eventId, outcome, meta }) => [
        eventId,
        meta.actionType,
        outcome,
      ]),
    ).toEqual([
      ['waiver-mutate', 'request', 'success'],
      ['waiver-mutate', 'request', 'fail'],
      ['waiver-mutate', 'approve', 'fail'],
      ['waiver-mutate', 'decide', 'fail'],
      ['waiver-mutate', 'approve', 'success'],
      ['waiver-mutate', 'reject', 'fail'],
      ['waiver-mutate', 'withdraw', 'success'],
      ['waiver-mutate', 'withdraw', 'fail'],
    ]);
    expect(audited[0].meta).toEqual({
      actionType: 'request',
      workloadId: 'fraud',
      lensId: 'aws-ml-lens',
      questionId: 'bg_goal',
      waiverId: waiver.id,
    });
  });

  it('let in those who may', async () => {
    const doors = await startReviewBackend();
    await doors.answer('bg_goal', 'BG01');
    const { body: waiver } = await doors.call('post', WAIVERS, 'mika', body());
    const url = `${WAIVERS}/${waiver.id}`;
    expect(await refusals(doors, 'get', WAIVERS)).toEqual(READS);
    expect(await refusals(doors, 'post', WAIVERS, body())).toEqual(CHANGES);
    expect(
      await refusals(doors, 'post', `${url}/decision`, { decision: 'REJECT' }),
    ).toEqual(CHANGES);
    expect(await refusals(doors, 'post', `${url}/withdraw`)).toEqual(CHANGES);
  });

  it('say what is wrong', async () => {
    const { call, answer } = await startReviewBackend();
    await answer('bg_goal', 'BG01');
    for (const [change, field] of [
      [{ questionId: 'none' }, 'questionId'],
      [{ questionId: 'pf_metrics' }, 'questionId'],
      [{ reason: ' ' }, 'reason'],
      [{ expiresAt: 'tomorrow' }, 'expiresAt'],
      [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
      [{ expiresAt: '2999-01-01T00:00:00Z' }, 'expiresAt'],
    ] as const) {
      const bad = await call('post', WAIVERS, 'mika', {
        ...body(),
        ...change,
      }).expect(400);
      expect(bad.body.error.message).toContain(`${field}:`);
    }
    await call('post', `${WAIVERS}/none/decision`, 'ada', {
      decision: 'REJECT',
    }).expect(404);
    await call('post', `${WAIVERS}/none/withdraw`, 'mika').expect(404);
    await call('get', WAIVERS.replace('fraud', 'hidden'), 'mika').expect(404);
  });
});
