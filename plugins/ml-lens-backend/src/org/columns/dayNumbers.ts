/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
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
