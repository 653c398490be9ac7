// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { PhaseStatus } from '@ml-lens/lens-model';
import { PatternCircles, PatternLines } from '@visx/pattern';
import { STATUS_APPEARANCE } from '../../shared';
import styles from './Timeline.module.css';

/** Fill of a status or zone; `prefix` keeps several charts on a page apart. */
export function patternUrl(prefix: string, name: PhaseStatus | 'LATE') {
  return `url(#${prefix}-${name})`;
}

/**
 * Statuses told apart by pattern as well as by colour: plain for complete, dots
 * for in progress, diagonals for at risk, an outline for not started.
 */
export function StatusPatterns(props: { prefix: string }) {
  const { prefix } = props;
  const { AT_RISK, IN_PROGRESS, NOT_STARTED, COMPLETE } = STATUS_APPEARANCE;
  return (
    <>
      <PatternLines
        id={`${prefix}-AT_RISK`}
        width={7}
        height={7}
        orientation={['diagonal']}
        background={AT_RISK.bg}
        stroke={AT_RISK.solid}
        strokeWidth={1.25}
        className={styles.patternLine}
      />
      <PatternCircles
        id={`${prefix}-IN_PROGRESS`}
        width={6}
        height={6}
        radius={1}
        background={IN_PROGRESS.bg}
        fill={IN_PROGRESS.solid}
        className={styles.patternDot}
      />
      <PatternLines
        id={`${prefix}-COMPLETE`}
        width={8}
        height={8}
        background={COMPLETE.bg}
        stroke="none"
        orientation={['horizontal']}
      />
      <PatternLines
        id={`${prefix}-NOT_STARTED`}
        width={8}
        height={8}
        background={NOT_STARTED.bg}
        stroke="none"
        orientation={['horizontal']}
      />
      <PatternLines
        id={`${prefix}-LATE`}
        width={6}
        height={6}
        orientation={['diagonalRightToLeft']}
        stroke={AT_RISK.solid}
        strokeWidth={1}
        className={styles.patternLate}
      />
    </>
  );
}
