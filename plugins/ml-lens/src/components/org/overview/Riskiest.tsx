// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Link as RouterLink } from 'react-router-dom';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, useFormat } from '../../shared';
import { useOrgQuery } from '../hooks';
import { useOrgLinks } from '../insights';
import looks from '../../shared/looks.module.css';
import styles from './NextSteps.module.css';
import { FEW, Steps } from './Steps';
import { WorkloadStep } from './WorkloadStep';

const HIGH = RISK_APPEARANCE.HIGH;

export function Riskiest() {
  const { t } = useMlLensTranslation();
  const { number } = useFormat();
  const links = useOrgLinks();
  const query = useOrgQuery('queryScorecards', {
    risk: ['HIGH'],
    sort: '-high',
    limit: FEW,
  });
  return (
    <Steps
      title={t('org.overview.riskiest')}
      query={query}
      empty={t('org.overview.nothingRisky')}
      all={
        <RouterLink
          to={links('workloads', {
            filters: { risk: ['HIGH'] },
            sort: { field: 'high', descending: true },
          })}
        >
          {t('org.overview.showAll')}
        </RouterLink>
      }
    >
      {row => (
        <WorkloadStep key={row.workloadId} row={row}>
          <span
            className={`${looks.inline} ${styles.figure}`}
            title={t('common.risk.HIGH')}
            style={{ color: HIGH.fg }}
          >
            <HIGH.icon aria-label={t('common.risk.HIGH')} size={14} />
            {number(row.counts.HIGH)}
          </span>
        </WorkloadStep>
      )}
    </Steps>
  );
}
