// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { daysOn, movedOn } from './demoDays';

describe('the days of a demo', () => {
  it.each([
    ['2026-11-20', '2026-11-20T09:00:00.000Z', 0],
    ['2026-11-20', '2026-11-26T23:59:59.999Z', 0],
    ['2026-11-20', '2026-11-27T00:00:00.000Z', 7],
    ['2026-11-20', '2027-11-20T12:00:00.000Z', 364],
    // A clock that is behind moves nothing back.
    ['2026-11-20', '2026-01-01T00:00:00.000Z', 0],
    [undefined, '2027-11-20T12:00:00.000Z', 0],
  ])('written on %s and started at %s move on by %i', (day, now, days) => {
    expect(daysOn(day, now)).toBe(days);
  });

  it('move in every line that has some, and nothing else does', () => {
    const lines = [
      '{"at":"2026-02-20T10:00:00Z","notes":"since 2026-02-20"}',
      '{"at":"2026-12-30T23:30:00Z","targetDate":"2026-02-27"}',
      '{"at":"2026-02-20T10:00:00Z","targetDate":null}',
      '{"at":"soon"}',
      'no json',
      '',
    ];
    expect(movedOn(lines.join('\n'), 7).split('\n')).toEqual([
      '{"at":"2026-02-27T10:00:00.000Z","notes":"since 2026-02-20"}',
      '{"at":"2027-01-06T23:30:00.000Z","targetDate":"2026-03-06"}',
      '{"at":"2026-02-27T10:00:00.000Z","targetDate":null}',
      '{"at":"soon"}',
      'no json',
      '',
    ]);
    expect(movedOn(lines.join('\n'), 0)).toBe(lines.join('\n'));
  });
});
