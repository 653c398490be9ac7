// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { bodyOfFailure } from '../__testUtils__/bodyOfFailure';
import {
  CHANGES,
  startReviewBackend,
  READS,
  refusals,
  REVIEW,
} from '../__testUtils__/reviewBackend';

const URL_OF_BG01 = `${REVIEW}/improvements/bg_goal/BG01`;
const PLAN = {
  revision: 0,
  status: 'IN_PROGRESS',
  assignee: 'user:default/mika',
  dueDate: '2026-12-24',
  link: 'https://tracker.example/ML-7',
};

jest.setTimeout(60_000);

describe('improvement routes', () => {
  it('list and plan', async () => {
    const { call, audited } = await startReviewBackend();
    const planned = await call('put', URL_OF_BG01, 'mika', PLAN).expect(200);
    expect(
      mlLensRoutes.putImprovement.response.parse(planned.body),
    ).toMatchObject({
      ...PLAN,
      revision: 1,
      questionId: 'bg_goal',
      choiceId: 'BG01',
      updatedBy: 'user:default/mika',
    });
    expect(audited).toEqual([
      {
        eventId: 'improvement-mutate',
        outcome: 'success',
        meta: {
          actionType: 'update',
          workloadId: 'fraud',
          lensId: 'aws-ml-lens',
          questionId: 'bg_goal',
          choiceId: 'BG01',
        },
      },
    ]);
    const listed = await call('get', `${REVIEW}/improvements`, 'lena');
    expect(listed.status).toBe(200);
    const { items } = mlLensRoutes.listImprovements.response.parse(listed.body);
    expect(items.find(({ choiceId }) => choiceId === 'BG01')).toEqual(
      planned.body,
    );
  });

  it('let in those who may', async () => {
    const doors = await startReviewBackend();
    expect(await refusals(doors, 'put', URL_OF_BG01, PLAN)).toEqual(CHANGES);
    expect(await refusals(doors, 'get', `${REVIEW}/improvements`)).toEqual(
      READS,
    );
  });

  it('refuse a stale plan with the one that stands', async () => {
    const { call, audited } = await startReviewBackend();
    const { body } = await call('put', URL_OF_BG01, 'mika', PLAN).expect(200);
    const stale = await call('put', URL_OF_BG01, 'mika', PLAN).expect(409);
    const conflict = bodyOfFailure(mlLensRoutes.putImprovement, 409).parse(
      stale.body,
    );
    expect(conflict.error.name).toBe('ConflictError');
    expect(conflict.current).toEqual(body);
    expect(audited.at(-1)?.outcome).toBe('fail');
  });

  it('say what is wrong', async () => {
    const { call } = await startReviewBackend();
    for (const [change, field] of [
      [{ assignee: 'user:default/nobody' }, 'assignee'],
      [{ dueDate: '24.12.2026' }, 'dueDate'],
      [{ link: 'file:///etc/passwd' }, 'link'],
      [{ status: 'DONE' }, 'status'],
      [{ revision: -1 }, 'revision'],
    ] as const) {
      const bad = await call('put', URL_OF_BG01, 'mika', {
        ...PLAN,
        ...change,
      }).expect(400);
      expect(bad.body.error.message).toContain(`${field}:`);
    }
    await call('put', `${REVIEW}/improvements/bg_goal/X`, 'mika', PLAN).expect(
      404,
    );
  });
});
