// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { TooltipWithBounds } from '@visx/tooltip';
import type { ReactNode } from 'react';
import styles from './Chart.module.css';
import looks from '../looks.module.css';

/**
 * Details of what is under the pointer or has the focus, beside it and inside
 * the chart. Give it a key: it is measured anew for every place. What it says
 * is said to those who hear the page by what has the focus.
 */
export function ChartTooltip(props: {
  left: number;
  top: number;
  children: ReactNode;
}) {
  const { left, top, children } = props;
  return (
    <TooltipWithBounds
      left={left}
      top={top}
      offsetLeft={8}
      offsetTop={8}
      unstyled
      applyPositionStyle
      className={`${looks.tight} ${looks.panel} ${styles.tooltip}`}
      aria-hidden
    >
      {children}
    </TooltipWithBounds>
  );
}
