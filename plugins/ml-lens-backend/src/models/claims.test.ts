// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { decideClaims, type ModelClaim } from './claims';

const claim = (
  workloadId: string,
  owner: string | null,
  since: string,
  decided: Partial<ModelClaim> = {},
): ModelClaim => ({
  workloadId,
  owner,
  since,
  decision: null,
  decidedFor: null,
  ...decided,
});

const statesOf = (...claims: ModelClaim[]) => {
  const { holder, states } = decideClaims(claims);
  const byWorkload: Record<string, string | undefined> = { holder };
  states.forEach((state, workloadId) => {
    byWorkload[workloadId] = state;
  });
  return byWorkload;
};

describe('decideClaims', () => {
  it('gives a model to who named it first and to the same owner', () => {
    expect(
      statesOf(
        claim('thief', 'group:default/other', '2026-03'),
        claim('second', 'group:default/a', '2026-02'),
        claim('first', 'group:default/a', '2026-01'),
      ),
    ).toEqual({
      holder: 'first',
      first: 'OWN',
      second: 'OWN',
      thief: 'PENDING',
    });
  });

  it('keeps to what people decided, as long as the owner is the same', () => {
    const first = claim('first', 'a', '2026-01');
    const allowed = { decision: 'ALLOWED', decidedFor: 'b' } as const;
    const refused = { decision: 'REFUSED', decidedFor: 'b' } as const;
    expect(statesOf(first, claim('x', 'b', '2026-02', allowed)).x).toBe('OWN');
    expect(statesOf(first, claim('x', 'b', '2026-02', refused)).x).toBe(
      'REFUSED',
    );
    expect(statesOf(first, claim('x', 'c', '2026-02', allowed)).x).toBe(
      'PENDING',
    );
  });

  it('passes a model on to one that was allowed, never to one that was refused', () => {
    expect(
      statesOf(
        claim('refused', 'b', '2026-01', {
          decision: 'REFUSED',
          decidedFor: 'b',
        }),
        claim('allowed', 'c', '2026-02', {
          decision: 'ALLOWED',
          decidedFor: 'c',
        }),
      ),
    ).toEqual({ holder: 'allowed', refused: 'REFUSED', allowed: 'OWN' });
  });

  it('counts nobody as the owner of two', () => {
    expect(
      statesOf(claim('a', null, '2026-01'), claim('b', null, '2026-02')),
    ).toEqual({ holder: 'a', a: 'OWN', b: 'PENDING' });
  });
});
