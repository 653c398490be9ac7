// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useParentSize } from '@visx/responsive';
import type { ReactNode } from 'react';
import styles from './Chart.module.css';

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
