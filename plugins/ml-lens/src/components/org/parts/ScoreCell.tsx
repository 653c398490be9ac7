// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ASSESSED_COVERAGE } from '@ml-lens/lens-model';
import { useMlLensTranslation } from '../../../translation';
import { scoreAppearance, useFormat } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './ScoreCell.module.css';

/** Score as number and bar, with what it rests on beside it. */
export function ScoreCell(props: {
  score: number | null;
  coverage: number | null;
}) {
  const { score, coverage } = props;
  const { t } = useMlLensTranslation();
  const { percent } = useFormat();
  // Little answered is not a bad score yet, so it is not score as loudly.
  const isAssessed = coverage !== null && coverage >= ASSESSED_COVERAGE;
  const none = t(coverage === 0 ? 'common.notAssessedYet' : 'common.noScore');
  return (
    <div className={styles.cell}>
      <span
        className={`${styles.score} ${isAssessed ? '' : styles.tentative}`}
        role="img"
        aria-label={
          score === null
            ? none
            : t('common.scoreOf100', { score: String(score) })
        }
        title={score === null ? none : undefined}
      >
        {score ?? '–'}
      </span>
      <span className={`${looks.tight} ${styles.rest}`}>
        <span className={looks.bar} aria-hidden>
          <span
            style={{
              width: `${score ?? 0}%`,
              background: scoreAppearance(isAssessed ? score : null).solid,
            }}
          />
        </span>
        {coverage !== null && (
          <span className={`${looks.small} ${looks.ellipsis}`}>
            {t('common.coverageOf', { percent: percent(coverage) })}
          </span>
        )}
      </span>
    </div>
  );
}
