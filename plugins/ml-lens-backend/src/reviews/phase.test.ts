// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  lensesOf,
  phasedLens,
  projectionsOf,
} from '../__testUtils__/reviewFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { keyOf, pricingOn } from '../__testUtils__/pricingOn';
import { rebuild } from './projection/rebuild';

jest.setTimeout(120_000);

const databases = testDatabases();
const ALL = ['_a', '_b'];

describe.each(databases.ids)('the current phase on %s', id => {
  async function setUp(options?: Parameters<typeof pricingOn>[1]) {
    const reviews = await pricingOn(await databases.create(id), options);
    const answer = async (questionId: string, ...endings: string[]) =>
      await reviews.editor.putAnswer(
        keyOf(questionId),
        {
          revision: 0,
          selectedChoices: endings.map(ending => `${questionId}${ending}`),
        },
        caller,
      );
    const rows = async (filters: object = {}) =>
      (
        await reviews.scorecards.page(
          filters,
          { sort: 'title', limit: 20 },
          caller,
        )
      ).items;
    return { ...reviews, answer, rows };
  }

  it('asks for what is due in it, beside the whole score', async () => {
    const { answer, rows, service } = await setUp();
    const { scorecard, entered } = await answer('goal', ...ALL);
    expect(scorecard).toMatchObject({
      score: 17,
      readiness: 100,
      currentPhase: 'frame',
      due: { coverage: 1, notDue: { questions: 3, practices: 6 } },
    });
    expect(entered).toEqual({
      phase: 'frame',
      due: [{ questionId: 'goal', choiceIds: ['goal_a', 'goal_b'] }],
    });
    expect((await service.review(KEY, undefined)).scorecard).toEqual(scorecard);
    expect(await rows()).toMatchObject([
      { score: 17, readiness: 100, currentPhase: 'frame' },
    ]);
    expect(await rows({ currentPhase: ['frame'] })).toHaveLength(1);
    expect(await rows({ currentPhase: ['', 'run'] })).toHaveLength(0);

    const next = await answer('label', '_no');
    expect(next.scorecard).toMatchObject({
      score: 17,
      readiness: 20,
      currentPhase: 'prepare',
    });
    expect(next.entered?.due.map(({ questionId }) => questionId)).toEqual([
      'data',
      'label',
    ]);
    // In the same phase nothing more becomes due.
    expect((await answer('data', '_a')).entered).toBeUndefined();
  });

  it('is what somebody says, until they leave it to the timeline', async () => {
    const { answer, editor, rows, service, knex, store, lenses } =
      await setUp();
    await answer('goal', ...ALL);
    const set = await editor.putPhase(KEY, 'run', caller);
    expect(mlLensRoutes.putReviewPhase.response.parse(set)).toEqual(set);
    expect(set).toMatchObject({
      currentPhase: 'run',
      scorecard: { readiness: 17, score: 17 },
      entered: { phase: 'run' },
    });
    expect(set.entered?.due).toHaveLength(3);
    expect(await rows()).toMatchObject([{ readiness: 17 }]);

    const before = await projectionsOf(knex);
    await rebuild({ store, lenses });
    expect(await projectionsOf(knex)).toEqual(before);

    // An answer leaves what was said; the same once more is no event.
    expect((await answer('label', '_no')).scorecard.currentPhase).toBe('run');
    await editor.putPhase(KEY, 'run', caller);
    const history = await service.history(KEY, { limit: 20 });
    expect(history.items.map(({ type }) => type)).toEqual([
      'ANSWERED',
      'PHASE_SET',
      'ANSWERED',
    ]);
    expect(history.items[1]).toMatchObject({
      phaseId: 'run',
      before: { phase: null },
      after: { phase: 'run' },
    });

    expect(await editor.putPhase(KEY, null, caller)).toMatchObject({
      currentPhase: 'prepare',
    });
    await expect(editor.putPhase(KEY, 'nowhere', caller)).rejects.toThrow(
      InputError,
    );
  });

  it('is looked back at as it was', async () => {
    let now = '2026-03-01T10:00:00.000Z';
    const { answer, editor, service, scorecards } = await setUp({
      clock: () => now,
    });
    await answer('goal', ...ALL);
    now = '2026-03-02T10:00:00.000Z';
    await editor.putPhase(KEY, 'run', caller);
    now = '2026-03-03T10:00:00.000Z';
    await answer('data', '_no');
    const then = await service.review(KEY, '2026-03-01T12:00:00.000Z');
    expect(then.scorecard).toMatchObject({
      readiness: 100,
      currentPhase: 'frame',
    });
    const past = await scorecards.page(
      {},
      { sort: 'readiness', limit: 20, at: '2026-03-02T11:00:00.000Z' },
      caller,
    );
    expect(past.items).toMatchObject([{ readiness: 17, currentPhase: 'run' }]);
  });

  it('makes levels where the ladder is of the readiness', async () => {
    const levels = [
      { name: 'Begun', from: 0, of: 'readiness' as const },
      { name: 'Ready', from: 80, of: 'readiness' as const },
    ];
    const { answer } = await setUp({
      lenses: lensesOf(phasedLens({ levels })),
    });
    expect((await answer('goal', ...ALL)).scorecard).toMatchObject({
      score: 17,
      level: 'Ready',
    });
    expect((await answer('drift', '_a')).scorecard.level).toBe('Begun');
  });
});
