// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensModelFact } from '@ml-lens/backstage-plugin-ml-lens-node';
import { changesBetween } from './changes';

const AT = '2026-06-02T00:00:00.000Z';
const fact = (
  version: string,
  approval?: string,
  firing?: number,
  createdAt = '2026-06-01T00:00:00.000Z',
): MlLensModelFact => ({
  name: 'a',
  latest: { version, createdAt, ...(approval && { approval }) },
  ...(firing !== undefined && { alarms: { rules: 2, firing, silent: 0 } }),
});

/** No alarm fires any more, and one did then. */
const calm = (lastFiredAt: string): MlLensModelFact => ({
  ...fact('1'),
  alarms: { rules: 2, firing: 0, silent: 0, lastFiredAt },
});

describe('what becomes of a model', () => {
  it.each([
    ['the first that is known', undefined, fact('1'), ['VERSION 1 06-01']],
    ['the same once more', fact('1'), fact('1'), []],
    ['a new version', fact('1'), fact('2'), ['VERSION 2 06-01']],
    [
      'a version of a clock that is ahead',
      fact('1'),
      fact('2', undefined, undefined, '2027-01-01T00:00:00.000Z'),
      ['VERSION 2 06-02'],
    ],
    [
      'an approval',
      fact('1', 'PendingManualApproval'),
      fact('1', 'Approved'),
      ['APPROVAL Approved 06-02'],
    ],
    [
      'a version with its approval',
      fact('1', 'Approved'),
      fact('2', 'PendingManualApproval'),
      ['VERSION 2 06-01'],
    ],
    [
      'an alarm',
      fact('1', undefined, 0),
      fact('1', undefined, 2),
      ['ALARM null 06-02'],
    ],
    ['one alarm more', fact('1', undefined, 1), fact('1', undefined, 2), []],
    [
      'the end of it',
      fact('1', undefined, 1),
      fact('1', undefined, 0),
      ['CALM null 06-02'],
    ],
    [
      'an alarm that began and ended since',
      fact('1', undefined, 0),
      calm('2026-06-01T12:00:00.000Z'),
      ['ALARM null 06-01', 'CALM null 06-02'],
    ],
    [
      'one that is known',
      calm('2026-06-01T12:00:00.000Z'),
      calm('2026-06-01T12:00:00.000Z'),
      [],
    ],
    [
      'the last moment of one that was seen',
      fact('1', undefined, 1),
      calm('2026-06-01T12:00:00.000Z'),
      ['CALM null 06-02'],
    ],
    [
      'an alarm of a clock that is ahead',
      fact('1', undefined, 0),
      calm('2026-06-03T12:00:00.000Z'),
      [],
    ],
    ['a monitor that says nothing', fact('1', undefined, 1), fact('1'), []],
    ['a model that is gone', fact('1'), null, []],
  ])('%s', (_, before, now, expected) => {
    expect(
      changesBetween(before, now, AT).map(
        ({ kind, text, at }) => `${kind} ${text} ${at.slice(5, 10)}`,
      ),
    ).toEqual(expected);
  });
});
