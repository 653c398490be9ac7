// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';

import { testDatabases } from '../__testUtils__/databases';
import {
  accessOf,
  caller,
  lensesOf,
  phasedLens,
  reviewsOn,
  workloadRecord,
  projectionsOf,
} from '../__testUtils__/reviewFixtures';
import { statementsDuring } from '../__testUtils__/serviceFixtures';
import { StaleWriteError } from '../errors';

jest.setTimeout(120_000);

const databases = testDatabases();
const KEY = { workloadId: 'pricing', lensId: 'phased' };

function keyOf(questionId: string) {
  return { ...KEY, questionId };
}

describe.each(databases.ids)('reviews on %s', id => {
  async function setUp(options: Parameters<typeof reviewsOn>[1] = {}) {
    const reviews = reviewsOn(await databases.create(id), options);
    await reviews.addWorkloads(workloadRecord('pricing'));
    return reviews;
  }

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

  it('stores an answer with everything that follows from it', async () => {
    const { service, editor } = await setUp();
    const result = await editor.putAnswer(
      keyOf('goal'),
      {
        revision: 0,
        selectedChoices: ['goal_a', 'goal_b'],
        notes: 'as agreed',
        evidence: [{ title: 'Minutes', url: 'https://example.com/m' }],
      },
      caller,
    );
    expect(result.answer).toMatchObject({
      revision: 1,
      risk: 'NONE',
      ruleMatched: true,
      notes: 'as agreed',
      updatedBy: 'user:default/mei',
    });
    expect(result.scorecard).toMatchObject({ score: 17, coverage: 0.25 });
    expect(result.phases[0]).toMatchObject({
      status: 'COMPLETE',
      iterations: [{ number: 1, status: 'COMPLETE' }],
    });

    const review = await service.review(KEY, undefined);
    expect(review.answers.goal).toEqual(result.answer);
    expect(review.scorecard).toEqual(result.scorecard);
    expect(review.phases).toEqual(result.phases);
    const { reviews } = await service.workload('pricing');
    expect(reviews).toEqual([
      {
        lens: { id: 'phased', version: '1', name: 'Phased lens' },
        score: 17,
        practices: { inPlace: 2, applicable: 8 },
        coverage: 0.25,
        counts: result.scorecard.counts,
        level: 'Not assessed',
        updatedAt: result.answer.updatedAt,
      },
    ]);
  });

  it('replaces choices and applicability, and keeps notes and evidence left out', async () => {
    const { editor } = await setUp();
    await editor.putAnswer(
      keyOf('data'),
      {
        revision: 0,
        selectedChoices: ['data_a'],
        notApplicableChoices: [{ choiceId: 'data_b', reason: 'OUT_OF_SCOPE' }],
        notes: 'kept',
        evidence: [{ title: 'Kept' }],
      },
      caller,
    );
    const second = await editor.putAnswer(
      keyOf('data'),
      { revision: 1, selectedChoices: [], notApplicable: { reason: 'OTHER' } },
      caller,
    );
    expect(second.answer).toMatchObject({
      revision: 2,
      risk: 'NOT_APPLICABLE',
      selectedChoices: [],
      notApplicableChoices: [],
      notApplicable: { reason: 'OTHER' },
      notes: 'kept',
      evidence: [{ title: 'Kept' }],
    });
    const third = await editor.putAnswer(
      keyOf('data'),
      { revision: 2, selectedChoices: ['data_no'], notes: '', evidence: [] },
      caller,
    );
    expect(third.answer).toMatchObject({
      revision: 3,
      risk: 'HIGH',
      notApplicable: null,
      notes: '',
      evidence: [],
    });
  });

  it('refuses a stale answer with both versions, and loses nothing', async () => {
    const { editor, service } = await setUp();
    await editor.putAnswer(
      keyOf('goal'),
      { revision: 0, selectedChoices: ['goal_a'] },
      caller,
    );
    const attempted = { revision: 0, selectedChoices: ['goal_b'] };
    const conflict: StaleWriteError = await editor
      .putAnswer(keyOf('goal'), attempted, caller)
      .then(
        () => {
          throw new Error('was stored');
        },
        error => error,
      );
    expect(conflict).toBeInstanceOf(StaleWriteError);
    expect(conflict.name).toBe('ConflictError');
    expect(conflict.current).toMatchObject({
      revision: 1,
      selectedChoices: ['goal_a'],
    });
    expect(conflict.attempted).toEqual(attempted);
    expect(
      (await service.review(KEY, undefined)).answers.goal.selectedChoices,
    ).toEqual(['goal_a']);
  });

  it('changes nothing when the same is answered once more', async () => {
    const { editor, service, knex } = await setUp();
    const put = (...selectedChoices: string[]) =>
      editor.putAnswer(keyOf('goal'), { revision: 1, selectedChoices }, caller);
    const { entered: _, ...first } = await editor.putAnswer(
      keyOf('goal'),
      { revision: 0, selectedChoices: ['goal_a', 'goal_b'], notes: 'n' },
      caller,
    );
    const stored = await projectionsOf(knex);
    const statements = await statementsDuring(knex, async () => {
      expect(await put('goal_b', 'goal_a')).toEqual(first);
    });
    expect(
      statements.filter(sql => /^(insert|update|delete)/i.test(sql)),
    ).toEqual([]);
    expect(await projectionsOf(knex)).toEqual(stored);
    expect((await put('goal_a')).answer.revision).toBe(2);
    expect((await service.history(KEY, { limit: 9 })).totalItems).toBe(2);
  });

  it('lets exactly one of racing writers win', async () => {
    const { editor, service } = await setUp();
    for (let revision = 0; revision < 5; revision++) {
      const outcomes = await Promise.allSettled(
        ['goal_a', 'goal_b', 'goal_no'].map(choice =>
          editor.putAnswer(
            keyOf('goal'),
            { revision, selectedChoices: [choice], notes: `${revision}` },
            caller,
          ),
        ),
      );
      const failed = outcomes.filter(
        (outcome): outcome is PromiseRejectedResult =>
          outcome.status === 'rejected',
      );
      expect(failed).toHaveLength(2);
      for (const { reason } of failed) {
        expect(reason).toBeInstanceOf(StaleWriteError);
        expect(reason.current.revision).toBe(revision + 1);
      }
    }
    // Different questions do not get in each other's way.
    await Promise.all(
      ['data', 'label', 'drift'].map(question =>
        editor.putAnswer(
          keyOf(question),
          { revision: 0, selectedChoices: [`${question}_a`] },
          caller,
        ),
      ),
    );
    const page = await service.history(KEY, { limit: 100 });
    expect(page.items.map(event => event.seq)).toEqual([
      8, 7, 6, 5, 4, 3, 2, 1,
    ]);
  });

  it('names the field of a bad answer', async () => {
    const { editor } = await setUp();
    const put = (body: { selectedChoices: string[] }) =>
      editor.putAnswer(keyOf('goal'), { revision: 0, ...body }, caller);
    await expect(put({ selectedChoices: ['data_a'] })).rejects.toThrow(
      new InputError(
        'Invalid answer: selectedChoices.0: question "goal" has no choice "data_a"',
      ),
    );
    await expect(
      put({ selectedChoices: ['goal_a', 'goal_no'] }),
    ).rejects.toThrow(/^Invalid answer: selectedChoices\.1: /);
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

  it('takes no answers with an archived lens version', async () => {
    const { editor } = await setUp({
      lenses: lensesOf(phasedLens({ version: '1-archived' })),
    });
    await expect(
      editor.putAnswer(
        keyOf('goal'),
        { revision: 0, selectedChoices: [] },
        caller,
      ),
    ).rejects.toThrow(ConflictError);
  });

  it('starts iterations by hand and sets targets', async () => {
    const { editor, service } = await setUp();
    const phase = { ...KEY, phaseId: 'run' };
    await editor.putAnswer(
      keyOf('drift'),
      { revision: 0, selectedChoices: ['drift_a', 'drift_b'] },
      caller,
    );
    const phases = await editor.startIteration(phase, 'Drift seen', caller);
    expect(phases[2]).toMatchObject({
      status: 'COMPLETE',
      iterations: [
        { number: 1, status: 'COMPLETE' },
        { number: 2, reason: 'Drift seen', completedAt: null },
      ],
    });
    await editor.putPhaseTarget(
      { ...KEY, phaseId: 'prepare' },
      { targetDate: '2020-01-01' },
      caller,
    );
    const review = await service.review(KEY, undefined);
    expect(review.phases[1]).toMatchObject({
      targetDate: '2020-01-01',
      late: true,
    });
    expect(review.phases[2]).toEqual(phases[2]);
    const cleared = await editor.putPhaseTarget(
      { ...KEY, phaseId: 'prepare' },
      { targetDate: null },
      caller,
    );
    expect(cleared[1]).toMatchObject({ targetDate: null, late: false });
  });

  it('plans when phases begin, and keeps what it is not told', async () => {
    const { editor, service } = await setUp();
    const phase = { ...KEY, phaseId: 'prepare' };
    await editor.putPhaseTarget(
      phase,
      { targetDate: '2030-02-01', plannedStart: '2030-01-01' },
      caller,
    );
    const moved = await editor.putPhaseTarget(
      phase,
      { targetDate: '2030-03-01' },
      caller,
    );
    expect(moved[1]).toMatchObject({
      plannedStart: '2030-01-01',
      targetDate: '2030-03-01',
      iterations: [],
    });
    expect((await service.review(KEY, undefined)).phases).toEqual(moved);
    await expect(
      editor.putPhaseTarget(phase, { targetDate: '2029-12-31' }, caller),
    ).rejects.toThrow('2030-01-01 is after the target date, 2029-12-31');
    const cleared = await editor.putPhaseTarget(
      phase,
      { targetDate: null, plannedStart: null },
      caller,
    );
    expect(cleared[1]).toMatchObject({ plannedStart: null, targetDate: null });
  });

  it('keeps an iteration of a complete phase open until its answers hold', async () => {
    const { editor, service } = await setUp();
    const key = keyOf('drift');
    const answered = { selectedChoices: ['drift_a', 'drift_b'] };
    await editor.putAnswer(key, { revision: 0, ...answered }, caller);
    await editor.startIteration({ ...KEY, phaseId: 'run' }, 'Drift', caller);
    const run = async () => (await service.review(KEY, undefined)).phases[2];
    expect(await run()).toMatchObject({
      unconfirmed: ['drift'],
      iterations: [{ number: 1 }, { status: 'IN_PROGRESS', confirms: true }],
    });
    await editor.putAnswer(
      key,
      { revision: 1, ...answered, notes: 'Looked at again' },
      caller,
    );
    expect(await run()).toMatchObject({
      unconfirmed: [],
      iterations: [{ number: 1 }, { status: 'COMPLETE' }],
    });
  });

  it('begins no phase with a note', async () => {
    const { editor } = await setUp();
    const { phases } = await editor.putAnswer(
      keyOf('drift'),
      { revision: 0, selectedChoices: [], notes: 'Next week' },
      caller,
    );
    expect(phases[2]).toMatchObject({ status: 'NOT_STARTED', iterations: [] });
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

  it('pages through history in both directions', async () => {
    const { editor, service, addWorkloads } = await setUp();
    for (let revision = 0; revision < 5; revision++) {
      await editor.putAnswer(
        keyOf('goal'),
        { revision, selectedChoices: ['goal_a'], notes: `${revision}` },
        caller,
      );
    }
    await editor.putAnswer(
      keyOf('data'),
      { revision: 0, selectedChoices: ['data_a'] },
      caller,
    );
    const page = async (cursor?: string, question?: string) =>
      await service.history(KEY, { limit: 2, cursor, question });
    const seqs = (p: Awaited<ReturnType<typeof page>>) =>
      p.items.map(event => event.seq);

    const one = await page();
    expect(seqs(one)).toEqual([6, 5]);
    expect(one.totalItems).toBe(6);
    expect(one.pageInfo.prevCursor).toBeUndefined();
    const two = await page(one.pageInfo.nextCursor);
    expect(seqs(two)).toEqual([4, 3]);
    const three = await page(two.pageInfo.nextCursor);
    expect(seqs(three)).toEqual([2, 1]);
    expect(three.pageInfo.nextCursor).toBeUndefined();
    const back = await page(three.pageInfo.prevCursor);
    expect(seqs(back)).toEqual([4, 3]);
    const start = await page(back.pageInfo.prevCursor);
    expect(seqs(start)).toEqual([6, 5]);
    expect(start.pageInfo.prevCursor).toBeUndefined();

    const goal = await page(undefined, 'goal');
    expect(seqs(goal)).toEqual([5, 4]);
    expect(goal.totalItems).toBe(5);
    expect(goal.items[0]).toMatchObject({
      type: 'ANSWERED',
      by: 'user:default/mei',
      source: 'USER',
      questionId: 'goal',
      before: { selectedChoices: ['goal_a'] },
    });
    await expect(page(goal.pageInfo.nextCursor)).rejects.toThrow(InputError);
    await addWorkloads(workloadRecord('fraud'));
    await editor.putAnswer(
      { workloadId: 'fraud', lensId: KEY.lensId, questionId: 'goal' },
      { revision: 0, selectedChoices: ['goal_a'] },
      caller,
    );
    await expect(
      service.history(
        { workloadId: 'fraud', lensId: KEY.lensId },
        { limit: 2, cursor: one.pageInfo.nextCursor },
      ),
    ).rejects.toThrow(/another review or question/);
    await expect(page('nonsense')).rejects.toThrow(InputError);
  });

  it('keeps the profile of a workload', async () => {
    const { profiles } = await setUp({
      lenses: lensesOf(
        phasedLens({
          stackLayers: [
            {
              id: 'ml-services',
              name: 'ML services',
              skill: 'medium',
              timeToMarket: 'medium',
              customization: 'high',
            },
          ],
        }),
      ),
    });
    const empty = await profiles.profile('pricing');
    expect(empty).toMatchObject({ revision: 0, layer: null });
    const body = {
      revision: 0,
      layer: 'ml-services',
      skill: 'low' as const,
      timeToMarket: null,
      customization: null,
    };
    const saved = await profiles.putProfile('pricing', body, caller);
    expect(saved).toMatchObject({
      ...body,
      revision: 1,
      updatedBy: 'user:default/mei',
    });
    // The greatest revision a column holds has no next one.
    for (const revision of [0, 2 ** 31 - 1]) {
      await expect(
        profiles.putProfile('pricing', { ...body, revision }, caller),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        current: saved,
        attempted: { ...body, revision },
      });
    }
    await expect(
      profiles.putProfile(
        'pricing',
        { ...body, revision: 1, layer: 'clouds' },
        caller,
      ),
    ).rejects.toThrow(/layer: must be one of ml-services/);
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
