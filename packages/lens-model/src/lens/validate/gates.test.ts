// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { aLens, aQuestion } from '../__testUtils__/lenses';
import { dueChoice, errorsOf, phases } from './__testUtils__/check';

describe('gates', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a gate of no phase, with limits that cannot be',
      aLens({
        ...phases('one'),
        gates: [
          {
            id: 'go',
            phase: 'two',
            name: 'Go',
            require: { noHigh: 'yes', coverage: 80, maxWaivers: -1 },
          },
        ],
      }),
      [
        'UNKNOWN_PHASE /gates/0/phase',
        'WRONG_TYPE /gates/0/require/noHigh',
        'INVALID_VALUE /gates/0/require/coverage',
        'INVALID_VALUE /gates/0/require/maxWaivers',
      ],
    ],
    [
      'a gate that waits for what is due after it, and for nothing there is',
      dueChoice({ phase: 'one' }, 'two', {
        ...phases('one', 'two'),
        gates: [
          {
            id: 'go',
            phase: 'one',
            name: 'Go',
            require: {
              practices: [aQuestion('question').choices[0].id, 'nothing'],
            },
          },
        ],
      }),
      [
        'CIRCULAR_DUE /gates/0/require/practices/0',
        'UNKNOWN_CHOICE /gates/0/require/practices/1',
      ],
    ],
  ])('refuses %s', (_, lens, expected) => {
    expect(errorsOf(lens)).toEqual(expected);
  });
});
