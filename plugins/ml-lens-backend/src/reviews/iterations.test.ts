// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { testDatabases } from '../__testUtils__/databases';
import { caller } from '../__testUtils__/reviewFixtures';
import { KEY } from '../__testUtils__/serviceFixtures';
import { keyOf, pricingOn } from '../__testUtils__/pricingOn';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('iterations and targets on %s', id => {
  const setUp = async () => await pricingOn(await databases.create(id));

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
});
