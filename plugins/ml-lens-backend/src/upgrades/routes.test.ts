// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { UpgradeLine } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { parseLens } from '@ml-lens/lens-model';
import {
  BASE,
  CHANGES,
  startReviewBackend,
  READS,
  refusals,
  REVIEW,
} from '../__testUtils__/reviewBackend';
import { builtinLensFiles } from '../lenses/lensFiles';

const MANY = `${BASE}/lenses/aws-ml-lens/upgrade`;

/** Publishes the built-in lens once more, without its last question. */
async function publishNext({
  call,
}: Awaited<ReturnType<typeof startReviewBackend>>) {
  for await (const { text } of builtinLensFiles()) {
    const { document } = parseLens(text);
    if (document?.id === 'aws-ml-lens') {
      document.version = 'next';
      document.pillars[0].questions.pop();
      // They name a practice of it.
      delete document.gates;
      await call('post', `${BASE}/lenses`, 'mika', document).expect(201);
    }
  }
  await call(
    'post',
    `${BASE}/lenses/aws-ml-lens/versions/next/publish`,
    'mika',
  ).expect(200);
}

const linesOf = (text: string): UpgradeLine[] =>
  text
    .trim()
    .split('\n')
    .map(line => mlLensRoutes.upgradeMany.lines.parse(JSON.parse(line)));

