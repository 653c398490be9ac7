// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, scoreAppearance } from '../../shared';
import type { Bin } from './bins';
import looks from '../../shared/looks.module.css';
import styles from './Overview.module.css';

const TICKS = [0, 25, 50, 75, 100];

/**
 * Workloads by score or coverage; each column leads to them. Laid out by the
 * browser: it needs no width, so it is there on paper and at any size.
 */
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
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <div className={`${looks.tight} ${styles.histogram}`}>
      <ul aria-label={label}>
        {bins.map(bin => {
          const { from, to, count, isTentative } = bin;
          const text = t('org.overview.bin', { from, to, unit, count });
          const color = isScore
            ? scoreAppearance(from).solid
            : 'var(--mll-progress-solid)';
          return (
            <li key={from}>
              {count > 0 && (
                <RouterLink
                  to={hrefOf(bin)}
                  className={styles.column}
                  aria-label={text}
                  title={text}
                >
                  <span className={styles.barCount}>{number(count)}</span>
                  <span
                    className={isTentative ? styles.tentative : styles.bar}
                    style={{
                      // What the number above leaves.
                      height: `calc((100% - 1.125rem) * ${count / most})`,
                      ...(!isTentative && { background: color }),
                    }}
                  />
                </RouterLink>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles.ticks} aria-hidden>
        {TICKS.map(tick => (
          <span key={tick}>{`${tick}${unit}`}</span>
        ))}
      </div>
    </div>
  );
}
