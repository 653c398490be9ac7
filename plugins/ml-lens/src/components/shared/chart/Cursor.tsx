// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import styles from './Chart.module.css';

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
