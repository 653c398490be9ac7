// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import { choiceOf, monthAgo, startOf } from './points';

describe('points', () => {
  const start = startOf([{ at: '2026-01-05T10:00:00.000Z' }]);

  it('starts before the first answer', () => {
    expect(start).toBe('2026-01-05T09:59:59.000Z');
    expect(startOf([])).toBeUndefined();
  });

  it.each([
    [undefined, undefined],
    ['now', 'now'],
    ['launch', 'launch'],
    ['2026-01-05T09:59:59.000Z', 'start'],
    ['gone', undefined],
    ['2026-02-01T00:00:00.000Z', 'day'],
  ])('shows %s as %s', (point, choice) => {
    expect(choiceOf(point, [{ id: 'launch' }], start)).toBe(choice);
  });

  it('proposes a day a month ago', () => {
    const now = DateTime.fromISO('2026-03-31T10:00:00Z', { zone: 'utc' });
    expect(monthAgo(now)).toBe('2026-02-28T23:59:59.999Z');
  });
});
