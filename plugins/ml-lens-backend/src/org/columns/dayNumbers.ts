/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { dayOf } from '../../clock';

const DAY_MS = 86_400_000;

/** Days of the calendar as numbers, 0 for 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${dayOf(day)}T00:00:00Z`) / DAY_MS);
}

/** Undoes {@link dayNumber}. */
export function dayOfNumber(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
