// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Iteration } from '../model';
import { iterationDays, slipOf } from '../pace';

const AT = '2026-04-10T09:00:00.000Z';

function iteration(startedAt: string, completedAt?: string): Iteration {
  return {
    number: 1,
    startedAt,
    startedBy: 'user:default/ada',
    completedAt: completedAt ?? null,
    endedAt: completedAt ?? null,
    status: completedAt ? 'COMPLETE' : 'IN_PROGRESS',
  };
}

describe('slipOf', () => {
  const plan = { plannedStart: '2026-03-02', targetDate: '2026-04-01' };
  it.each([
    [
      'nothing planned',
      { plannedStart: null, targetDate: null },
      [],
      null,
      null,
    ],
    ['nothing begun', plan, [], 39, 9],
    ['begun late', plan, [iteration('2026-03-05T23:59:00.000Z')], 3, 9],
    [
      'begun early, done on the day',
      plan,
      [iteration('2026-02-27T00:00:00.000Z', '2026-04-01T23:00:00.000Z')],
      -3,
      0,
    ],
    [
      'still ahead',
      { plannedStart: '2026-04-10', targetDate: '2026-04-10' },
      [],
      null,
      null,
    ],
  ])('%s', (_, planned, iterations, start, end) => {
    const status = iterations.some(({ completedAt }) => completedAt)
      ? ('COMPLETE' as const)
      : ('IN_PROGRESS' as const);
    expect(slipOf({ ...planned, status, iterations }, AT)).toEqual({
      start,
      end,
    });
  });

  it('does not guess when a new version of the lens completed a phase', () => {
    const state = { ...plan, status: 'COMPLETE' as const, iterations: [] };
    expect(slipOf(state, AT).end).toBeNull();
  });
});

it.each([
  ['2026-04-10T09:00:00.000Z', undefined, 0],
  ['2026-04-09T08:00:00.000Z', undefined, 1],
  ['2026-03-01T00:00:00.000Z', '2026-03-11T00:00:00.000Z', 10],
])('an iteration from %s to %s costs days', (from, to, days) => {
  expect(iterationDays(iteration(from, to), AT)).toBe(days);
});
