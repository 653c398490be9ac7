// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';

import { DEFAULT_LEVELS } from '@ml-lens/lens-model';
import { testDatabases } from '../__testUtils__/databases';
import { caller, workloadRecord } from '../__testUtils__/reviewFixtures';
import { KEY, laterLens, reviewInUse } from '../__testUtils__/serviceFixtures';
import { rebuild } from '../reviews/projection/rebuild';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('milestones on %s', id => {
  const setUp = async () => await reviewInUse(await databases.create(id));

  it('records the review as it stands', async () => {
    const { answer, record, milestones, review, service } = await setUp();
    await answer('goal', 'goal_a', 'goal_b');
    await answer('data', 'data_a');

    const milestone = await record('Launch', 'Go-live of March');

    expect(mlLensRoutes.recordMilestone.response.parse(milestone)).toEqual(
      milestone,
    );
    expect(milestone).toMatchObject({
      name: 'Launch',
      note: 'Go-live of March',
      recordedBy: 'user:default/mei',
      lensVersion: '1',
      score: 37,
      coverage: 0.5,
    });
    expect(await milestones.list(KEY)).toEqual([milestone]);
    expect((await review()).milestones).toEqual([milestone]);
    const { items } = await service.history(KEY, { limit: 1 });
    expect(items[0]).toMatchObject({
      seq: 3,
      type: 'MILESTONE_RECORDED',
      after: { id: milestone.id, name: 'Launch', note: 'Go-live of March' },
    });
  });

  it('takes a name once per review, also from two people at once', async () => {
    const { record, addWorkloads, milestones } = await setUp();
    const outcomes = await Promise.allSettled([
      record('Launch'),
      record('Launch'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(record('Launch')).rejects.toThrow(ConflictError);
    await expect(record('Launch')).rejects.toThrow(/'Launch' already/);

    await addWorkloads(workloadRecord('fraud'));
    const other = { ...KEY, workloadId: 'fraud' };
    await milestones.record(other, { name: 'Launch', note: '' }, caller);
    expect(await milestones.list(other)).toHaveLength(1);
  });

  it('takes a hundred of them', async () => {
    const { record, milestones } = await setUp();
    for (let number = 1; number <= 100; number++) {
      await record(`Week ${number}`);
    }
    await expect(record('Week 101')).rejects.toThrow(/100 milestones/);
    expect(await milestones.list(KEY)).toHaveLength(100);
  });

  it('never changes its figures, whatever becomes of review and lens', async () => {
    const used = await setUp();
    const { answer, record, publish, upgrade, undo, milestones } = used;
    await answer('goal', 'goal_a', 'goal_b');
    await answer('label', 'label_a');
    const milestone = await record('Launch');
    const { from: frozen } = await used.diff(milestone.id);

    await answer('goal', 'goal_no');
    publish(laterLens());
    await upgrade();
    await undo();
    await rebuild({
      store: used.store,
      lenses: {
        ...used.lenses,
        levels: () => [{ ...DEFAULT_LEVELS[0], name: 'Other ladder' }],
      },
    });

    expect((await milestones.list(KEY))[0]).toEqual(milestone);
    expect((await used.diff(milestone.id)).from).toEqual(frozen);
  });

  it('needs a review', async () => {
    const { milestones } = await setUp();
    const missing = { ...KEY, lensId: 'missing' };
    for (const attempt of [
      () => milestones.list(missing),
      () => milestones.record(missing, { name: 'Launch', note: '' }, caller),
      () => milestones.diff(missing, { from: 'now', to: 'now' }),
      () => milestones.scoreHistory(missing),
    ]) {
      await expect(attempt()).rejects.toThrow(NotFoundError);
    }
  });
});

describe.each(databases.ids)('differences on %s', id => {
  const setUp = async () => await reviewInUse(await databases.create(id));

  it('are from a milestone, an instant or now to another', async () => {
    const { answer, record, diff, review } = await setUp();
    await answer('goal', 'goal_a');
    const launch = await record('Launch');
    await answer('goal', 'goal_a', 'goal_b');
    await answer('drift', 'drift_no');

    const found = await diff(launch.id);

    expect(mlLensRoutes.getReviewDiff.response.parse(found)).toEqual(found);
    expect(found.from).toEqual({
      at: launch.recordedAt,
      lensVersion: '1',
      milestone: { id: launch.id, name: 'Launch' },
      score: 7,
      coverage: 0.25,
      level: 'Not assessed',
      counts: {
        HIGH: 0,
        MEDIUM: 1,
        NONE: 0,
        UNANSWERED: 3,
        NOT_APPLICABLE: 0,
      },
    });
    expect(found.to).toMatchObject({ score: 17, milestone: null });
    expect(
      found.questions.map(({ questionId, kind, selected, deselected }) => [
        questionId,
        kind,
        selected,
        deselected,
      ]),
    ).toEqual([
      ['goal', 'CHANGED', ['goal_b'], []],
      ['drift', 'ANSWERED', ['drift_no'], []],
    ]);
    expect(found.phases).toContainEqual({
      id: 'frame',
      before: 40,
      after: 100,
    });

    const first = await diff('2020-01-01T09:00:00+09:00', launch.id);
    expect(first.from).toMatchObject({
      at: '2020-01-01T00:00:00.000Z',
      score: null,
      coverage: 0,
    });
    expect(first.questions.map(({ kind }) => kind)).toEqual(['ANSWERED']);

    const { at } = await review();
    expect((await diff('now', 'now')).questions).toEqual([]);
    expect((await diff('now', '2999-01-01T00:00:00Z')).questions).toEqual([]);
    expect((await diff(at, 'now')).questions).toEqual([]);
  });

  it('at a milestone stop exactly there, whatever else happened that instant', async () => {
    const { importer, milestones, diff } = await setUp();
    const line = {
      workload: KEY.workloadId,
      lens: KEY.lensId,
      at: '2026-02-01T10:00:00.000Z',
      by: 'user:default/kim',
    };
    const answered = { ...line, type: 'answer' };
    await importer.import(
      [
        { ...answered, question: 'goal', selectedChoices: ['goal_a'] },
        { ...line, type: 'milestone', name: 'Halfway' },
        { ...answered, question: 'goal', selectedChoices: ['goal_no'] },
        { ...answered, question: 'data', selectedChoices: ['data_a'] },
      ]
        .map(value => JSON.stringify(value))
        .join('\n'),
    );
    const [halfway] = await milestones.list(KEY);

    const { questions, from } = await diff(halfway.id, line.at);

    expect(from).toMatchObject({ at: line.at, score: 7 });
    expect(
      questions.map(({ questionId, kind, before }) => [
        questionId,
        kind,
        before?.risk,
      ]),
    ).toEqual([
      ['goal', 'CHANGED', 'MEDIUM'],
      ['data', 'ANSWERED', 'UNANSWERED'],
    ]);
  });

  it('follow a review through an upgrade', async () => {
    const { answer, record, publish, upgrade, diff } = await setUp();
    await answer('data', 'data_a', 'data_b');
    await answer('label', 'label_a');
    const launch = await record('Launch');
    publish(laterLens());
    await upgrade();

    const { from, to, questions } = await diff(launch.id);

    expect([from.lensVersion, to.lensVersion]).toEqual(['1', '2']);
    expect(
      questions.map(({ questionId, kind, deselected }) => [
        questionId,
        kind,
        deselected,
      ]),
    ).toEqual([
      ['data', 'CHANGED', ['data_b']],
      ['audit', 'ADDED', []],
      ['label', 'REMOVED', ['label_a']],
    ]);
  });

  it.each([
    ['from', 'yesterday', 'now'],
    ['to', 'now', '2026-13-01T00:00:00Z'],
    ['from', '2026-01-01', 'now'],
    ['to', 'now', '5cbe7d5c-77f2-4a3a-8bd7-2d8b2f3f7f7c'],
  ])('name the point that is none: %s', async (field, from, to) => {
    const { diff } = await setUp();
    await expect(diff(from, to)).rejects.toThrow(InputError);
    await expect(diff(from, to)).rejects.toThrow(`query: ${field}:`);
  });
});