describe('upgrade routes', () => {
  it('preview, upgrade and undo', async () => {
    const doors = await startReviewBackend();
    const { call, answer, audited } = doors;
    await answer('bg_goal', 'BG01');
    await publishNext(doors);
    const tab = await call(
      'get',
      `${BASE}/entities/component/default/fraud/review`,
      'lena',
    ).expect(200);
    expect(tab.body.upgradeTo).toEqual({ version: 'next', isMajor: true });
    audited.length = 0;

    const previewed = await call('get', `${REVIEW}/upgrade`, 'lena');
    expect(previewed.status).toBe(200);
    const preview = mlLensRoutes.previewUpgrade.response.parse(previewed.body);
    expect(preview).toMatchObject({
      from: { lens: 'aws-ml-lens', version: '2020-04' },
      to: { lens: 'aws-ml-lens', version: 'next' },
      kept: ['bg_goal'],
    });
    const upgraded = await call('post', `${REVIEW}/upgrade`, 'mika', {
      toVersion: 'next',
    }).expect(200);
    expect(upgraded.body).toEqual(preview);
    const undone = await call('post', `${REVIEW}/upgrade/undo`, 'mika').expect(
      200,
    );
    expect(mlLensRoutes.undoUpgrade.response.parse(undone.body)).toMatchObject({
      from: preview.to,
      to: preview.from,
    });
    expect(
      audited.map(({ eventId, outcome, meta }) => [
        eventId,
        outcome,
        meta.actionType,
        meta.to,
      ]),
    ).toEqual([
      ['review-mutate', 'success', 'upgrade', preview.to],
      ['review-mutate', 'success', 'undo-upgrade', preview.from],
    ]);
  });

  it('carry a review over to the edition of 2025', async () => {
    const { call, answer } = await startReviewBackend();
    await answer('bg_feasibility', 'BG03');
    await answer('pf_outcome', 'PF04');
    const carried = await call('post', `${REVIEW}/upgrade`, 'mika', {
      toLens: 'aws-ml-lens-2025',
    }).expect(200);
    expect(carried.body).toMatchObject({
      to: { lens: 'aws-ml-lens-2025', version: '2025-11' },
      mapped: [
        {
          questionId: 'MLCOST02',
          choiceId: 'MLCOST02_BP01',
          confidence: 'same',
        },
      ],
    });
    const workload = await call('get', `${BASE}/workloads/fraud`, 'mika');
    expect(workload.body.lenses).toEqual(['aws-ml-lens', 'aws-ml-lens-2025']);
  });

  it('let in those who may', async () => {
    const doors = await startReviewBackend();
    await doors.answer('bg_goal', 'BG01');
    await publishNext(doors);
    expect(await refusals(doors, 'get', `${REVIEW}/upgrade`)).toEqual(READS);
    expect(await refusals(doors, 'post', `${REVIEW}/upgrade`, {})).toEqual(
      CHANGES,
    );
    expect(await refusals(doors, 'post', `${REVIEW}/upgrade/undo`)).toEqual(
      CHANGES,
    );
  });

  it('say what is wrong', async () => {
    const { call } = await startReviewBackend();
    const upgrade = (body: object) =>
      call('post', `${REVIEW}/upgrade`, 'mika', body);
    await upgrade({}).expect(409);
    await upgrade({ toVersion: 'none' }).expect(404);
    await upgrade({ toVersion: 7 }).expect(400);
    const back = `${BASE}/workloads/fraud/reviews/aws-ml-lens`;
    const unmapped = await call('get', `${back}/upgrade?toLens=none`, 'mika');
    expect(unmapped.status).toBe(404);
    await call('post', `${REVIEW}/upgrade/undo`, 'mika').expect(409);
    await call(
      'get',
      `${back.replace('aws-ml-lens', 'x')}/upgrade`,
      'mika',
    ).expect(404);
  });

  it('stream what became of each of many', async () => {
    const doors = await startReviewBackend();
    const { call, answer, audited } = doors;
    await answer('bg_goal', 'BG01');
    await publishNext(doors);
    audited.length = 0;

    const outlook = await call('get', `${MANY}?toVersion=next`, 'mika');
    expect(outlook.body).toEqual({ moving: 1, there: 0, readOnly: 0 });
    await call('get', `${MANY}?toVersion=none`, 'mika').expect(404);

    const named = await call('post', MANY, 'mika', {
      workloads: ['none', 'fraud'],
    }).expect(200);
    expect(named.headers['content-type']).toMatch(/^application\/x-ndjson/);
    expect(linesOf(named.text)).toMatchObject([
      { workloadId: 'none', ok: false, error: { name: 'NotFoundError' } },
      {
        workloadId: 'fraud',
        ok: true,
        before: { version: '2020-04' },
        after: { version: 'next' },
      },
    ]);
    expect(audited).toEqual([
      {
        eventId: 'review-mutate',
        outcome: 'success',
        meta: {
          actionType: 'upgrade-many',
          lensId: 'aws-ml-lens',
          upgraded: 1,
          failed: 1,
        },
      },
    ]);
    const rest = await call('post', MANY, 'mika', {}).expect(200);
    expect(rest.text).toBe('');
  });

  it('move none of many for those who may not', async () => {
    const doors = await startReviewBackend();
    const { call, api, answer } = doors;
    await answer('bg_goal', 'BG01');
    await publishNext(doors);
    await api
      .post(MANY)
      .set('authorization', mockCredentials.none.header())
      .send({})
      .expect(401);
    for (const who of ['lena', 'otto']) {
      expect((await call('post', MANY, who, {}).expect(200)).text).toBe('');
      // Lena sees the review; Otto sees none, and is told of none.
      expect((await call('get', MANY, who).expect(200)).body).toEqual({
        moving: 0,
        there: 0,
        readOnly: who === 'lena' ? 1 : 0,
      });
    }
    const refused = await call('post', MANY, 'lena', { workloads: ['fraud'] });
    expect(linesOf(refused.text)).toMatchObject([
      { ok: false, error: { name: 'NotAllowedError' } },
    ]);
    await call('post', MANY, 'mika', { toVersion: 'none' }).expect(404);
    await call('post', MANY, 'mika', {
      workloads: Array.from({ length: 20_001 }, (_, index) => `w${index}`),
    }).expect(400);
    // As many as there can be are read, whatever their names.
    await call('post', MANY, 'mika', {
      workloads: Array.from({ length: 20_000 }, (_, index) =>
        `${index}`.padEnd(63, 'x'),
      ),
      toVersion: 'none',
    }).expect(404);
  });
});
