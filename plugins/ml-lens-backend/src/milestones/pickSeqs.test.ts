// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { pickSeqs } from './pickSeqs';

const options = fc.integer({ min: 0, max: 5000 }).chain(last => {
  const some = (maxLength: number) =>
    last === 0
      ? fc.constant([])
      : fc.uniqueArray(fc.integer({ min: 1, max: last }), { maxLength });
  return fc.record({
    last: fc.constant(last),
    marks: some(80),
    preferred: some(300),
    most: fc.integer({ min: 100, max: 500 }),
  });
});

it('keeps the first, the last and the marks, and fills the room there is', () => {
  fc.assert(
    fc.property(options, given => {
      const picked = pickSeqs(given);
      expect(picked).toHaveLength(Math.min(given.last, given.most));
      expect(picked).toEqual([...new Set(picked)].sort((a, b) => a - b));
      expect(picked.every(seq => seq >= 1 && seq <= given.last)).toBe(true);
      const wanted = given.last > 0 ? [1, given.last, ...given.marks] : [];
      expect(picked).toEqual(expect.arrayContaining(wanted));
    }),
  );
});

it('takes preferred ones before others, and spreads what does not fit', () => {
  expect(
    pickSeqs({ last: 1000, marks: [500], preferred: [10, 20], most: 5 }),
  ).toEqual([1, 10, 20, 500, 1000]);
  expect(
    pickSeqs({ last: 1000, marks: [], preferred: [10, 20, 30], most: 3 }),
  ).toEqual([1, 20, 1000]);
  const tooMany = Array.from({ length: 900 }, (_, i) => i + 2);
  const picked = pickSeqs({
    last: 1000,
    marks: tooMany,
    preferred: [],
    most: 8,
  });
  expect(picked).toHaveLength(8);
  expect([picked[0], picked[7]]).toEqual([1, 1000]);
});
