// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Skeleton } from '@backstage/ui';
import { isWorthRetrying, Notice, SmallButton } from '../../shared';
import { useMlLensTranslation } from '../../../translation';
import { useOrgQuery } from '../hooks';
import {
  LevelFigure,
  RiskFigure,
  ScoreFigure,
  WorkloadFigure,
} from './figures';
import looks from '../../shared/looks.module.css';
import styles from './TotalsBand.module.css';

/**
 * What the filters leave, in four figures. Each leads somewhere: to a filter,
 * or to the order that shows the figure's cause first.
 */
export function TotalsBand(props: {
  /** Whether there is a list whose order a figure can change. */
  canSort?: boolean;
}) {
  const { canSort = false } = props;
  const { t } = useMlLensTranslation();
  const { data, error, isPlaceholderData, refetch } = useOrgQuery(
    'getSummary',
    {},
  );
  if (error) {
    return (
      <Notice
        status="danger"
        title={t('org.totals.failed')}
        customActions={
          isWorthRetrying(error) && (
            <SmallButton onPress={() => refetch()}>
              {t('common.retry')}
            </SmallButton>
          )
        }
      />
    );
  }
  if (!data) {
    return (
      <div
        className={`${looks.panel} ${styles.band}`}
        role="status"
        aria-label={t('common.loading')}
      >
        {[0, 1, 2, 3].map(index => (
          <div key={index} className={`${looks.stack} ${styles.block}`}>
            <Skeleton width={96} height={16} />
            <Skeleton width="100%" height={64} />
          </div>
        ))}
      </div>
    );
  }
  const { total } = data;
  return (
    <section
      className={`${looks.panel} ${styles.band}`}
      aria-label={t('org.totals.label')}
      aria-busy={isPlaceholderData}
    >
      <WorkloadFigure total={total} retired={data.retired} />
      <ScoreFigure total={total} canSort={canSort} />
      <RiskFigure total={total} canSort={canSort} />
      <LevelFigure total={total} />
    </section>
  );
}
