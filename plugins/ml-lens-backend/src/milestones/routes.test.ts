// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import {
  CHANGES,
  startReviewBackend,
  READS,
  refusals,
  REVIEW,
} from '../__testUtils__/reviewBackend';

describe('milestone routes', () => {
  it('record, list and compare', async () => {
    const { call, answer, audited } = await startReviewBackend();
    await answer('bg_goal', 'BG01');
    audited.length = 0;

    const recorded = await call('post', `${REVIEW}/milestones`, 'mika', {
      name: '  Launch ',
    }).expect(201);
    const launch = mlLensRoutes.recordMilestone.response.parse(recorded.body);
    expect(launch).toMatchObject({
      name: 'Launch',
      note: '',
      recordedBy: 'user:default/mika',
      lensVersion: '2020-04',
    });
    expect(audited).toEqual([
      {
        eventId: 'milestone-mutate',
        outcome: 'success',
        meta: {
          actionType: 'create',
          workloadId: 'fraud',
          lensId: 'aws-ml-lens',
          milestoneId: launch.id,
        },
      },
    ]);

    await answer('bg_goal', 'BG01', 'BG02');
    const listed = await call('get', `${REVIEW}/milestones`, 'lena').expect(
      200,
    );
    expect(
      mlLensRoutes.listMilestones.response.parse(listed.body).items,
    ).toEqual([launch]);
    const diff = await call(
      'get',
      `${REVIEW}/diff?from=${launch.id}`,
      'lena',
    ).expect(200);
    expect(
      mlLensRoutes.getReviewDiff.response
        .parse(diff.body)
        .questions.map(({ questionId, selected }) => [questionId, selected]),
    ).toEqual([['bg_goal', ['BG02']]]);
    const history = await call('get', `${REVIEW}/score-history`, 'lena').expect(
      200,
    );
    expect(
      mlLensRoutes.getScoreHistory.response.parse(history.body),
    ).toMatchObject({
      points: [{ seq: 1 }, { seq: 2 }, { seq: 3 }],
      milestones: [launch],
      upgrades: [],
    });
  });

  it('let in those who may', async () => {
    const doors = await startReviewBackend();
    const body = { name: 'Launch' };
    expect(await refusals(doors, 'post', `${REVIEW}/milestones`, body)).toEqual(
      CHANGES,
    );
    expect(await refusals(doors, 'get', `${REVIEW}/milestones`)).toEqual(READS);
    expect(await refusals(doors, 'get', `${REVIEW}/diff?from=now`)).toEqual(
      READS,
    );
    expect(await refusals(doors, 'get', `${REVIEW}/score-history`)).toEqual(
      READS,
    );
  });

  it('say what is wrong', async () => {
    const { call, audited } = await startReviewBackend();
    const post = (body: object) =>
      call('post', `${REVIEW}/milestones`, 'mika', body);
    await post({ name: 'Launch' }).expect(201);
    const taken = await post({ name: 'Launch' }).expect(409);
    expect(taken.body.error.message).toContain("'Launch' already");
    expect(audited.map(({ outcome }) => outcome)).toEqual(['success', 'fail']);
    for (const body of [{}, { name: ' a ' }, { name: 'x'.repeat(101) }]) {
      const bad = await post(body).expect(400);
      expect(bad.body.error.message).toContain('name:');
    }
    for (const [query, field] of [
      ['', 'from'],
      ['?from=yesterday', 'from'],
      ['?from=now&to=later', 'to'],
    ]) {
      const bad = await call('get', `${REVIEW}/diff${query}`, 'mika').expect(
        400,
      );
      expect(bad.body.error.message).toContain(`${field}:`);
    }
    await call(
      'get',
      `${REVIEW.replace('fraud', 'none')}/diff?from=now`,
      'mika',
    ).expect(404);
  });
});
