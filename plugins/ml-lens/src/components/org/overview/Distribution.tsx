// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Summary } from '@ml-lens/backstage-plugin-ml-lens-common';
import { useMemo } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { useFormat, scoreAppearance } from '../../shared';
import { DataTable, Panel, useOrgLinks } from '../insights';
import { type Bin, binsOf } from './bins';
import looks from '../../shared/looks.module.css';
import styles from './Overview.module.css';

const TICKS = [0, 25, 50, 75, 100];

/**
 * Workloads by score or coverage; each column leads to them. Laid out by the
 * browser: it needs no width, so it is there on paper and at any size.
 */
function Histogram(props: {
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

/** How scores, or coverage, are spread over the workloads. */
export function Distribution(props: {
  by: 'score' | 'coverage';
  distribution: Summary['distribution'];
}) {
  const { by, distribution } = props;
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const bins = useMemo(() => binsOf(distribution, by), [distribution, by]);
  const title = t(`org.overview.${by}Spread`);
  const unit = by === 'score' ? '' : '%';
  const listOf = (filter: string) =>
    links('workloads', {
      filters: { [by]: [filter] },
      sort: { field: by, descending: false },
    });
  const { noScore } = distribution;
  return (
    <Panel
      title={title}
      note={
        <>
          {t(`org.overview.${by}SpreadNote`)}
          {by === 'score' && noScore > 0 && (
            <>
              {' '}
              <RouterLink to={listOf('')}>
                {t('org.overview.noScore', { count: noScore })}
              </RouterLink>
            </>
          )}
        </>
      }
      table={
        <DataTable
          label={title}
          columns={[t(`org.field.${by}`), t('org.field.workloads')]}
          rows={bins.map(({ from, to, count }) => ({
            key: String(from),
            cells: [`${from}–${to}${unit}`, number(count)],
          }))}
        />
      }
    >
      <Histogram
        label={title}
        bins={bins}
        isScore={by === 'score'}
        hrefOf={(bin: Bin) => listOf(bin.filter)}
        unit={unit}
      />
    </Panel>
  );
}
