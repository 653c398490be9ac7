// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { PatternLines } from '@visx/pattern';
import { scaleLinear, scaleTime } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { useFormat } from '../../shared';
import {
  ChartFrame,
  ChartTooltip,
  Cursor,
  PointSlider,
  TimeAxis,
  ValueAxis,
} from '../../shared/chart';
import looks from '../../shared/looks.module.css';
import styles from './LineChart.module.css';
import { type ChartSeries, layersOf, nearestIndex, topOf } from './series';
import { SeriesMark } from './SeriesMark';

const HEIGHT = 300;
const MARGIN = { top: 12, right: 16, bottom: 28, left: 44 };

export interface LineChartProps {
  /** What it shows, for assistive technology. */
  label: string;
  /** ISO dates, ascending. */
  dates: string[];
  series: ChartSeries[];
  /** Areas on top of each other instead of lines. */
  isStacked?: boolean;
  /** Upper end of the scale; that of the values without it. */
  max?: number;
  format: (value: number) => string;
}

const timeOf = (date: string) => DateTime.fromISO(date).toJSDate();

function Picture(props: LineChartProps & { width: number }) {
  const { label, dates, series, isStacked = false, max, format, width } = props;
  const { date } = useFormat();
  const prefix = `mll${useId().replace(/\W/g, '')}`;
  const patternOf = ({ id }: ChartSeries) =>
    `${prefix}-${id.replace(/\W/g, '_')}`;
  const [shown, setShown] = useState<number>();
  const last = dates.length - 1;
  const plot = {
    x: MARGIN.left,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
  };
  const bottom = HEIGHT - MARGIN.bottom;
  const x = scaleTime({
    domain: [timeOf(dates[0]), timeOf(dates[last])],
    range: [plot.x, plot.x + plot.width],
  });
  const y = scaleLinear({
    domain: [0, max ?? topOf(series, isStacked)],
    range: [bottom, MARGIN.top],
    nice: max === undefined,
  });
  const layers = layersOf(series, isStacked);
  const xAt = (index: number) => x(timeOf(dates[index]));
  const valueOf = ({ values }: ChartSeries, index: number) => {
    const value = values[index];
    return value === null ? '–' : format(value);
  };
  const index = Math.min(shown ?? last, last);

  return (
    <>
      <svg width={width} height={HEIGHT} aria-hidden>
        <defs>
          {series
            .filter(one => one.isHatched)
            .map(one => (
              <PatternLines
                key={one.id}
                id={patternOf(one)}
                width={6}
                height={6}
                orientation={['diagonal']}
                stroke={one.color}
                strokeWidth={1.5}
              />
            ))}
        </defs>
        <ValueAxis scale={y} plot={plot} ticks={y.ticks(5)} format={format} />
        <TimeAxis
          scale={x}
          y={bottom}
          ticks={x.ticks(Math.max(2, Math.floor(width / 110)))}
        />
        {layers.map(({ series: one, points }) =>
          isStacked ? (
            <Area
              key={one.id}
              data={points}
              x={point => xAt(point.index)}
              y0={point => y(point.from)}
              y1={point => y(point.to ?? point.from)}
              fill={one.isHatched ? `url(#${patternOf(one)})` : one.color}
              stroke="var(--bui-bg-neutral-1)"
              strokeWidth={1}
            />
          ) : (
            <LinePath
              key={one.id}
              data={points}
              defined={point => point.to !== null}
              x={point => xAt(point.index)}
              y={point => y(point.to ?? 0)}
              stroke={one.color}
              strokeWidth={2}
              strokeDasharray={one.dash}
              strokeLinejoin="round"
            />
          ),
        )}
        {shown !== undefined && (
          <Cursor
            x={xAt(index)}
            top={MARGIN.top}
            bottom={bottom}
            dots={layers.map(({ series: { color }, points }) => {
              const { to } = points[index];
              return { color, y: to === null ? null : y(to) };
            })}
          />
        )}
      </svg>
      <PointSlider
        label={label}
        plot={plot}
        height={HEIGHT}
        count={dates.length}
        index={index}
        valueText={`${date(dates[index])}: ${series
          .map(one => `${one.name} ${valueOf(one, index)}`)
          .join(', ')}`}
        indexAt={at =>
          nearestIndex(
            dates.map(one => timeOf(one).getTime()),
            x.invert(at).getTime(),
          )
        }
        onShow={setShown}
      />
      {shown !== undefined && (
        <ChartTooltip key={index} left={xAt(index)} top={MARGIN.top}>
          <b>{date(dates[index])}</b>
          <ul className={`${looks.tight} ${styles.values}`}>
            {(isStacked ? [...series].reverse() : series).map(one => (
              <li key={one.id}>
                <SeriesMark series={one} />
                <span className={looks.ellipsis}>{one.name}</span>
                <b>{valueOf(one, index)}</b>
              </li>
            ))}
          </ul>
        </ChartTooltip>
      )}
    </>
  );
}

/** Values over time as lines, or as areas on top of each other. */
export function LineChart(props: LineChartProps) {
  return (
    <div className={styles.lines}>
      <ChartFrame minHeight={HEIGHT}>
        {width => <Picture {...props} width={width} />}
      </ChartFrame>
    </div>
  );
}
