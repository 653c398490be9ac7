// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Waiver } from '@ml-lens/backstage-plugin-ml-lens-common';
import { waiversAt } from './waiversAt';

const day = (number: number) => `2026-06-0${number}T00:00:00.000Z`;

const waiver = (change: Partial<Waiver>): Waiver => ({
  id: 'w',
  questionId: 'label',
  status: 'REQUESTED',
  reason: 'Later',
  expiresAt: day(8),
  requestedAt: day(2),
  requestedBy: 'user:default/mika',
  decidedAt: null,
  decidedBy: null,
  decisionNote: null,
  endedAt: null,
  ...change,
});

const approved = {
  status: 'APPROVED',
  decidedAt: day(4),
  decidedBy: 'x',
} as const;

describe('waiversAt', () => {
  it.each<[string, Partial<Waiver>, (string | undefined)[]]>([
    // What it is on day 1, 3, 5, 7 and 9.
    [
      'asked for',
      {},
      [undefined, 'REQUESTED', 'REQUESTED', 'REQUESTED', 'EXPIRED'],
    ],
    [
      'approved',
      approved,
      [undefined, 'REQUESTED', 'APPROVED', 'APPROVED', 'EXPIRED'],
    ],
    [
      'over',
      { ...approved, status: 'EXPIRED', endedAt: day(8) },
      [undefined, 'REQUESTED', 'APPROVED', 'APPROVED', 'EXPIRED'],
    ],
    [
      'withdrawn',
      { ...approved, status: 'WITHDRAWN', endedAt: day(6) },
      [undefined, 'REQUESTED', 'APPROVED', 'WITHDRAWN', 'WITHDRAWN'],
    ],
    [
      'rejected',
      { status: 'REJECTED', decidedAt: day(4), decidedBy: 'x' },
      [undefined, 'REQUESTED', 'REJECTED', 'REJECTED', 'REJECTED'],
    ],
  ])('says what one that is %s was before', (_, change, expected) => {
    expect(
      [1, 3, 5, 7, 9].map(
        number => waiversAt([waiver(change)], day(number)).at(0)?.status,
      ),
    ).toEqual(expected);
  });

  it('tells no decision before it was taken', () => {
    expect(waiversAt([waiver(approved)], day(3))).toMatchObject([
      { decidedAt: null, decidedBy: null, endedAt: null },
    ]);
  });
});
