// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { nearest } from './nearest';

describe('nearest', () => {
  it.each<[string, string[], string | undefined]>([
    ['titel', ['name', 'title', 'description'], 'title'],
    // A slip of the shift key is less than one of another key.
    ['Phases', ['phase', 'phases'], 'phases'],
    ['namE', ['nama', 'name'], 'name'],
    ['NAMES', ['games', 'names'], 'names'],
    ['ñame', ['name'], 'name'],
    // As near as another: the first.
    ['cat', ['bat', 'rat'], 'bat'],
    // Half of it is something else.
    ['url', ['name', 'note'], undefined],
    ['description', ['descend'], undefined],
    ['description', ['descriptions'], 'descriptions'],
    ['', ['ab'], 'ab'],
    ['a'.repeat(128), ['a'.repeat(127)], 'a'.repeat(127)],
    ['a'.repeat(129), ['a'.repeat(129)], undefined],
    ['anything', [], undefined],
  ])('to %j among %j is %j', (text, candidates, expected) => {
    expect(nearest(text, candidates)).toBe(expected);
  });
});
