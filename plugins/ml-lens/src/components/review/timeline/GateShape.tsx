// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { GATE_APPEARANCE } from '../phases/GatesCard';
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
