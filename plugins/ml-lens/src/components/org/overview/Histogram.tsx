import { AxisBottom } from '@visx/axis';
import { PatternLines } from '@visx/pattern';
import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { scoreAppearance, useFormat } from '../../shared';
import type { Bin } from './distribution';
import styles from './Overview.module.css';

const HEIGHT = 168;
const MARGIN = { top: 18, bottom: 22 };
const ALL_BUT_WIDTH: ('height' | 'top' | 'left')[] = ['height', 'top', 'left'];

/** The outer ticks stay within the chart. */
function anchorOf(index: number, count: number) {
  if (index === 0) return 'start';
  return index === count - 1 ? 'end' : 'middle';
}

/** Workloads by score or coverage; each column leads to them. */
export function Histogram(props: {
  label: string;
  bins: Bin[];
  /** Colours by score; one colour otherwise. */
  isScore: boolean;
  hrefOf: (bin: Bin) => string;
  unit?: string;
}) {
  const { label, bins, isScore, hrefOf, unit = '' } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const pattern = `mll${useId().replace(/\W/g, '')}`;
  const { parentRef, width } = useParentSize({
    ignoreDimensions: ALL_BUT_WIDTH,
    debounceTime: 60,
  });
  const x = scaleBand({
    domain: bins.map(({ from }) => from),
    range: [0, width],
    padding: 0.14,
  });
  const most = Math.max(1, ...bins.map(b => b.assessed + b.tentative));
  const y = scaleLinear({
    domain: [0, most],
    range: [0, HEIGHT - MARGIN.top - MARGIN.bottom],
  });
  const base = HEIGHT - MARGIN.bottom;
  return (
    <div ref={parentRef} className={styles.histogram}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="group" aria-label={label}>
          <defs>
            <PatternLines
              id={pattern}
              width={5}
              height={5}
              orientation={['diagonal']}
              stroke="var(--mll-open-solid)"
              strokeWidth={1.5}
            />
          </defs>
          <line
            className={styles.baseline}
            x1={0}
            x2={width}
            y1={base + 0.5}
            y2={base + 0.5}
          />
          {bins.map(bin => {
            const total = bin.assessed + bin.tentative;
            if (total === 0) return null;
            const left = x(bin.from) ?? 0;
            const assessed = y(bin.assessed);
            const tentative = y(bin.tentative);
            return (
              <RouterLink
                key={bin.from}
                to={hrefOf(bin)}
                className={styles.column}
                aria-label={t('org.overview.bin', {
                  from: bin.from,
                  to: bin.to,
                  unit,
                  count: number(total),
                  tentative: number(bin.tentative),
                })}
              >
                <title>
                  {t('org.overview.bin', {
                    from: bin.from,
                    to: bin.to,
                    unit,
                    count: number(total),
                    tentative: number(bin.tentative),
                  })}
                </title>
                <rect
                  className={styles.hit}
                  x={left}
                  y={0}
                  width={x.bandwidth()}
                  height={base}
                />
                <Bar
                  x={left}
                  y={base - assessed}
                  width={x.bandwidth()}
                  height={assessed}
                  rx={2}
                  fill={
                    isScore
                      ? scoreAppearance(bin.from).solid
                      : 'var(--mll-progress-solid)'
                  }
                />
                <Bar
                  x={left + 0.5}
                  y={base - assessed - tentative}
                  width={x.bandwidth() - 1}
                  height={tentative}
                  rx={2}
                  fill={`url(#${pattern})`}
                  stroke="var(--mll-open-solid)"
                  strokeWidth={tentative > 0 ? 1 : 0}
                />
                <text
                  className={styles.barCount}
                  x={left + x.bandwidth() / 2}
                  y={base - assessed - tentative - 5}
                >
                  {number(total)}
                </text>
              </RouterLink>
            );
          })}
          <g aria-hidden>
            <AxisBottom
              scale={scaleLinear({ domain: [0, 100], range: [0, width] })}
              top={base}
              tickValues={[0, 25, 50, 75, 100]}
              hideAxisLine
              hideTicks
              tickLength={2}
              tickFormat={value => `${value}${unit}`}
              tickLabelProps={(_value, index, values) => ({
                className: styles.tick,
                textAnchor: anchorOf(index, values.length),
              })}
            />
          </g>
        </svg>
      )}
    </div>
  );
}
