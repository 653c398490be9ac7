// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { keyOf, pricingOn } from '../__testUtils__/pricingOn';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('reviews on %s', id => {
  const setUp = async (options?: Parameters<typeof pricingOn>[1]) =>
    await pricingOn(await databases.create(id), options);

  it('lists a review nobody began as not assessed', async () => {
    const { service } = await setUp();
    const review = await service.review(KEY, undefined);
    expect(mlLensRoutes.getReview.response.parse(review)).toEqual(review);
    expect(review.answers.goal).toMatchObject({
      revision: 0,
      risk: 'UNANSWERED',
      updatedAt: null,
    });
    expect(Object.keys(review.answers)).toEqual([
      'goal',
      'data',
      'label',
      'drift',
    ]);
    expect(review.scorecard).toMatchObject({
      score: null,
      coverage: 0,
      level: 'Not assessed',
    });
    expect(review.phases.map(phase => phase.status)).toEqual([
      'NOT_STARTED',
      'NOT_STARTED',
      'NOT_STARTED',
    ]);
  });

  it('begins a review with a published lens that the workload does not name', async () => {
    const lenses = lensesOf(phasedLens(), { ...phasedLens(), id: 'other' });
    const { service, editor, addWorkloads } = await setUp({ lenses });
    const other = { workloadId: 'pricing', lensId: 'other' };
    const before = await service.review(other, undefined);
    expect(mlLensRoutes.getReview.response.parse(before)).toEqual(before);
    expect(before.scorecard).toMatchObject({ coverage: 0, score: null });

    const bad = { revision: 0, selectedChoices: ['no_such_choice'] };
    await expect(
      editor.putAnswer({ ...other, questionId: 'goal' }, bad, caller),
    ).rejects.toThrow(InputError);
    const untouched = await service.workload('pricing');
    expect(untouched.lenses).toEqual(['phased']);
    expect(untouched.reviews).toHaveLength(1);

    await editor.putAnswer(
      { ...other, questionId: 'goal' },
      { revision: 0, selectedChoices: ['goal_a', 'goal_b'] },
      caller,
    );
    // The next sync knows nothing of it, and keeps it.
    await addWorkloads(workloadRecord('pricing'));
    const after = await service.workload('pricing');
    expect(after.lenses).toEqual(['phased', 'other']);
    expect(after.reviews.map(({ lens, score }) => [lens.id, score])).toEqual([
      ['phased', null],
      ['other', 17],
    ]);
    await expect(
      service.review({ ...other, lensId: 'unheard' }, undefined),
    ).rejects.toThrow(NotFoundError);
  });

  it('knows nothing of what is not there', async () => {
    const { editor, service } = await setUp();
    const answer = { revision: 0, selectedChoices: [] };
    const other = { ...KEY, lensId: 'other' };
    for (const attempt of [
      () => service.review(other, undefined),
      () => service.history(other, { limit: 10 }),
      () => service.workload('nothing'),
      () => editor.putAnswer(keyOf('nothing'), answer, caller),
      () => editor.putAnswer({ ...other, questionId: 'goal' }, answer, caller),
      () =>
        editor.startIteration({ ...KEY, phaseId: 'nothing' }, 'why', caller),
      () =>
        editor.putPhaseTarget(
          { ...KEY, phaseId: 'nothing' },
          { targetDate: null },
          caller,
        ),
    ]) {
      await expect(attempt()).rejects.toThrow(NotFoundError);
    }
  });

  it('shows the review of an entity to those who may see its workload', async () => {
    const asked: string[] = [];
    const { service } = reviewsOn(await databases.create(id), {
      access: accessOf({
        async requireWorkload(workloadId, action) {
          asked.push(`${action} ${workloadId}`);
          throw new NotAllowedError('no');
        },
      }),
    });
    const entity = { kind: 'component', namespace: 'default', name: 'pricing' };
    for (const attempt of [
      () => service.entityWorkload(entity, caller),
      () => service.entityReview(entity, {}, caller),
    ]) {
      await expect(attempt()).rejects.toThrow(NotAllowedError);
    }
    expect(asked).toEqual(['read pricing', 'read pricing']);
  });

  it('shows a review as it was', async () => {
    const { importer, service } = await setUp();
    const line = (at: string, rest: object) =>
      JSON.stringify({
        workload: 'pricing',
        lens: 'phased',
        by: 'user:default/kim',
        at,
        ...rest,
      });
    await importer.import(
      [
        line('2026-01-10T09:00:00Z', {
          type: 'answer',
          question: 'goal',
          selectedChoices: ['goal_no'],
        }),
        line('2026-02-10T09:00:00Z', {
          type: 'milestone',
          name: 'Launch',
        }),
        line('2026-03-10T09:00:00Z', {
          type: 'answer',
          question: 'goal',
          selectedChoices: ['goal_a', 'goal_b'],
        }),
      ].join('\n'),
    );
    const at = async (instant?: string) => await service.review(KEY, instant);

    expect((await at('2026-01-01T00:00:00Z')).answers.goal.revision).toBe(0);
    // The instant of an event is part of it, whatever the offset says.
    const first = await at('2026-01-10T18:00:00+09:00');
    expect(first.at).toBe('2026-01-10T09:00:00.000Z');
    expect(first.answers.goal).toMatchObject({ revision: 1, risk: 'HIGH' });
    expect(first.milestones).toEqual([]);
    expect(first.phases[0]).toMatchObject({
      status: 'AT_RISK',
      iterations: [{ completedAt: null }],
    });
    const second = await at('2026-02-11T00:00:00Z');
    expect(second.milestones).toMatchObject([{ name: 'Launch', score: 0 }]);
    const present = await at();
    expect(present.answers.goal).toMatchObject({ revision: 2, risk: 'NONE' });
    const later = await at('2099-01-01T00:00:00Z');
    expect({ ...later, at: null }).toEqual({ ...present, at: null });
  });

  it('answers the tab of an entity in one go', async () => {
    const problem = {
      code: 'INVALID_WORKLOAD_ID' as const,
      entityRef: 'component:default/broken',
      message: 'is not an id',
    };
    const { service } = await setUp({
      access: accessOf({
        abilities: async () => ({ update: true, approve: false, links: true }),
      }),
      links: {
        async resolve({ name }) {
          return name === 'broken'
            ? { entityRef: name, workloadId: null, problems: [problem] }
            : { entityRef: name, workloadId: name, problems: [] };
        },
        async changeMembers() {},
      },
    });
    const ref = (name: string) => ({
      kind: 'component',
      namespace: 'default',
      name,
    });
    const tab = await service.entityReview(ref('pricing'), {}, caller);
    expect(tab).toMatchObject({
      workload: { id: 'pricing', reviews: [{ lens: { id: 'phased' } }] },
      review: { lens: { id: 'phased', version: '1' } },
      lens: { id: 'phased', name: 'Phased lens' },
      upgradeTo: null,
      may: { update: true, approve: false },
    });
    expect(mlLensRoutes.getReview.response.parse(tab.review)).toEqual(
      tab.review,
    );
    await expect(
      service.entityReview(ref('pricing'), { lensId: 'other' }, caller),
    ).rejects.toThrow(NotFoundError);
    expect(await service.entityReview(ref('broken'), {}, caller)).toMatchObject(
      {
        workload: null,
        review: null,
        lens: null,
        upgradeTo: null,
        problems: [problem],
        may: { update: false, approve: false },
      },
    );
    await expect(service.entityWorkload(ref('broken'), caller)).rejects.toThrow(
      NotFoundError,
    );
  });

  it('moves reviews nobody began to the newest version, and no others', async () => {
    const database = await databases.create(id);
    const before = reviewsOn(database);
    const records = [
      workloadRecord('pricing'),
      workloadRecord('begun'),
      workloadRecord('left'),
    ];
    await before.addWorkloads(...records);
    await before.editor.putAnswer(
      { workloadId: 'begun', lensId: 'phased', questionId: 'goal' },
      { revision: 0, selectedChoices: ['goal_a'] },
      caller,
    );
    const after = reviewsOn(database, {
      lenses: lensesOf(phasedLens(), phasedLens({ version: '2' })),
    });
    await after.addWorkloads(
      records[0],
      records[1],
      workloadRecord('left', { lensIds: [] }),
    );
    expect(
      await database('scorecards')
        .select('workload_id', 'lens_version')
        .orderBy('workload_id'),
    ).toEqual([
      { workload_id: 'begun', lens_version: '1' },
      { workload_id: 'pricing', lens_version: '2' },
    ]);
    const tab = await after.service.entityReview(
      { kind: 'component', namespace: 'default', name: 'begun' },
      {},
      caller,
    );
    expect(tab.upgradeTo).toEqual({ version: '2', isMajor: true });
    expect(
      await database('scorecard_history').where('review_id', 'left/phased'),
    ).toEqual([]);
  });
});
