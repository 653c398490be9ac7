// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { minute } from '../__testUtils__/lensFixture';
import {
  versions,
  answer,
  confirm,
  start,
  target,
  run,
  type Step,
} from './__testUtils__/steps';
import { phaseStatesOf } from './phases';

describe('phaseStatesOf', () => {
  const one = versions[1];

  it('gives every phase in order, an empty one as not started', () => {
    const state = run(answer('q_one', 'NONE'), answer('q_three', 'HIGH'));
    expect(
      phaseStatesOf(one, state, minute(9)).map(({ id, status }) => [
        id,
        status,
      ]),
    ).toEqual([
      ['goal', 'IN_PROGRESS'],
      ['build', 'AT_RISK'],
      ['retire', 'NOT_STARTED'],
    ]);
  });

  it.each([
    ['2026-03-09T23:59:59.999Z', false],
    ['2026-03-10T00:00:00.000Z', false],
    ['2026-03-10T23:59:59.999Z', false],
    ['2026-03-11T00:00:00.000Z', true],
    // In UTC this is the 10th still.
    ['2026-03-11T01:00:00+02:00', false],
  ])('a target of 10 March is late at %s: %s', (at, late) => {
    const state = run(target('build', '2026-03-10'));
    expect(phaseStatesOf(one, state, at)[1]).toMatchObject({
      targetDate: '2026-03-10',
      late,
    });
  });

  it('is never late when complete, nor without a target', () => {
    const done = run(target('build', '2025-01-01'), answer('q_three', 'NONE'));
    expect(phaseStatesOf(one, done, minute(9))[1].late).toBe(false);
    const cleared = run(target('build', '2025-01-01'), target('build', null));
    expect(phaseStatesOf(one, cleared, minute(9))[1]).toMatchObject({
      targetDate: null,
      late: false,
    });
  });

  it('gives planned days beside what happened', () => {
    const planned: Step = {
      ...target('build', '2026-03-31'),
      after: { targetDate: '2026-03-31', plannedStart: '2026-03-02' },
    };
    const state = run(planned, target('build', '2026-04-15'));
    expect(phaseStatesOf(one, state, minute(9))[1]).toMatchObject({
      plannedStart: '2026-03-02',
      targetDate: '2026-04-15',
    });
  });

  it('names the answers an iteration begun by hand waits for', () => {
    const state = run(
      answer('q_one', 'NONE'),
      answer('q_two', 'NONE'),
      start('goal', 'Another aim'),
      confirm('q_two', 'NONE'),
    );
    const [goal] = phaseStatesOf(one, state, minute(9));
    expect(goal).toMatchObject({ status: 'COMPLETE', unconfirmed: ['q_one'] });
    expect(goal.iterations.at(-1)).toMatchObject({
      status: 'IN_PROGRESS',
      confirms: true,
    });
  });

  it('refuses what is no instant', () => {
    expect(() => phaseStatesOf(one, run(), 'yesterday')).toThrow(TypeError);
  });
});
