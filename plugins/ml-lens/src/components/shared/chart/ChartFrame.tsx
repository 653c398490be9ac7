// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { TooltipWithBounds } from '@visx/tooltip';
import { useParentSize } from '@visx/responsive';
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

/** The point that is shown: a line through the plot and a dot on each curve. */
export function Cursor(props: {
  x: number;
  top: number;
  bottom: number;
  dots: { y: number | null; color: string }[];
}) {
  const { x, top, bottom, dots } = props;
  return (
    <>
      <line className={styles.cursor} x1={x} x2={x} y1={top} y2={bottom} />
      {dots.map(
        ({ y, color }, index) =>
          y !== null && (
            <circle
              key={index}
              className={styles.dot}
              cx={x}
              cy={y}
              r={5}
              fill={color}
            />
          ),
      )}
    </>
  );
}

/** One list for all renders: the hook begins anew with every other one. */
const ALL_BUT_WIDTH: ('height' | 'top' | 'left')[] = ['height', 'top', 'left'];

/**
 * A chart as wide as its place, drawn anew when that changes.
 *
 * @param props - `children` draw it, given the width in pixels; `minHeight`, in
 *   pixels, keeps its place until the width is known
 */
export function ChartFrame(props: {
  minHeight?: number;
  children: (width: number) => ReactNode;
}) {
  const { minHeight, children } = props;
  const { parentRef, width } = useParentSize({
    ignoreDimensions: ALL_BUT_WIDTH,
    debounceTime: 60,
  });
  return (
    <div ref={parentRef} className={styles.frame} style={{ minHeight }}>
      {width > 0 && children(width)}
    </div>
  );
}
