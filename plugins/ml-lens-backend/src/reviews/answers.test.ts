// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  phasedLens,
  projectionsOf,
  storeLens,
} from '../__testUtils__/reviewFixtures';
import { KEY, statementsDuring } from '../__testUtils__/serviceFixtures';
import { StaleWriteError } from '../errors';
import type { LensRow } from '../lenses/rows';
import { keyOf, pricingOn } from '../__testUtils__/pricingOn';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('answers on %s', id => {
  const setUp = async (options?: Parameters<typeof pricingOn>[1]) =>
    await pricingOn(await databases.create(id), options);

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

  if (id !== 'SQLITE_3') {
    it('takes few trips to the database', async () => {
      const { knex, editor } = await setUp();
      await editor.putPhase(KEY, null, caller);
      const statements = await statementsDuring(knex, () =>
        editor.putAnswer(
          keyOf('goal'),
          { revision: 0, selectedChoices: ['goal_a'] },
          caller,
        ),
      );
      expect(statements.map(sql => sql.split(' ')[0])).toEqual([
        'BEGIN;',
        'select',
        'select',
        'with',
        'COMMIT;',
      ]);
    });
  }

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

  it('takes no answers unless the lens version is published', async () => {
    const { knex, editor, service } = await setUp();
    const put = async (status: LensRow['status']) => {
      await knex('lenses').where('lens_id', 'phased').update({ status });
      return await editor.putAnswer(
        keyOf('goal'),
        { revision: 0, selectedChoices: [] },
        caller,
      );
    };
    await storeLens(knex, phasedLens(), 'DRAFT');
    await expect(put('DRAFT')).rejects.toThrow(/is a draft/);
    await expect(put('ARCHIVED')).rejects.toThrow(ConflictError);
    expect((await service.history(KEY, { limit: 9 })).totalItems).toBe(0);
    expect((await put('PUBLISHED')).answer.revision).toBe(1);
  });
});
