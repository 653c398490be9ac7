// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Families } from './families';

const families = new Families([
  { entityRef: 'group:default/a', parentRef: 'group:default/root' },
  { entityRef: 'group:default/b', parentRef: 'group:default/a' },
  { entityRef: 'group:default/c', parentRef: 'group:default/b' },
  { entityRef: 'group:default/a', parentRef: 'group:default/c' },
  ...Array.from({ length: 75 }, (_, index) => ({
    entityRef: `group:default/team-${index}`,
    parentRef: 'group:default/division',
  })),
  ...Array.from({ length: 10 }, (_, index) => ({
    entityRef: `group:default/level-${index + 1}`,
    parentRef: `group:default/level-${index}`,
  })),
]);

describe('Families', () => {
  it('counts every group below, in width and depth', () => {
    expect(families.below(['group:default/division']).size).toBe(76);
    expect(families.below(['group:default/level-0']).size).toBe(11);
  });

  it('ends where groups contain each other', () => {
    expect([...families.below(['group:default/b'])].sort()).toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/c',
    ]);
  });

  it('gives what it does not know, and no value, as they are', () => {
    expect([...families.below(['', 'group:default/unknown'])]).toEqual([
      '',
      'group:default/unknown',
    ]);
  });
});
