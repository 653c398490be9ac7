// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { GATE_APPEARANCE } from '../phases/GatesCard';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { useGates } from '../phases/usePhases';
import styles from './Timeline.module.css';

/** What is drawn within the diamond, from its middle, by decision. */
const GLYPHS = {
  GO: 'm -3 0 l 2 2.5 l 4 -5',
  GO_WITH_CONDITIONS: 'm 0 -4 v 4.5 m 0 3 v 0.1',
  NO_GO: 'm -2.5 -2.5 l 5 5 m 0 -5 l -5 5',
} as const;

/** A decision at a gate: a diamond that says by its sign what it was. */
export function GateShape(props: {
  x: number;
  y: number;
  size: number;
  status: keyof typeof GLYPHS;
  gateId?: string;
  title?: string;
}) {
  const { x, y, size, status, gateId, title } = props;
  return (
    <g data-gate={gateId}>
      {title && <title>{title}</title>}
      <path
        className={styles.gate}
        fill={GATE_APPEARANCE[status].solid}
        d={`M ${x} ${
          y - size
        } l ${size} ${size} l ${-size} ${size} l ${-size} ${-size} Z`}
      />
      <path className={styles.gateGlyph} d={`M ${x} ${y} ${GLYPHS[status]}`} />
    </g>
  );
}

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
