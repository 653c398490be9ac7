// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Rollup } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Risk } from '@ml-lens/lens-model';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useFormat, useLevelName } from '../../shared';
import { DeltaText, Panel, useOrgLinks } from '../insights';
import { useOrg } from '../OrgModel';
import type { OrgUrlChange } from '../orgUrl';
import { levelShares } from '../parts';
import looks from '../../shared/looks.module.css';
import styles from './Overview.module.css';

interface Share {
  key: string;
  mark: ReactNode;
  name: string;
  count: number;
  color: string;
  href: string;
  before?: number;
  good?: 'up' | 'down';
}

function ShareList(props: { label: string; shares: Share[] }) {
  const { label, shares } = props;
  const { number } = useFormat();
  const most = Math.max(1, ...shares.map(({ count }) => count));
  return (
    <ul className={`${looks.tight} ${styles.shares}`} aria-label={label}>
      {shares.map(({ key, mark, name, count, color, href, before, good }) => (
        <li key={key}>
          <RouterLink to={href} className={styles.share}>
            <span className={styles.shareName}>
              {mark}
              {name}
            </span>
            <span className={`${looks.bar} ${styles.shareTrack}`} aria-hidden>
              <span
                style={{ width: `${(count / most) * 100}%`, background: color }}
              />
            </span>
            <span className={styles.shareCount}>{number(count)}</span>
            <span>
              <DeltaText
                now={count}
                before={before}
                good={good}
                format={number}
              />
            </span>
          </RouterLink>
        </li>
      ))}
    </ul>
  );
}

/** Workloads by level, best first. */
export function LevelsPanel(props: { total: Rollup; before?: Rollup }) {
  const { total, before } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const levelName = useLevelName();
  const links = useOrgLinks();
  const shares = levelShares(lens.levels, total.levels).reverse();
  return (
    <Panel title={t('org.totals.levels')}>
      <ShareList
        label={t('org.totals.levels')}
        shares={shares.map(({ name, count, color }) => ({
          key: name,
          mark: (
            <span
              className={looks.swatch}
              style={{ background: color }}
              aria-hidden
            />
          ),
          name: levelName(name),
          count,
          color,
          href: links('workloads', { filters: { level: [name] } }),
          before: before && (before.levels[name] ?? 0),
        }))}
      />
    </Panel>
  );
}

const RISKS: Risk[] = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE'];

/** Where the workloads behind a count come first. */
const ORDERS: Partial<Record<Risk, OrgUrlChange['sort']>> = {
  HIGH: { field: 'high', descending: true },
  MEDIUM: { field: 'score', descending: false },
  UNANSWERED: { field: 'coverage', descending: false },
  NONE: { field: 'score', descending: true },
};
const GOOD: Partial<Record<Risk, 'up' | 'down'>> = {
  HIGH: 'down',
  MEDIUM: 'down',
  UNANSWERED: 'down',
  NONE: 'up',
};

/** Questions of all workloads by risk. */
export function RisksPanel(props: { total: Rollup; before?: Rollup }) {
  const { total, before } = props;
  const { t } = useMlLensTranslation();
  const links = useOrgLinks();
  return (
    <Panel title={t('org.totals.risks')}>
      <ShareList
        label={t('org.totals.risks')}
        shares={RISKS.map(risk => {
          const { icon: Icon, solid } = RISK_APPEARANCE[risk];
          return {
            key: risk,
            mark: <Icon aria-hidden size={15} style={{ color: solid }} />,
            name: t(`common.risk.${risk}`),
            count: total.counts[risk],
            color: solid,
            href: links('workloads', {
              sort: ORDERS[risk],
              ...(risk !== 'NONE' && { filters: { risk: [risk] } }),
            }),
            before: before?.counts[risk],
            good: GOOD[risk],
          };
        })}
      />
    </Panel>
  );
}
