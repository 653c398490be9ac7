// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, NotFoundError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';

import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  phasedLens,
  projectionsOf,
  storeLens,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { KEY, laterLens, reviewInUse } from '../__testUtils__/serviceFixtures';
import { rebuild } from '../reviews/projection/rebuild';

jest.setTimeout(120_000);

const databases = testDatabases();
const ENTITY = { kind: 'component', namespace: 'default', name: 'pricing' };

describe.each(databases.ids)('upgrades within a lens on %s', id => {
  async function setUp() {
    const used = await reviewInUse(await databases.create(id));
    await used.answer('goal', 'goal_a', 'goal_b');
    await used.answer('data', 'data_a', 'data_b');
    await used.answer('label', 'label_no');
    return used;
  }

  it('say beforehand what they do, and then do it', async () => {
    const { publish, upgrades, upgrade, review, knex } = await setUp();
    const before = await review();
    publish(laterLens());

    const preview = await upgrades.preview(KEY, {});
    expect(mlLensRoutes.previewUpgrade.response.parse(preview)).toEqual(
      preview,
    );
    expect(preview).toMatchObject({
      from: { lens: 'phased', version: '1' },
      to: { lens: 'phased', version: '2' },
      kept: ['goal'],
      reduced: [{ questionId: 'data', droppedChoices: ['data_b'] }],
      added: ['audit'],
      dropped: ['label'],
      mapped: [],
      before: before.scorecard,
      after: { coverage: 0.5 },
    });
    expect((await review()).lens.version).toBe('1');

    expect(await upgrade()).toEqual(preview);

    const after = await review();
    expect(after.lens.version).toBe('2');
    expect(after.scorecard).toEqual(preview.after);
    expect(after.answers.goal).toEqual(before.answers.goal);
    expect(after.answers.data).toMatchObject({
      revision: 2,
      selectedChoices: ['data_a'],
      risk: 'NONE',
    });
    expect(Object.keys(after.answers)).toEqual([
      'goal',
      'data',
      'audit',
      'drift',
    ]);
    expect(
      await knex('scorecards').where('review_id', 'pricing/phased').first(),
    ).toMatchObject({ lens_version: '2', score: preview.after.score });
  });

  it('do not put off when the review is due', async () => {
    const used = await reviewInUse(await databases.create(id));
    const { knex, publish, upgrade, undo, answer, scorecards, service } = used;
    const daysAgo = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toISOString();
    const line = (question: string, days: number, choices: string[]) =>
      JSON.stringify({
        type: 'answer',
        workload: KEY.workloadId,
        lens: KEY.lensId,
        question,
        at: daysAgo(days),
        by: 'user:default/kim',
        selectedChoices: choices,
      });
    // The upgrade drops the latest answer, and changes the one before.
    await used.importer.import(
      [
        line('goal', 130, ['goal_a']),
        line('data', 120, ['data_a', 'data_b']),
        line('label', 100, ['label_no']),
      ].join('\n'),
    );
    const due = async (at?: string) => {
      const [{ dueAt }] = (
        await scorecards.page({}, { sort: 'title', limit: 20, at }, caller)
      ).items;
      const shown = await service.entityReview(ENTITY, { at }, caller);
      expect(shown.dueAt).toBe(dueAt);
      const { totalItems } = await scorecards.page(
        { due: 'true' },
        { sort: 'title', limit: 20, at },
        caller,
      );
      return { dueAt, isDue: totalItems === 1 };
    };
    const before = await due();
    expect(before.isDue).toBe(true);

    publish(laterLens());
    await upgrade();
    expect(await due()).toEqual(before);
    await undo();
    expect(await due()).toEqual(before);
    await upgrade();
    const moved = new Date().toISOString();
    expect(await due(moved)).toEqual(before);
    expect((await due(daysAgo(110))).isDue).toBe(false);

    const columns = async () => [
      await knex('scorecards').pluck('answered_at'),
      await knex('scorecard_history').orderBy('seq').pluck('answered_at'),
    ];
    const rows = await columns();
    await rebuild(used);
    expect(await columns()).toEqual(rows);
    expect(await due()).toEqual(before);

    await answer('goal', 'goal_a', 'goal_b');
    expect((await due()).isDue).toBe(false);
    expect(await due(moved)).toEqual(before);
  });

  it('record a milestone of how the review stood', async () => {
    const { publish, upgrade, undo, review, service } = await setUp();
    const { scorecard } = await review();
    publish(laterLens());
    await upgrade();
    await undo();
    await upgrade();

    const { milestones } = await review();
    expect(milestones).toEqual(
      ['Before upgrade to 2', 'Before upgrade to 2 (2)'].map(name =>
        expect.objectContaining({
          name,
          lensVersion: '1',
          score: scorecard.score,
          coverage: scorecard.coverage,
        }),
      ),
    );
    const { items } = await service.history(KEY, { limit: 2 });
    expect(items.map(({ type, source }) => [type, source])).toEqual([
      ['LENS_UPGRADED', 'UPGRADE'],
      ['MILESTONE_RECORDED', 'UPGRADE'],
    ]);
  });

  it('go on when there is no room for another milestone', async () => {
    const { publish, upgrade, record, review } = await setUp();
    for (let number = 0; number < 100; number++) {
      await record(`Week ${number}`);
    }
    publish(laterLens());
    await upgrade();
    expect((await review()).milestones).toHaveLength(100);
    expect((await review()).lens.version).toBe('2');
  });

  it('leave iterations and targets of phases where they were', async () => {
    const { publish, upgrade, editor, review } = await setUp();
    const phase = { ...KEY, phaseId: 'run' };
    await editor.startIteration(phase, 'Drift', caller);
    await editor.putPhaseTarget(phase, { targetDate: '2027-01-31' }, caller);
    const before = (await review()).phases;
    publish(laterLens());
    await upgrade();
    const after = (await review()).phases;
    expect(after.map(({ targetDate }) => targetDate)).toEqual(
      before.map(({ targetDate }) => targetDate),
    );
    expect(
      after.map(({ iterations }) =>
        iterations.map(({ startedAt }) => startedAt),
      ),
    ).toEqual(
      before.map(({ iterations }) =>
        iterations.map(({ startedAt }) => startedAt),
      ),
    );
  });

  it('are taken back whole, while nothing happened since', async () => {
    const { publish, upgrade, undo, answer, record, review } = await setUp();
    const before = await review();
    publish(laterLens());
    const done = await upgrade();
    await record('Right after');

    const undone = await undo();

    expect(mlLensRoutes.previewUpgrade.response.parse(undone)).toEqual(undone);
    expect(undone).toMatchObject({
      from: done.to,
      to: done.from,
      kept: ['goal'],
      added: ['label'],
      dropped: [],
      before: done.after,
      after: done.before,
    });
    const after = await review();
    expect(after.lens).toEqual(before.lens);
    expect(after.scorecard).toEqual(before.scorecard);
    const said = ({ answers }: typeof before) =>
      Object.entries(answers).map(([question, answerNow]) => [
        question,
        answerNow.selectedChoices,
        answerNow.notes,
        answerNow.risk,
      ]);
    expect(said(after)).toEqual(said(before));

    // Once is enough, and an answer settles it.
    await expect(undo()).rejects.toThrow(ConflictError);
    await upgrade();
    await answer('drift', 'drift_a');
    await expect(undo()).rejects.toThrow(/no upgrade to take back/);
  });

  it('restore an answer under a revision it never had', async () => {
    const { publish, upgrade, undo, answer, review } = await setUp();
    const revision = async () => (await review()).answers.label.revision;
    expect(await revision()).toBe(1);
    publish(laterLens());
    await upgrade();
    await undo();
    const restored = await revision();
    expect(restored).toBeGreaterThan(1);
    // What follows is numbered from there, whoever reads it anew.
    await answer('label', 'label_a');
    expect(await revision()).toBe(restored + 1);
  });

  it('are taken back once, also by two people at once', async () => {
    const { publish, upgrade, undo } = await setUp();
    publish(laterLens());
    await upgrade();
    const outcomes = await Promise.allSettled([undo(), undo()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('happen once, also when two people ask at once', async () => {
    const { publish, upgrade, service } = await setUp();
    publish(laterLens());
    const outcomes = await Promise.allSettled([upgrade(), upgrade()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const { totalItems } = await service.history(KEY, { limit: 1 });
    expect(totalItems).toBe(5);
  });

  it('are refused where they cannot be', async () => {
    const { publish, upgrade, upgrades, undo } = await setUp();
    await expect(upgrade()).rejects.toThrow(/at version 1 .* already/);
    await expect(upgrade('9')).rejects.toThrow(NotFoundError);
    await expect(undo()).rejects.toThrow(ConflictError);
    publish(laterLens({ version: '2-archived' }));
    await expect(upgrade('2-archived')).rejects.toThrow(/archived/);
    publish(laterLens({ version: '2-draft' }));
    await expect(upgrade('2-draft')).rejects.toThrow(NotFoundError);
    await expect(
      upgrades.preview({ ...KEY, workloadId: 'missing' }, {}),
    ).rejects.toThrow(NotFoundError);
    await expect(
      upgrades.upgrade(KEY, { toLens: 'unheard-of' }, caller),
    ).rejects.toThrow(NotFoundError);
  });

  it('lead out of an archived version, which takes no answers any more', async () => {
    const used = await setUp();
    used.publish(laterLens({ version: '2-archived' }));
    await storeLens(
      used.knex,
      laterLens({ version: '2-archived' }),
      'ARCHIVED',
    );
    const move = used.upgrades.move.bind(used.upgrades);
    const archived = await used.lenses.compiled('phased', '2-archived');
    await move(KEY, { lens: archived, explicit: true }, 'user:default/mei');
    await expect(used.answer('drift', 'drift_a')).rejects.toThrow(/archived/);
    await used.upgrade('1');
    await used.answer('drift', 'drift_a');
  });

  it('survive a rebuild', async () => {
    const { publish, upgrade, undo, answer, knex, store, lenses } =
      await setUp();
    publish(laterLens());
    await upgrade();
    await answer('audit', 'audit_a');
    publish(phasedLens({ version: '3' }));
    await upgrade();
    await undo();
    const written = await projectionsOf(knex);
    await rebuild({ store, lenses });
    expect(await projectionsOf(knex)).toEqual(written);
  });

  it('are offered on the tab, never made unasked', async () => {
    const { publish, upgrade, service, addWorkloads, review } = await setUp();
    const shown = async (at?: string) =>
      (await service.entityReview(ENTITY, { at }, caller)).upgradeTo;
    const { at } = await review();
    expect(await shown()).toBeNull();
    publish(laterLens());
    await addWorkloads(workloadRecord('pricing'));

    expect(await shown()).toEqual({ version: '2', isMajor: true });
    expect(await shown(at)).toEqual({ version: '2', isMajor: true });
    const tab = await service.entityReview(ENTITY, {}, caller);
    expect(tab.review?.lens.version).toBe('1');
    await upgrade();
    expect(await shown()).toBeNull();
  });
});
