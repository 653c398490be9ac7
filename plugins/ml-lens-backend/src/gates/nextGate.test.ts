// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateRequest } from '@ml-lens/backstage-plugin-ml-lens-common';
import { nextGate } from './nextGate';

/** Requests at a gate, newest first: what became of each, and on which day. */
type Log = [status: GateRequest['status'], day: number][];

function request([status, day]: Log[number], number: number): GateRequest {
  const at = `2026-03-0${day}T10:00:00.000Z`;
  return {
    number,
    status,
    comment: '',
    requestedAt: '2026-03-01T10:00:00.000Z',
    requestedBy: 'user:default/mei',
    decidedAt: status === 'OPEN' ? null : at,
    decidedBy: status === 'OPEN' ? null : 'user:default/lea',
    decisionComment: null,
    conditions: [],
    basis: null,
  };
}

describe('nextGate', () => {
  it.each<[string, Record<string, Log>, string | undefined]>([
    ['is the first nobody has asked at', { a: [], b: [] }, 'a'],
    ['comes after one that was passed', { a: [['GO', 2]], b: [] }, 'b'],
    [
      'comes after one that was passed with conditions',
      { a: [['GO_WITH_CONDITIONS', 2]], b: [] },
      'b',
    ],
    ['is one that was not passed', { a: [['NO_GO', 2]], b: [] }, 'a'],
    ['is one where somebody waits', { a: [['OPEN', 2]], b: [] }, 'a'],
    [
      'is none that a later one was passed without',
      { a: [], b: [['GO', 2]], c: [] },
      'c',
    ],
    [
      'is none that a later one was passed after all',
      { a: [['NO_GO', 2]], b: [['GO', 3]], c: [] },
      'c',
    ],
    [
      'is one that stopped the work after a later one was passed',
      { a: [['NO_GO', 4]], b: [['GO', 3]], c: [] },
      'a',
    ],
    [
      'is one where somebody waits after a later one was passed',
      { a: [['OPEN', 2]], b: [['GO', 3]] },
      'a',
    ],
    [
      'is not one that a request taken back was at',
      {
        a: [
          ['WITHDRAWN', 4],
          ['GO', 2],
        ],
        b: [['WITHDRAWN', 5]],
      },
      'b',
    ],
    [
      'is none where all are passed',
      { a: [['GO', 2]], b: [['GO', 3]] },
      undefined,
    ],
    ['is none where there are none', {}, undefined],
  ])('%s', (_, gates, expected) => {
    const states = Object.entries(gates).map(([id, log]) => ({
      id,
      requests: log.map(request),
    }));
    expect(nextGate(states)?.id).toBe(expected);
  });
});
