// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateState } from '@ml-lens/backstage-plugin-ml-lens-common';

type Asked = Pick<GateState, 'requests'>;

/**
 * The gate a review comes to next, of its gates in the order of their phases:
 * the first that it has not passed, whatever phase it is in. A gate is behind
 * it, too, where somebody let the work pass a later one after the last no-go at
 * this one; the later one looked at all that is due here as well. A request
 * that waits for its decision is never behind anybody.
 */
export function nextGate<T extends Asked>(gates: readonly T[]): T | undefined {
  return gates.find((gate, place) => {
    const last = standing(gate);
    return (
      last?.status === 'OPEN' ||
      (!isPassed(gate) &&
        !gates
          .slice(place + 1)
          .some(
            later => isPassed(later) && decidedAt(later) >= decidedAt(gate),
          ))
    );
  });
}

/** The last request that nobody took back. */
function standing({ requests }: Asked) {
  return requests.find(({ status }) => status !== 'WITHDRAWN');
}

function isPassed(gate: Asked): boolean {
  const status = standing(gate)?.status;
  return status === 'GO' || status === 'GO_WITH_CONDITIONS';
}

/** When it was decided on last; before everything where nobody asked. */
function decidedAt(gate: Asked): string {
  return standing(gate)?.decidedAt ?? '';
}
