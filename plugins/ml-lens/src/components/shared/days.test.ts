// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DateTime } from 'luxon';
import { dayOf, instantOf, isPlausibleDay } from './days';

const now = DateTime.fromISO('2026-03-11T10:00:00', { zone: 'Asia/Tokyo' });

describe('days', () => {
  it('shows a day as it ended for the reader', () => {
    expect(instantOf('2026-03-10', now)).toBe('2026-03-10T14:59:59.999Z');
  });

  it.each(['2026-03-11', '2026-03-12'])('%s is now', day => {
    expect(instantOf(day, now)).toBeUndefined();
  });

  it('finds the day back', () => {
    const local = DateTime.fromISO('2026-03-11T10:00:00');
    expect(dayOf(instantOf('2026-03-09', local)!)).toBe('2026-03-09');
  });

  it('takes what is no instant for now', () => {
    expect(dayOf('yesterday')).toBe(DateTime.now().toFormat('yyyy-MM-dd'));
  });

  it('does not take a half-typed year for a wish', () => {
    expect(isPlausibleDay('0202-03-10', now)).toBe(false);
    expect(isPlausibleDay('2026-03-12', now)).toBe(false);
    expect(isPlausibleDay('2026-03-11', now)).toBe(true);
  });
});
