// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMlLensTranslation } from '../../../../translation';
import { Legend } from '../../../shared/chart';
import styles from './Score.module.css';
import { MILESTONE_ICON, UPGRADE_ICON } from './ScoreMarks';

export function ScoreLegend(props: {
  hasMilestones: boolean;
  hasUpgrades: boolean;
  hasAt: boolean;
}) {
  const { hasMilestones, hasUpgrades, hasAt } = props;
  const { t } = useMlLensTranslation();
  const entries = [
    {
      id: 'score',
      mark: (
        <svg width={22} height={12} aria-hidden>
          <rect className={styles.area} y={3} width={22} height={9} />
          <line className={styles.score} x2={22} y1={3} y2={3} />
        </svg>
      ),
      text: t('review.progress.score'),
    },
    {
      id: 'coverage',
      mark: (
        <svg width={22} height={12} aria-hidden>
          <line className={styles.coverage} x2={22} y1={6} y2={6} />
        </svg>
      ),
      text: t('review.progress.coverage'),
    },
    hasMilestones && {
      id: 'milestone',
      mark: <MILESTONE_ICON size={14} className={styles.flag} aria-hidden />,
      text: t('review.progress.milestone'),
    },
    hasUpgrades && {
      id: 'upgrade',
      mark: <UPGRADE_ICON size={14} className={styles.upgrade} aria-hidden />,
      text: t('review.progress.upgrade'),
    },
    hasAt && {
      id: 'at',
      mark: (
        <svg width={6} height={14} aria-hidden>
          <line className={styles.at} x1={3} x2={3} y2={14} />
        </svg>
      ),
      text: t('review.progress.lookedAt'),
    },
  ];
  return (
    <Legend
      label={t('review.timeline.legend')}
      entries={entries.filter(entry => entry !== false)}
    />
  );
}
