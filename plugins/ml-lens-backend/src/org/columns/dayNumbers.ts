// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { LRUCache } from 'lru-cache';
import { dayOf } from '../../clock';

const DAY_MS = 86_400_000;

/** Numbers by day: half a million instants are of a few thousand days. */
const numbers = new LRUCache<string, number>({ max: 10_000 });

/** The day of an instant as a number, 0 for 1970-01-01. */
export function dayNumber(instant: string): number {
  const day = dayOf(instant);
  let number = numbers.get(day);
  if (number === undefined) {
    number = Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
    numbers.set(day, number);
  }
  return number;
}

/** Undoes {@link dayNumber}. */
export function dayOfNumber(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
