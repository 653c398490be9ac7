// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../translation';
import looks from '../../shared/looks.module.css';
import styles from './LineChart.module.css';
import type { ChartSeries } from './series';
import { SeriesMark } from './SeriesMark';

/** The lines of a chart; with `onToggle` they can be shown and hidden. */
export function SeriesLegend(props: {
  label: string;
  series: ChartSeries[];
  isShown?: (id: string) => boolean;
  onToggle?: (id: string) => void;
}) {
  const { label, series, isShown = () => true, onToggle } = props;
  const { t } = useMlLensTranslation();
  return (
    <ul className={`${looks.row} ${styles.lines}`} aria-label={label}>
      {series.map(one => (
        <li key={one.id}>
          {onToggle ? (
            <button
              type="button"
              className={`${looks.inline} ${looks.press} ${styles.toggle}`}
              aria-pressed={isShown(one.id)}
              title={t('org.trend.toggle', { name: one.name })}
              onClick={() => onToggle(one.id)}
            >
              <SeriesMark series={one} />
              {one.name}
            </button>
          ) : (
            <span className={`${looks.inline} ${styles.toggle}`}>
              <SeriesMark series={one} />
              {one.name}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
