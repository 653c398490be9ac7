// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { DEFAULT_LEVELS } from '@ml-lens/lens-model';
import { levelBands } from './levelBands';

const inWords = (levels: Parameters<typeof levelBands>[0]) =>
  levelBands(levels).map(({ name, from, to }) => `${name} ${from}–${to}`);

describe('levelBands', () => {
  it('gives every default level its scores', () => {
    expect(inWords(DEFAULT_LEVELS)).toEqual([
      'Initial 0–24',
      'Developing 25–49',
      'Defined 50–74',
      'Managed 75–89',
      'Optimizing 90–100',
    ]);
  });

  it('lists a level that spans colours once per colour', () => {
    expect(
      inWords([
        { name: 'Ready', from: 60 },
        { name: 'Not ready', from: 0 },
      ]),
    ).toEqual([
      'Not ready 0–24',
      'Not ready 25–49',
      'Not ready 50–59',
      'Ready 60–74',
      'Ready 75–89',
      'Ready 90–100',
    ]);
  });
});
