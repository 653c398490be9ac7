// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import type { scaleLinear, scaleTime } from '@visx/scale';
import { useLocale } from '../../../translation';
import styles from './Chart.module.css';
import { timeTickLabel } from './timeTickLabel';

/** Time below a chart, `y` pixels from its top. */
export function TimeAxis(props: {
  scale: ReturnType<typeof scaleTime<number>>;
  y: number;
  ticks: Date[];
}) {
  const { scale, y, ticks } = props;
  const locale = useLocale();
  return (
    <g aria-hidden>
      <AxisBottom
        scale={scale}
        top={y}
        tickValues={ticks}
        hideAxisLine
        hideTicks
        tickLength={4}
        tickFormat={(value, index) =>
          timeTickLabel(value as Date, index, locale)
        }
        tickLabelProps={{
          className: styles.tick,
          fill: undefined,
          textAnchor: 'middle',
        }}
      />
    </g>
  );
}

/** Values left of a chart, and a line for each of them across the plot. */
export function ValueAxis(props: {
  scale: ReturnType<typeof scaleLinear<number>>;
  plot: { x: number; width: number };
  ticks: number[];
  format: (value: number) => string;
}) {
  const { scale, plot, ticks, format } = props;
  return (
    <g aria-hidden>
      <GridRows
        scale={scale}
        left={plot.x}
        width={Math.max(0, plot.width)}
        tickValues={ticks}
        className={styles.grid}
        stroke="currentColor"
      />
      <AxisLeft
        scale={scale}
        left={plot.x}
        tickValues={ticks}
        hideAxisLine
        hideTicks
        tickLength={4}
        tickFormat={value => format(Number(value))}
        tickLabelProps={{
          className: styles.tick,
          fill: undefined,
          textAnchor: 'end',
          verticalAnchor: 'middle',
        }}
      />
    </g>
  );
}
