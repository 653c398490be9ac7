// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import CircularProgress from '@material-ui/core/CircularProgress';
import { useMlLensTranslation } from '../../translation';
import { scoreAppearance } from './appearance';
import styles from './ScoreRing.module.css';

/**
 * Score as a ring with its number. `null` is shown as a dash in an empty ring,
 * never as 0.
 */
export function ScoreRing(props: { score: number | null; size?: number }) {
  const { score, size = 96 } = props;
  const { t } = useMlLensTranslation();
  const thickness = size > 60 ? 4 : 5;
  return (
    <span
      className={styles.ring}
      role="img"
      aria-label={
        score === null
          ? t('common.noScore')
          : t('common.scoreOf100', { score: String(score) })
      }
    >
      <CircularProgress
        aria-hidden
        variant="determinate"
        value={100}
        size={size}
        thickness={thickness}
        className={styles.track}
      />
      <CircularProgress
        aria-hidden
        variant="determinate"
        value={score ?? 0}
        size={size}
        thickness={thickness}
        style={{ color: scoreAppearance(score).solid }}
      />
      <span
        aria-hidden
        className={styles.value}
        style={{ fontSize: Math.round(size * 0.3) }}
      >
        {score ?? '–'}
      </span>
    </span>
  );
}
