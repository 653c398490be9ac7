// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Legend } from '../../shared/chart';
import { useMlLensTranslation } from '../../../translation';
import { RISK_APPEARANCE, SCORE_STEPS, scoreAppearance } from '../../shared';
import styles from './Heatmap.module.css';

const BANDS = SCORE_STEPS.map((score, step) => ({
  score,
  label: `${score}–${(SCORE_STEPS[step + 1] ?? 101) - 1}`,
}));

/** What colours, hatching and the mark of a cell mean. */
export function HeatmapLegend() {
  const { t } = useMlLensTranslation();
  const High = RISK_APPEARANCE.HIGH;
  return (
    <Legend
      label={t('org.heatmap.legend')}
      entries={[
        ...BANDS.map(({ score, label }) => {
          const { bg, fg } = scoreAppearance(score);
          return {
            id: label,
            mark: (
              <span
                className={styles.swatch}
                style={{ background: bg, color: fg }}
              />
            ),
            text: label,
          };
        }),
        {
          id: 'tentative',
          mark: <span className={`${styles.swatch} ${styles.tentative}`} />,
          text: t('org.heatmap.tentative'),
        },
        {
          id: 'high',
          mark: <High.icon aria-hidden size={14} color={High.solid} />,
          text: t('org.heatmap.highMark'),
        },
        {
          id: 'later',
          mark: <span className={`${styles.swatch} ${styles.notDue}`} />,
          text: t('org.heatmap.later'),
        },
        {
          id: 'nothing',
          mark: <span aria-hidden>–</span>,
          text: t('org.heatmap.nothing'),
        },
      ]}
    />
  );
}
