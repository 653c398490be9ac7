// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { WorkloadModel } from '@ml-lens/backstage-plugin-ml-lens-common';
import { compare } from '../workloads/membership';

/** That a workload names a model. */
export interface ModelClaim {
  workloadId: string;
  /** Owner of the workload, as it is now. */
  owner: string | null;
  /** Since when. */
  since: string;
  decision: 'ALLOWED' | 'REFUSED' | null;
  /** Owner of the workload when that was decided. */
  decidedFor: string | null;
}

/**
 * Whose a model is, by those who name it: whoever writes an annotation must not
 * learn of another team's model. It belongs to the workload that named it first
 * and to others of the same owner; the rest wait until somebody of the first
 * decides. A decision is about an owner and ends with it.
 *
 * @returns the state of each claim, and the workload that named it first
 */
export function decideClaims(claims: readonly ModelClaim[]): {
  holder: string | undefined;
  states: Map<string, WorkloadModel['state']>;
} {
  const [first] = [...claims].sort(
    (a, b) =>
      // One that was allowed goes before one nobody allowed, also when the
      // first does not name the model any more.
      Number(isAllowed(b) || !isDecided(b)) -
        Number(isAllowed(a) || !isDecided(a)) ||
      compare(a.since, b.since) ||
      compare(a.workloadId, b.workloadId),
  );
  return {
    holder: first?.workloadId,
    states: new Map(
      claims.map(claim => [claim.workloadId, stateOf(claim, first)]),
    ),
  };
}

function stateOf(claim: ModelClaim, first: ModelClaim): WorkloadModel['state'] {
  if (
    claim === first ||
    (claim.owner !== null && claim.owner === first.owner) ||
    isAllowed(claim)
  ) {
    return 'OWN';
  }
  return isDecided(claim) ? 'REFUSED' : 'PENDING';
}

function isDecided({ decision, decidedFor, owner }: ModelClaim): boolean {
  return decision !== null && decidedFor === owner;
}

function isAllowed(claim: ModelClaim): boolean {
  return isDecided(claim) && claim.decision === 'ALLOWED';
}
