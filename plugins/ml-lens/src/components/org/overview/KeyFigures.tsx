// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import { NOT_ASSESSED } from '@ml-lens/lens-model';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, ScoreRing, useFormat } from '../../shared';
import { DeltaText, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import { MeanOf } from '../totals/figures';
import looks from '../../shared/looks.module.css';
import styles from './Overview.module.css';

function Tile(props: {
  title: string;
  href: string;
  hint: string;
  value: ReactNode;
  delta: ReactNode;
}) {
  const { title, href, hint, value, delta } = props;
  return (
    <RouterLink
      to={href}
      className={`${looks.panel} ${styles.tile}`}
      title={hint}
    >
      <span className={looks.heading}>{title}</span>
      <span className={styles.tileValue}>{value}</span>
      <span className={styles.tileDelta}>{delta}</span>
    </RouterLink>
  );
}

/** Whole percents, so that their change is in points. */
function percentOf(coverage: number | null | undefined) {
  return typeof coverage === 'number' ? Math.round(coverage * 100) : coverage;
}

/** The figures a lead looks at first, each with its change and its list. */
export function KeyFigures(props: { total: Rollup; before?: Rollup }) {
  const { total, before } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const { number, percent } = useFormat();
  const links = useOrgLinks();
  const points = (amount: number) => t('org.delta.points', { count: amount });
  const levels = lens.levels
    .map(({ name }) => name)
    .filter(name => name !== NOT_ASSESSED);
  const High = RISK_APPEARANCE.HIGH.icon;
  // Nothing was looked at before the first workload.
  const past = before && before.workloads > 0 ? before : undefined;
  return (
    <section className={styles.tiles} aria-label={t('org.overview.figures')}>
      <Tile
        title={t('org.totals.meanScore')}
        href={links('workloads', {
          sort: { field: 'score', descending: false },
        })}
        hint={t('org.overview.byScore')}
        value={
          <>
            <ScoreRing score={total.score} size={56} />
            <small>
              <MeanOf total={total} />
            </small>
          </>
        }
        delta={
          <DeltaText
            now={total.score}
            before={past?.score}
            good="up"
            format={points}
          />
        }
      />
      <Tile
        title={t('org.field.coverage')}
        href={links('workloads', {
          sort: { field: 'coverage', descending: false },
        })}
        hint={t('org.overview.byCoverage')}
        value={total.coverage === null ? '–' : percent(total.coverage)}
        delta={
          <DeltaText
            now={percentOf(total.coverage)}
            before={percentOf(past?.coverage)}
            good="up"
            format={points}
          />
        }
      />
      <Tile
        title={t('org.field.high')}
        href={links('workloads', {
          filters: { risk: ['HIGH'] },
          sort: { field: 'high', descending: true },
        })}
        hint={t('org.overview.byHigh')}
        value={
          <>
            <High
              aria-hidden
              size={24}
              style={{ color: RISK_APPEARANCE.HIGH.solid }}
            />
            {number(total.counts.HIGH)}
          </>
        }
        delta={
          <DeltaText
            now={total.counts.HIGH}
            before={past?.counts.HIGH}
            good="down"
            format={number}
          />
        }
      />
      <Tile
        title={t('org.overview.assessed')}
        href={links('workloads', { filters: { level: levels } })}
        hint={t('org.totals.assessedHint')}
        value={
          <>
            {number(total.assessed)}
            <small>
              {t('org.overview.ofWorkloads', {
                count: number(total.workloads),
              })}
            </small>
          </>
        }
        delta={
          <DeltaText
            now={total.assessed}
            before={past?.assessed}
            good="up"
            format={number}
          />
        }
      />
    </section>
  );
}
