// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { testDatabases } from '../__testUtils__/databases';
import { caller, workloadRecord } from '../__testUtils__/reviewFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { keyOf, pricingOn } from '../__testUtils__/pricingOn';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('the history of a review on %s', id => {
  const setUp = async () => await pricingOn(await databases.create(id));

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
});
