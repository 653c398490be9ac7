import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { PatternLines } from '@visx/pattern';
import { useParentSize } from '@visx/responsive';
import { scaleLinear, scaleTime } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { TooltipWithBounds } from '@visx/tooltip';
import { DateTime } from 'luxon';
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { useLocale } from '../../../translation';
import { useFormat } from '../../shared';
import styles from './LineChart.module.css';
import { type ChartSeries, layersOf, nearestIndex, topOf } from './series';

const HEIGHT = 300;
const MARGIN = { top: 12, right: 16, bottom: 28, left: 44 };
const ALL_BUT_WIDTH: ('height' | 'top' | 'left')[] = ['height', 'top', 'left'];

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

/** Steps through the dates with the arrow keys. */
function stepOf(key: string, index: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Values over time as lines, or as areas on top of each other. */
export function LineChart(props: LineChartProps) {
  const { label, dates, series, isStacked = false, max, format } = props;
  const locale = useLocale();
  const { date } = useFormat();
  const prefix = `mll${useId().replace(/\W/g, '')}`;
  const [shown, setShown] = useState<number>();
  const { parentRef, width } = useParentSize({
    ignoreDimensions: ALL_BUT_WIDTH,
    debounceTime: 60,
  });
  const last = dates.length - 1;
  const x = scaleTime({
    domain: [timeOf(dates[0]), timeOf(dates[last])],
    range: [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)],
  });
  const y = scaleLinear({
    domain: [0, max ?? topOf(series, isStacked)],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
    nice: max === undefined,
  });
  const layers = layersOf(series, isStacked);
  const xAt = (index: number) => x(timeOf(dates[index]));
  const valueOf = ({ values }: ChartSeries, index: number) => {
    const value = values[index];
    return value === null ? '–' : format(value);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setShown(undefined);
      return;
    }
    const next = stepOf(event.key, shown ?? last, last);
    if (next === undefined) return;
    event.preventDefault();
    setShown(next);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const at = x.invert(event.clientX - left).getTime();
    setShown(
      nearestIndex(
        dates.map(one => timeOf(one).getTime()),
        at,
      ),
    );
  };
  const inWords =
    shown === undefined
      ? undefined
      : `${date(dates[shown])}: ${series
          .map(one => `${one.name} ${valueOf(one, shown)}`)
          .join(', ')}`;

  return (
    <div ref={parentRef} className={styles.chart}>
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT}
          className={styles.svg}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={shown ?? last}
          aria-valuetext={inWords}
          onKeyDown={onKeyDown}
          onFocus={() => setShown(shown ?? last)}
          onBlur={() => setShown(undefined)}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setShown(undefined)}
        >
          <defs>
            {series
              .filter(one => one.isHatched)
              .map(one => (
                <PatternLines
                  key={one.id}
                  id={`${prefix}-${one.id.replace(/\W/g, '_')}`}
                  width={6}
                  height={6}
                  orientation={['diagonal']}
                  stroke={one.color}
                  strokeWidth={1.5}
                />
              ))}
          </defs>
          <GridRows
            scale={y}
            numTicks={5}
            left={MARGIN.left}
            width={Math.max(0, width - MARGIN.left - MARGIN.right)}
            stroke="var(--mll-track)"
          />
          {layers.map(({ series: one, points }) =>
            isStacked ? (
              <Area
                key={one.id}
                data={points}
                x={point => xAt(point.index)}
                y0={point => y(point.from)}
                y1={point => y(point.to ?? point.from)}
                fill={
                  one.isHatched
                    ? `url(#${prefix}-${one.id.replace(/\W/g, '_')})`
                    : one.color
                }
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
            <>
              <line
                className={styles.cursor}
                x1={xAt(shown)}
                x2={xAt(shown)}
                y1={MARGIN.top}
                y2={HEIGHT - MARGIN.bottom}
              />
              {layers.map(({ series: one, points }) => {
                const { to } = points[shown];
                return (
                  to !== null && (
                    <circle
                      key={one.id}
                      className={styles.dot}
                      cx={xAt(shown)}
                      cy={y(to)}
                      r={4}
                      fill={one.color}
                    />
                  )
                );
              })}
            </>
          )}
          <g aria-hidden>
            <AxisLeft
              scale={y}
              left={MARGIN.left}
              numTicks={5}
              hideAxisLine
              hideTicks
              tickFormat={value => format(Number(value))}
              tickLabelProps={{
                className: styles.tick,
                textAnchor: 'end',
                dx: -4,
                dy: 4,
              }}
            />
            <AxisBottom
              scale={x}
              top={HEIGHT - MARGIN.bottom}
              numTicks={Math.max(2, Math.floor(width / 110))}
              hideTicks
              stroke="var(--mll-line)"
              tickFormat={value =>
                DateTime.fromJSDate(value as Date)
                  .setLocale(locale)
                  .toLocaleString({ month: 'short', day: 'numeric' })
              }
              tickLabelProps={{
                className: styles.tick,
                textAnchor: 'middle',
              }}
            />
          </g>
        </svg>
      )}
      {shown !== undefined && (
        <TooltipWithBounds
          left={xAt(shown)}
          top={MARGIN.top}
          unstyled
          applyPositionStyle
          className={styles.tooltip}
        >
          <b>{date(dates[shown])}</b>
          <ul>
            {(isStacked ? [...series].reverse() : series).map(one => (
              <li key={one.id}>
                <SeriesMark series={one} />
                <span>{one.name}</span>
                <b>{valueOf(one, shown)}</b>
              </li>
            ))}
          </ul>
        </TooltipWithBounds>
      )}
    </div>
  );
}

/** The colour and dash of a line, or the fill of an area. */
export function SeriesMark(props: { series: ChartSeries }) {
  const { color, dash, isHatched } = props.series;
  return (
    <svg width={18} height={10} aria-hidden>
      {isHatched !== undefined ? (
        <rect
          width={18}
          height={10}
          rx={2}
          fill={color}
          fillOpacity={isHatched ? 0.25 : 1}
          stroke={color}
        />
      ) : (
        <line
          x1={0}
          x2={18}
          y1={5}
          y2={5}
          stroke={color}
          strokeWidth={2.5}
          strokeDasharray={dash}
        />
      )}
    </svg>
  );
}
