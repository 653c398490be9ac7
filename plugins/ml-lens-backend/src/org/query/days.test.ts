// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { pointsBetween } from './days';

const today = '2026-06-17';

describe('the days of a trend', () => {
  it('are the last of each interval, and the last day asked for', () => {
    const between = (
      from: string,
      to: string,
      interval: 'day' | 'week' | 'month',
    ) => pointsBetween({ from, to, interval, today });
    expect(between('2026-02-27', '2026-03-02', 'day')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    // Weeks end on Sundays; 2026-03-01 is one.
    expect(between('2026-02-20', '2026-03-03', 'week')).toEqual([
      '2026-02-22',
      '2026-03-01',
      '2026-03-03',
    ]);
    expect(between('2026-02-20', '2026-03-01', 'week')).toEqual([
      '2026-02-22',
      '2026-03-01',
    ]);
    expect(between('2023-12-31', '2024-03-15', 'month')).toEqual([
      '2023-12-31',
      '2024-01-31',
      '2024-02-29',
      '2024-03-15',
    ]);
    expect(between('2026-03-01', '2026-03-01', 'month')).toEqual([
      '2026-03-01',
    ]);
  });

  it('end today at the latest, and begin a while before unless told', () => {
    for (const [interval, points] of [
      ['day', 30],
      ['week', 26],
      ['month', 12],
    ] as const) {
      const days = pointsBetween({
        from: undefined,
        to: undefined,
        interval,
        today,
      });
      expect(days.at(-1)).toBe(today);
      expect(days).toHaveLength(points);
      expect(
        pointsBetween({ from: undefined, to: '2999-01-01', interval, today }),
      ).toEqual(days);
    }
  });

  it('are at most 400', () => {
    const days = pointsBetween({
      from: '2025-01-01',
      to: '2026-02-04',
      interval: 'day',
      today,
    });
    expect(days).toHaveLength(400);
    const more = () =>
      pointsBetween({
        from: '2024-12-31',
        to: '2026-02-04',
        interval: 'day',
        today,
      });
    expect(more).toThrow('interval: ');
    expect(() =>
      pointsBetween({
        from: '0001-01-01',
        to: undefined,
        interval: 'month',
        today,
      }),
    ).toThrow('more than 400');
    expect(() =>
      pointsBetween({
        from: '2026-02-05',
        to: '2026-02-04',
        interval: 'day',
        today,
      }),
    ).toThrow('from: 2026-02-05 is after 2026-02-04');
  });
});
