// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  type buildOrganisation,
  someFilters,
} from '../../../__testUtils__/orgFixture';

const INSTANTS = [
  undefined,
  '2026-01-05T09:00:00.000Z',
  // Between what happens on one day.
  '2026-01-05T10:30:00.000Z',
  '2026-02-20T12:00:00.000Z',
  '2026-05-01T00:00:00.000Z',
];

/** What a page of the organisation can be asked. */
export const request = fc.record({
  filters: someFilters,
  at: fc.constantFrom(...INSTANTS),
  rows: fc.constantFrom('workload', 'owner', 'system', 'domain', 'tag'),
  columns: fc.constantFrom('phase', 'pillar', 'cell'),
  sort: fc.constantFrom(
    'title',
    '-title',
    'score',
    '-score',
    '-coverage',
    'high',
    'level',
    '-updatedAt',
    'column',
    '-column',
  ),
  limit: fc.integer({ min: 1, max: 6 }),
  groupBy: fc.constantFrom(
    undefined,
    'owner',
    'system',
    'domain',
    'lifecycle',
    'tag',
    'level',
  ),
  interval: fc.constantFrom('day', 'week', 'month'),
});
export type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;
export type World = Awaited<ReturnType<typeof buildOrganisation>>;

/** Sums of doubles may differ in their last digits. */
export const close = (value: number | null) =>
  value === null ? null : expect.closeTo(value, 5);

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
