// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useGates } from '../phases/usePhases';
import { GateShape } from './GateShape';

/** Half the width of a diamond: larger than anything else on a lane. */
const SIZE = 9;

/** What was decided at the gates of the review, whenever it was. */
export function useGateDecisions() {
  const { data } = useGates();
  return (data?.items ?? []).flatMap(({ gate, requests }) =>
    requests.flatMap(({ decidedAt, number, status }) =>
      decidedAt === null || status === 'WITHDRAWN' || status === 'OPEN'
        ? []
        : [{ gate, number, status, decidedAt }],
    ),
  );
}

/**
 * What was decided at gates, as diamonds where and when it was. The card of the
 * gates says the same in words, so these are for the eye alone.
 */
export function GateDecisions(props: {
  x: (at: string) => number;
  /** Middle of the lane of a phase; undefined for none. */
  yOf: (phaseId: string) => number | undefined;
}) {
  const { x, yOf } = props;
  const decisions = useGateDecisions();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (
    <g aria-hidden>
      {decisions.flatMap(({ gate, number, status, decidedAt }) => {
        const y = yOf(gate.phase);
        return y === undefined
          ? []
          : [
              <GateShape
                key={`${gate.id}/${number}`}
                x={x(decidedAt)}
                y={y}
                size={SIZE}
                status={status}
                gateId={gate.id}
                title={`${gate.name}: ${t(
                  `phases.gate.status.${status}`,
                )}, ${format.date(decidedAt)}`}
              />,
            ];
      })}
    </g>
  );
}
