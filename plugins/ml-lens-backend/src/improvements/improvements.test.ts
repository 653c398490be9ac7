// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import { type MlLensRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { testDatabases } from '../__testUtils__/databases';
import { caller } from '../__testUtils__/reviewFixtures';
import { KEY, laterLens, reviewInUse } from '../__testUtils__/serviceFixtures';
import { StaleWriteError } from '../errors';

jest.setTimeout(120_000);

const databases = testDatabases();

const entities = [
  { kind: 'User', name: 'mika' },
  { kind: 'Group', name: 'ml-platform' },
  { kind: 'Component', name: 'pricing' },
].map(({ kind, name }) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'default', name },
}));

describe.each(databases.ids)('improvements on %s', id => {
  async function setUp() {
    const used = await reviewInUse(await databases.create(id), { entities });
    const list = async () => {
      const found = await used.improvements.list(KEY);
      mlLensRoutes.listImprovements.response.parse(found);
      return found;
    };
    return {
      ...used,
      list,
      item: async (choiceId: string) =>
        (await list()).items.find(item => item.choiceId === choiceId),
      plan: (
        choiceId: string,
        body: Partial<MlLensRequest<'putImprovement'>['body']> & {
          revision: number;
        },
      ) =>
        used.improvements.put(
          { ...KEY, questionId: choiceId.split('_')[0], choiceId },
          {
            status: 'IN_PROGRESS',
            assignee: null,
            dueDate: null,
            link: null,
            ...body,
          },
          caller,
        ),
    };
  }

  it('list what brings most first, with what nobody planned yet', async () => {
    const { list, answer } = await setUp();
    await answer('goal', 'goal_a');
    const { score, items } = await list();
    expect(score).toBe(7);
    expect(items.map(({ choiceId, gain }) => [choiceId, gain])).toEqual([
      ['data_b', 25],
      ['data_a', 20],
      ['goal_b', 10],
      ['label_b', 8.33],
      ['drift_b', 8.33],
      ['label_a', 6.67],
      ['drift_a', 6.67],
    ]);
    expect(items[0]).toEqual({
      questionId: 'data',
      choiceId: 'data_b',
      risk: 'UNANSWERED',
      riskLevel: null,
      scoreIfDone: 19,
      gain: 25,
      gainAlone: 12.5,
      together: ['data_b', 'data_a'],
      revision: 0,
      status: 'NOT_STARTED',
      assignee: null,
      dueDate: null,
      link: null,
      needsAnswer: false,
      updatedAt: null,
      updatedBy: null,
    });
  });

  it('remember who does what until when', async () => {
    const { plan, item } = await setUp();
    const planned = await plan('data_a', {
      revision: 0,
      assignee: 'user:mika',
      dueDate: '2026-12-24',
      link: 'https://tracker.example/ML-7',
    });
    expect(mlLensRoutes.putImprovement.response.parse(planned)).toMatchObject({
      revision: 1,
      status: 'IN_PROGRESS',
      assignee: 'user:default/mika',
      dueDate: '2026-12-24',
      link: 'https://tracker.example/ML-7',
      updatedBy: 'user:default/mei',
      risk: 'UNANSWERED',
      together: ['data_a'],
    });
    expect(await item('data_a')).toEqual(planned);
    const next = await plan('data_a', {
      revision: 1,
      assignee: 'GROUP:default/ML-platform',
    });
    expect(next).toMatchObject({
      revision: 2,
      assignee: 'group:default/ml-platform',
      dueDate: null,
    });
  });

  it('refuse a stale plan with the one that stands', async () => {
    const { plan } = await setUp();
    const first = await plan('data_a', { revision: 0 });
    for (const revision of [0, 2]) {
      const conflict: StaleWriteError = await plan('data_a', {
        revision,
        status: 'COMPLETE',
      }).then(
        () => {
          throw new Error('was stored');
        },
        error => error,
      );
      expect(conflict).toBeInstanceOf(StaleWriteError);
      expect(conflict.current).toEqual(first);
      expect(conflict.attempted).toMatchObject({
        revision,
        status: 'COMPLETE',
      });
    }
  });

  it('let exactly one of racing writers win', async () => {
    const { plan } = await setUp();
    for (const revision of [0, 1]) {
      const outcomes = await Promise.allSettled(
        [1, 2, 3].map(() => plan('goal_a', { revision })),
      );
      expect(
        outcomes.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
      for (const outcome of outcomes) {
        expect(
          outcome.status === 'fulfilled' ||
            outcome.reason instanceof StaleWriteError,
        ).toBe(true);
      }
    }
  });

  it('ask for an answer once the work is done, until it says so', async () => {
    const { plan, item, answer, list } = await setUp();
    await answer('goal', 'goal_no');
    const done = await plan('goal_a', { revision: 0, status: 'COMPLETE' });
    expect(done).toMatchObject({ needsAnswer: true, risk: 'HIGH' });
    expect(await item('goal_a')).toEqual(done);

    await answer('goal', 'goal_a');
    expect(await item('goal_a')).toBeUndefined();
    const kept = await plan('goal_a', { revision: 1, status: 'COMPLETE' });
    expect(kept).toMatchObject({
      needsAnswer: false,
      risk: 'MEDIUM',
      gain: 0,
      together: ['goal_a'],
    });
    expect(kept.scoreIfDone).toBe((await list()).score);
  });

  it('keep what is planned though its question is no risk any more', async () => {
    const { plan, list, answer, editor, review, publish, upgrade } =
      await setUp();
    await plan('drift_b', { revision: 0 });
    await plan('label_b', { revision: 0 });
    await plan('data_b', { revision: 0 });
    publish(laterLens());
    await answer('data', 'data_a', 'data_b');
    await upgrade();
    // Of the version there is now, only `drift_b` is a practice.
    const planned = async () =>
      (await list()).items
        .filter(({ revision }) => revision > 0)
        .map(({ choiceId }) => choiceId);
    expect(await planned()).toEqual(['drift_b']);

    const mark = async (notApplicableChoices: string[], moot: boolean) => {
      const { answers } = await review();
      await editor.putAnswer(
        { ...KEY, questionId: 'drift' },
        {
          revision: answers.drift.revision,
          selectedChoices: moot ? [] : ['drift_a'],
          notApplicableChoices: notApplicableChoices.map(choiceId => ({
            choiceId,
            reason: 'OTHER',
          })),
          notApplicable: moot ? { reason: 'OTHER' } : null,
        },
        caller,
      );
    };
    await mark(['drift_b'], false);
    expect(await planned()).toEqual([]);
    await mark([], true);
    expect(await planned()).toEqual([]);
    await mark([], false);
    expect(await planned()).toEqual(['drift_b']);
  });

  it.each([
    ['mika', /is not an entity ref/],
    ['user:', /is not an entity ref/],
    ['component:default/pricing', /is not a user or group/],
    ['user:default/nobody', /there is no 'user:default\/nobody'/],
  ])('have no assignee %p', async (assignee, message) => {
    const { plan } = await setUp();
    const refused = plan('goal_a', { revision: 0, assignee });
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(/^Invalid body: assignee: /);
  });

  it('keep an assignee who left the catalog', async () => {
    const { plan, knex } = await setUp();
    await plan('goal_a', { revision: 0, assignee: 'user:default/mika' });
    await knex('improvements').update({ assignee: 'user:default/gone' });
    const { assignee, status } = await plan('goal_a', {
      revision: 1,
      assignee: 'user:default/gone',
      status: 'RISK_ACKNOWLEDGED',
    });
    expect([assignee, status]).toEqual([
      'user:default/gone',
      'RISK_ACKNOWLEDGED',
    ]);
  });

  it('are of practices the lens has', async () => {
    const { plan, improvements } = await setUp();
    await expect(plan('goal_x', { revision: 0 })).rejects.toThrow(
      NotFoundError,
    );
    await expect(plan('nothing_a', { revision: 0 })).rejects.toThrow(
      NotFoundError,
    );
    await expect(plan('goal_no', { revision: 0 })).rejects.toThrow(InputError);
    await expect(
      improvements.list({ ...KEY, lensId: 'missing' }),
    ).rejects.toThrow(NotFoundError);
  });
});
